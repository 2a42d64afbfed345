/** What specs import as `@jest/globals` when the mutation runner plays them: as much of jest as they use. */
import { format } from 'node:util';
import { expect } from 'expect';
import { fn } from 'jest-mock';

const newSuite = (name, parent) => ({
  ...{ name, parent, children: [] },
  ...{ beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] },
});

let current = newSuite('', null);

/** Collects the specs that `load` imports; returns their tree. */
export async function collect(load) {
  current = newSuite('', null);
  await load();
  return current;
}

function titleOf(title, row, at) {
  if (!Array.isArray(row) && typeof row === 'object') return title.replace(/\$(\w+)/g, (_, key) => String(row[key]));
  const values = Array.isArray(row) ? row : [row];
  const plain = title.replaceAll('%#', String(at));
  return format(plain, ...values.slice(0, (plain.match(/%[sidj]/g) ?? []).length));
}

const each = (add) => (table) => (title, body, limit) =>
  table.forEach((row, at) => {
    const run = Array.isArray(row) ? () => body(...row) : () => body(row);
    add(titleOf(title, row, at), run, limit);
  });

function describe(name, body) {
  const outer = current;
  current = newSuite(name, outer);
  outer.children.push(current);
  body();
  current = outer;
}

function it(name, body) {
  current.children.push({ name, body, parent: current });
}

const hook = (kind) => (body) => void current[kind].push(body);

describe.each = each(describe);
it.each = each(it);
const [beforeAll, afterAll] = [hook('beforeAll'), hook('afterAll')];
const [beforeEach, afterEach] = [hook('beforeEach'), hook('afterEach')];

const jest = { fn };

export { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest };
