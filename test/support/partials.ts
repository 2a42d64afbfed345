import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import Handlebars from 'handlebars';
import { helpers } from '../../src/rendering/helpers.js';
import { projectRoot } from '../../src/shared/paths.js';

const FOLDER = join(projectRoot, 'templates/partials');

/** What partials read of the shell. */
export const SHELL = { csrf: 'secret', key: 'page-key-1' };

/** Renders one line of template over a view with the product's partials, as strictly as the product does. */
export function renderLine(line: string, view: object): string {
  const environment = Handlebars.create();
  for (const [name, helper] of Object.entries(helpers)) environment.registerHelper(name, helper);
  for (const [name, text] of partials()) environment.registerPartial(name, text);
  const template = environment.compile(line, { strict: true, preventIndent: true });
  return template({ ...view, shell: SHELL });
}

function partials(): [name: string, text: string][] {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.hbs'));
  return files.map((path) => [nameOf(path), readFileSync(join(FOLDER, path), 'utf8')]);
}

const nameOf = (path: string): string =>
  relative('.', path)
    .split(sep)
    .join('/')
    .replace(/\.hbs$/, '');
