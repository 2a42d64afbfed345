import { findAll, hasClass, parseHtml, textOf, type HtmlNode } from '../html.js';
import { XML_HEAD } from '../xml.js';
import { packParts } from '../zip.js';
import { blocksOf, type Block } from './blocks.js';
import { landscapeFooter, letterFooter, letterHeader, letterNumberFooter, portraitFooter } from './footers.js';
import { markLook } from './mark.js';
import { mm } from './page.js';
import {
  contentTypes,
  coreProperties,
  documentRelationships,
  fontTableXml,
  packageRelationships,
  settingsXml,
} from './package.js';
import { paragraph, run } from './runs.js';
import { sectionProperties } from './section.js';
import { NAMESPACES, stylesXml } from './styles.js';

/** What the file says about itself. */
export interface DocxOptions {
  /** Title in the file's properties. */
  title: string;
  /** Office that made it. */
  author: string;
  /** Day the file is dated, 'YYYY-MM-DD'; the moment of writing is never put in. */
  date: string;
}

/** Blocks that share a sheet's orientation and begin on a new page. */
interface Section {
  blocks: Block[];
  landscape: boolean;
}

function sectionsOf(blocks: Block[]): Section[] {
  const sections: Section[] = [];
  for (const block of blocks) {
    const last = sections.at(-1);
    if (last && !block.newPage && last.landscape === block.landscape) last.blocks.push(block);
    else sections.push({ blocks: [block], landscape: block.landscape });
  }
  return sections;
}

const tiny = (sectPr: string): string => paragraph('Tiny', '', sectPr);

/** A section's end is told by its last paragraph; after a table by a paragraph of next to no height. */
function closedSection(section: Section, sectPr: string): string {
  const xml = section.blocks.map((block) => block.xml);
  const last = section.blocks.at(-1);
  if (!last || last.isTable) return xml.join('') + tiny(sectPr);
  return xml.slice(0, -1).join('') + last.xml.replace('</w:pPr>', `${sectPr}</w:pPr>`);
}

function finalSection(section: Section | undefined, sectPr: string): string {
  const content = section?.blocks.map((block) => block.xml).join('') ?? '';
  const endsInTable = section?.blocks.at(-1)?.isTable ?? true;
  return content + (endsInTable ? tiny('') : '') + sectPr;
}

function bodyXml(blocks: Block[], letter: boolean): string {
  const sections = sectionsOf(blocks);
  return sections
    .map((section, index) => {
      const sectPr = sectionProperties({ landscape: section.landscape, letter: letter && index === 0 });
      return index === sections.length - 1 ? finalSection(section, sectPr) : closedSection(section, sectPr);
    })
    .join('');
}

function letterMark(nodes: HtmlNode[]): string {
  const mark = findAll(nodes, (node) => hasClass(node, 'letter-mark'))[0];
  const name = mark ? textOf(mark).trim() : '';
  return run(name, `<w:rFonts w:hint="eastAsia"/>${markLook(name, mm(170))}`);
}

function furniture(nodes: HtmlNode[]): [string, string][] {
  return [
    ['word/footer1.xml', portraitFooter('odd')],
    ['word/footer2.xml', portraitFooter('even')],
    ['word/footer3.xml', landscapeFooter('odd')],
    ['word/footer4.xml', landscapeFooter('even')],
    ['word/footer5.xml', letterFooter()],
    ['word/footer6.xml', letterNumberFooter('odd')],
    ['word/footer7.xml', letterNumberFooter('even')],
    ['word/header1.xml', letterHeader(letterMark(nodes))],
  ];
}

/**
 * A WordprocessingML file after GB/T 9704-2012 from semantic HTML (the vocabulary is described in vocabulary.ts).
 * Pure: same HTML and options, same bytes.
 */
export function htmlToDocx(html: string, options: DocxOptions): Uint8Array {
  const nodes = parseHtml(html);
  const letter = findAll(nodes, (node) => hasClass(node, 'letter')).length > 0;
  const body = bodyXml(blocksOf(nodes), letter);
  return packParts([
    ['[Content_Types].xml', contentTypes()],
    ['_rels/.rels', packageRelationships()],
    ['docProps/core.xml', coreProperties(options.title, options.author, `${options.date}T00:00:00Z`)],
    ['word/document.xml', `${XML_HEAD}<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`],
    ['word/_rels/document.xml.rels', documentRelationships()],
    ['word/styles.xml', stylesXml()],
    ['word/settings.xml', settingsXml()],
    ['word/fontTable.xml', fontTableXml()],
    ...furniture(nodes),
  ]);
}
