/** The built program; QIANTOU_DIST names another build than `dist`, to compare two. */
import 'reflect-metadata';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

const dist = pathToFileURL(`${resolve(process.env.QIANTOU_DIST ?? 'dist')}/`);

export const product = (path) => import(new URL(path, dist).href);
