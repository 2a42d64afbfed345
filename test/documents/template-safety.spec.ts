import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import Handlebars from 'handlebars';
import { renderTemplate } from '../../src/rendering/handlebars.js';
import { helpers } from '../../src/rendering/helpers.js';
import { projectRoot } from '../../src/shared/paths.js';

/** Values of each property; a long run sets QIANTOU_TEMPLATES to more. */
const RUNS = { numRuns: Number(process.env.QIANTOU_TEMPLATES ?? 5000), seed: 20240308 };

const filesBelow = (folder: string, end: string): string[] =>
  readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(end))
    .map((path) => join(projectRoot, folder, path));

const TEMPLATES = filesBelow('templates', '.hbs').map((path): [string, string] => [
  path.slice(projectRoot.length + 1).replaceAll('\\', '/'),
  readFileSync(path, 'utf8'),
]);

/** A node of a parsed template, with all that hangs below it. */
type Node = Record<string, unknown> & { type: string };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function nodesOf(value: unknown, depth = 0): { node: Node; depth: number }[] {
  if (Array.isArray(value)) return value.flatMap((one) => nodesOf(one, depth));
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap((one) => nodesOf(one, isNode(value) ? depth + 1 : depth));
  return isNode(value) ? [{ node: value, depth }, ...below] : below;
}

const ALLOWED = new Set([
  ...['Program', 'ContentStatement', 'CommentStatement', 'MustacheStatement', 'BlockStatement', 'PartialStatement'],
  ...['PartialBlockStatement', 'SubExpression', 'PathExpression', 'Hash', 'HashPair'],
  ...['StringLiteral', 'NumberLiteral', 'BooleanLiteral', 'NullLiteral', 'UndefinedLiteral'],
]);
const BLOCKS = ['if', 'unless', 'each', 'with'];
const KNOWN = new Set([...BLOCKS, ...Object.keys(helpers)]);

/** What a template must not hold, as found in one; nothing in a sound one. */
function faultsOf(text: string): string[] {
  return nodesOf(Handlebars.parse(text)).flatMap(({ node, depth }) => {
    const path = node['path'];
    const called = isNode(path) && (node['params'] as unknown[]).length > 0 ? String(path['original']) : null;
    return [
      ...(ALLOWED.has(node.type) ? [] : [node.type]),
      ...(node.type === 'MustacheStatement' && node['escaped'] === false
        ? [`raw ${String((path as Node)['original'])}`]
        : []),
      ...(node.type.startsWith('Partial') && (node['name'] as Node).type !== 'PathExpression'
        ? ['dynamic partial']
        : []),
      ...(called !== null && !KNOWN.has(called) ? [`helper ${called}`] : []),
      ...(depth > 64 ? ['too deep'] : []),
    ];
  });
}

/** The product's own HTML, built by its own templates, put into the page around it. */
const RAW: Record<string, string[]> = {
  'templates/documents/page.hbs': ['raw article'],
  'templates/pages/reports/preview.hbs': ['raw article'],
};

describe('the product’s templates', () => {
  it('hold allowed parts only, and print nothing raw but a paper that was rendered before', () => {
    expect(TEMPLATES.length).toBeGreaterThan(50);
    for (const [path, text] of TEMPLATES) expect([path, faultsOf(text)]).toEqual([path, RAW[path] ?? []]);
    expect(TEMPLATES.filter(([, text]) => text.length > 64 * 1024)).toEqual([]);
  });

  it('would be told by what they must not hold', () => {
    expect(faultsOf('{{{note}}}')).toEqual(['raw note']);
    expect(faultsOf('{{* decorator}}')).toContain('Decorator');
    expect(faultsOf('{{> (lookup . "name")}}')).toEqual(expect.arrayContaining(['dynamic partial', 'helper lookup']));
    expect(faultsOf('{{#if (constructor "x")}}{{/if}}')).toEqual(['helper constructor']);
  });

  it('are compiled before: no module of the running product brings a compiler of templates', () => {
    const compiling = [...filesBelow('src', '.ts'), ...filesBelow('workflows', '.ts')].filter((path) =>
      /^import (?!type)[^;]* from 'handlebars'|\bimport\('handlebars'\)|Handlebars\.(?:pre)?compile\(/m.test(
        readFileSync(path, 'utf8'),
      ),
    );
    expect(compiling).toEqual([]);
  });
});

/** Words that would do something in a template, in a page or in an object. */
const WORDS = [
  ...[
    '{{',
    '}}',
    '{{{',
    '}}}',
    '{{#each this}}',
    '{{/each}}',
    '{{> ui/light}}',
    '{{lookup this "constructor"}}',
    '\\{{',
  ],
  ...[
    '{{#with (lookup . "constructor")}}',
    '{{constructor.constructor "return process"}}',
    '{{__proto__}}',
    '{{@root}}',
  ],
  ...['<script>', '</script>', '"><img src=x onerror=1>', "' onclick='", '<!--', '-->', ']]>', '&lt;', '&', '`', '='],
  ...['__proto__', 'constructor', 'toString', 'helperMissing', '甲局', '市教育局牵头', '\u0000', '\u2028', '😀'],
];
const hostile = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }).map((words) => words.join(''));

const MARK = '此处为正文';
const cell = (value: unknown) => ({ cells: [{ label: value, colspan: 1, rowspan: 1 }] });
const page = (value: unknown): object => ({
  ...{ lines: [value], meta: [], note: value },
  grid: { shares: [1], head: [cell(value)], rows: [] },
});
const rendered = (value: unknown): string => renderTemplate('documents/ledger', page(value));
const SOUND = rendered(MARK);

describe('what an office or a bureau writes', () => {
  it('is printed as the text it is, whatever it looks like', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        expect(rendered(value)).toBe(SOUND.replaceAll(MARK, () => Handlebars.escapeExpression(value)));
      }),
      RUNS,
    );
  });

  it('brings no mark of HTML and no prototype with it where it is no text at all', () => {
    const keys = fc.constantFrom('toHTML', 'toString', '__proto__', 'constructor', 'type', 'body', 'label', 'length');
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        hostile,
        fc.integer(),
        fc.boolean(),
        fc.array(tie('tree'), { maxLength: 3 }),
        tie('table'),
      ),
      table: fc.dictionary(keys, tie('tree'), { maxKeys: 4 }),
    }));
    const tags = (html: string): string[] => html.match(/<[^>]*>/g) ?? [];
    fc.assert(
      fc.property(tree, (value) => {
        const given: unknown = JSON.parse(JSON.stringify(value));
        expect(tags(textOrFault(given)).filter((tag) => !tags(SOUND).includes(tag))).toEqual([]);
      }),
      RUNS,
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('names no template that there is not', () => {
    const names = ['../documents/ledger', 'documents/ledger\u0000', '__proto__', 'constructor', '{{note}}'];
    for (const name of names) expect(() => renderTemplate(name, page(MARK))).toThrow(`No template ${name}`);
  });
});

/** A value that cannot be printed is an error, which shows nothing. */
function textOrFault(value: unknown): string {
  try {
    return rendered(value);
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    return '';
  }
}
