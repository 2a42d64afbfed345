/** Lets a measurement import the test folder's builders of files, which are TypeScript, without a build of their own. */
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);

/** A module of test/, by its path there (`formats/build-docx.ts`). */
export const testModule = (path) => import(new URL(`../../test/${path}`, import.meta.url).href);
