/**
 * node scripts/undocumented.mjs [folder …]: lists the exported functions and classes without a docstring in src/ and
 * workflows/ (or the given folders), specs excepted; exit 1 when there are any.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = process.argv.length > 2 ? process.argv.slice(2) : ['src', 'workflows'];

function sourcesIn(folder) {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.ts$/.test(entry.name) && !/\.(spec|d)\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

const isExported = (node) =>
  ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/** Functions and classes, and constants that hold a function. */
function named(node) {
  if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) return node.name?.text;
  if (!ts.isVariableStatement(node)) return undefined;
  const [{ name, initializer }] = node.declarationList.declarations;
  return initializer && ts.isArrowFunction(initializer) ? name.getText() : undefined;
}

function missingIn(path) {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  return file.statements
    .filter((node) => isExported(node) && named(node) && ts.getJSDocCommentsAndTags(node).length === 0)
    .map((node) => {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      return `${relative(root, path)}:${line + 1} ${named(node)}`;
    });
}

const missing = folders.flatMap(sourcesIn).flatMap(missingIn);
for (const line of missing) process.stdout.write(`${line}\n`);
process.exit(missing.length > 0 ? 1 : 0);
