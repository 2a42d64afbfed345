import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { alter, isAltered } from '../../bench/fuzz/alter.mjs';
import { readInChild } from '../../src/intake/child/read-in-child.js';
import { extractBytes } from '../../src/intake/extract.js';
import { readPlan } from '../../src/intake/read-plan.js';
import { loadUnitRegistry } from '../../src/intake/registry.js';
import { Refusal } from '../../src/shared/errors.js';
import { projectRoot } from '../../src/shared/paths.js';
import { buildDoc, docOf } from './build-doc.js';
import { buildDocx, cell, level, listed, table } from './build-docx.js';
import { pdfOf } from './build-pdf.js';
import { buildXlsx } from './build-xlsx.js';
import { SAMPLE_PLAN, SAMPLE_TEXT } from './sample-plan.js';

const registry = loadUnitRegistry();

/** Altered copies of each sample; the release run sets QIANTOU_FUZZ to many more. */
const COPIES = Number(process.env.QIANTOU_FUZZ ?? 45);
const SEED = Number(process.env.QIANTOU_FUZZ_SEED ?? 20240308);
const CODES = [
  'file_empty',
  'format_unsupported',
  'file_encrypted',
  'scan_without_text',
  'classified_mark',
  'file_too_large',
  'file_bomb',
  'file_broken',
  'parse_limit',
];

describe(`altered files, seed ${SEED}`, () => {
  it('are read as a plan or refused, never a crash', async () => {
    const results = new Map<string, number>();
    let changed = 0;
    for (const [name, sample] of await samples()) {
      for (let copy = 0; copy < COPIES; copy++) {
        const bytes = alter(sample, SEED + copy);
        changed += isAltered(sample, bytes) ? 1 : 0;
        const outcome = await outcomeOf(extractBytes(bytes, name).then(({ text }) => readPlan(text, registry)));
        results.set(outcome, (results.get(outcome) ?? 0) + 1);
        expect(outcome).toMatch(/^(read|refused)/);
      }
    }
    const all = [...results.values()].reduce((sum, count) => sum + count, 0);
    expect([changed, all]).toEqual([7 * COPIES, 7 * COPIES]);
    expect([...results.keys()].some((key) => key.startsWith('refused'))).toBe(true);
    expect(results.get('read')).toBeGreaterThan(0);
  }, 120_000);

  it('and so in the reading process', async () => {
    expect(existsSync(join(projectRoot, 'dist/src/intake/child/main.js'))).toBe(true);
    const folder = await mkdtemp(join(tmpdir(), 'fuzz-'));
    for (const [name, sample] of await samples()) {
      for (let copy = 0; copy < 3; copy++) {
        const path = join(folder, `${copy}-${name}`);
        await writeFile(path, alter(sample, SEED - 1 - copy));
        expect(await outcomeOf(readInChild(path, name))).toMatch(/^(read|refused)/);
      }
    }
    await rm(folder, { recursive: true });
  }, 120_000);
});

async function outcomeOf(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
    return 'read';
  } catch (error) {
    if (error instanceof Refusal && CODES.includes(error.code)) return `refused ${error.code}`;
    return `crashed: ${error instanceof Error ? error.stack : String(error)}`;
  }
}

async function samples(): Promise<[string, Buffer][]> {
  const numbering = `<w:abstractNum w:abstractNumId="1">${level(0, 'chineseCounting', '%1、')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`;
  const body =
    SAMPLE_PLAN.map((line) => listed(line, 1)).join('') +
    table([cell('任务'), cell('责任单位')], [cell('办会'), cell('市人社局')]);
  const rows = [['任务', '牵头单位', '完成时限'], ...SAMPLE_PLAN.map((line) => [line, '市人社局', '年底'])];
  const edges = [0, 2000, 4000];
  const doc = buildDoc(
    [
      { text: '任务', end: 'cell' },
      { text: '责任单位', end: 'cell' },
      { text: '', end: 'row', edges },
      ...SAMPLE_PLAN.map((text) => ({ text, list: 1 })),
    ],
    [[{ format: 37, label: '\u0000、' }]],
  );
  return [
    ['a.txt', Buffer.from(SAMPLE_TEXT)],
    ['b.docx', buildDocx({ body, numbering })],
    ['c.doc', docOf(SAMPLE_PLAN)],
    ['d.doc', doc],
    ['e.pdf', pdfOf(SAMPLE_PLAN)],
    ['f.html', Buffer.from(`<table><tr><td rowspan=2>甲<td>${SAMPLE_PLAN.join('</p><p>')}</table>`)],
    ['g.xlsx', await buildXlsx([{ name: '表', rows, merges: ['B2:B4'] }])],
  ];
}
