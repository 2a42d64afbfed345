/**
 * Precompiles every template under templates/ into one ES module, dist/templates/index.js, so that the running
 * product compiles nothing and code from strings can stay switched off.
 *
 * A template's name is its path under templates/ without .hbs (documents/year-end); a partial's name is its path
 * under templates/partials (layouts/page). Same sources, same bytes.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Handlebars from 'handlebars';

/** The helpers that src/rendering/helpers.ts defines; any other helper is a fault at build time. */
const HELPERS = ['eq', 'not', 'and', 'or', 'concat'];

const OPTIONS = {
  strict: true,
  preventIndent: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(HELPERS.map((name) => [name, true])),
};

function templateFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? templateFiles(join(folder, entry.name)) : [join(folder, entry.name)]))
    .filter((file) => file.endsWith('.hbs'));
}

function nameOf(folder, file) {
  return relative(folder, file).slice(0, -'.hbs'.length).split(sep).join('/');
}

function precompile(file, name) {
  try {
    return Handlebars.precompile(readFileSync(file, 'utf8'), OPTIONS);
  } catch (error) {
    throw new Error(`Template ${name}: ${error.message}`);
  }
}

function table(entries) {
  const lines = entries.map(([name, code]) => `${JSON.stringify(name)}: ${code}`);
  return `{\n${lines.join(',\n')}\n}`;
}

/**
 * @param {string} rootDir the project root, holding templates/
 * @param {string} [outDir] where the compiled tree goes, default <rootDir>/dist; the module is <outDir>/templates/index.js
 * @returns {string[]} the names of all templates and partials compiled
 * Throws naming the template that does not parse or uses an unknown helper.
 */
export function buildTemplates(rootDir, outDir = join(rootDir, 'dist')) {
  const folder = join(rootDir, 'templates');
  const named = templateFiles(folder).map((file) => [nameOf(folder, file), file]);
  const compiled = named.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, file]) => [name, precompile(file, name)]);
  const isPartial = ([name]) => name.startsWith('partials/');
  const partials = compiled.filter(isPartial).map(([name, code]) => [name.slice('partials/'.length), code]);
  const templates = compiled.filter((entry) => !isPartial(entry));
  const target = join(outDir, 'templates', 'index.js');
  mkdirSync(dirname(target), { recursive: true });
  const source = `export const templates = ${table(templates)};\nexport const partials = ${table(partials)};\n`;
  writeFileSync(`${target}.${process.pid}`, source);
  renameSync(`${target}.${process.pid}`, target);
  return compiled.map(([name]) => name);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  process.stderr.write(`${buildTemplates(root).length} templates compiled\n`);
}
