import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { extractBytes } from '../../src/intake/extract.js';
import { PLAN_IDS, planFile, plansFolder } from '../support/plans.js';
import { docOf } from './build-doc.js';
import { docxOf } from './build-docx.js';
import { pdfOf } from './build-pdf.js';
import { SAMPLE_PLAN } from './sample-plan.js';

const present = plansFolder() !== null;
if (!present) process.stderr.write('The real plans are absent: only the sample plan is tried in every format.\n');

const escape = (line: string) => line.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const FORMATS: [string, (lines: string[]) => Buffer][] = [
  ['txt in GB18030', (lines) => iconv.encode(lines.join('\r\n'), 'gb18030')],
  ['docx', (lines) => docxOf(lines.map(escape))],
  ['doc', docOf],
  ['pdf', (lines) => pdfOf(lines)],
];

/** Paragraphs of a plan as its file holds them, without blanks around them. */
function linesOf(id: string): string[] {
  const text = id === 'sample' ? SAMPLE_PLAN.join('\n') : readFileSync(planFile(id), 'utf8');
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter(Boolean);
}

const bare = (text: string) => text.replace(/\s+/g, '');

describe.each(['sample', ...(present ? PLAN_IDS : [])])('the plan %s', (id) => {
  it.each(FORMATS)('loses not a character as %s', async (format, build) => {
    const lines = linesOf(id);
    const { text } = await extractBytes(build(lines), `${id}.${format.slice(0, 3)}`);
    expect(bare(text)).toBe(bare(lines.join('\n')));
  });

  it('keeps its paragraphs as PDF, although every page cuts them', async () => {
    const lines = linesOf(id).map(bare);
    const { text } = await extractBytes(pdfOf(lines), `${id}.pdf`);
    const kept = new Set(text.split('\n').map(bare));
    const lost = lines.filter((line) => !kept.has(line));
    expect(lost.length / lines.length).toBeLessThan(0.05);
  });
});
