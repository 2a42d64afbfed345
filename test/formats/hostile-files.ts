import { strToU8, zipSync } from 'fflate';
import { cfbOf } from './build-cfb.js';
import { buildDocx, paragraph, zip } from './build-docx.js';

/** A small archive that unfolds to 80 million characters. */
export function inflatingDocx(): Buffer {
  return buildDocx({ body: paragraph('甲'.repeat(27_000_000)) });
}

/** An archive of thousands of parts. */
export function crowdedZip(): Buffer {
  const files = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`word/p${i}.xml`, strToU8('<a/>')]));
  return Buffer.from(zipSync({ 'word/document.xml': strToU8('<a/>'), ...files }, { level: 0 }));
}

/** A document part that opens with declarations of entities. */
export function docxWithDoctype(declaration: string, text: string): Buffer {
  const document = `<?xml version="1.0"?><!DOCTYPE w:document [${declaration}]><w:document xmlns:w="urn:w"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`;
  return zip({ 'word/document.xml': document });
}

/** Entities that double and double again. */
export function entityBomb(): Buffer {
  const names = Array.from({ length: 24 }, (_, i) => `<!ENTITY e${i + 1} "&e${i};&e${i};">`).join('');
  return docxWithDoctype(`<!ENTITY e0 "甲">${names}`, '&e24;');
}

/** Elements nested far beyond any office program. */
export function deepDocx(): Buffer {
  return buildDocx({ body: '<w:sdt><w:sdtContent>'.repeat(5000) + '</w:sdtContent></w:sdt>'.repeat(5000) });
}

/** A page of tags nested a hundred thousand deep. */
export function deepHtml(): Buffer {
  return Buffer.from(`<html><body>${'<div>'.repeat(100_000)}甲`);
}

/** A table that claims a million columns. */
export function wideHtml(): Buffer {
  return Buffer.from(`<table>${'<tr><td colspan=1000 rowspan=60000>甲</td></tr>'.repeat(900)}</table>`);
}

/** A workbook whose only value stands in the last place of the sheet, under a range merged over all of it. */
export function farCellXlsx(): Buffer {
  return zip({
    'xl/workbook.xml': '<workbook xmlns:r="urn:r"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml':
      '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>',
  });
}

/** A document whose links and parts all point outside. */
export function outwardDocx(target: string): Buffer {
  const relation = (type: string, i: number) =>
    `<Relationship Id="x${i}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`;
  return zip({
    'word/document.xml':
      '<w:document xmlns:w="urn:w" xmlns:r="urn:r"><w:body><w:p><w:r><w:t>各县区按季度报送进展情况。</w:t></w:r></w:p><w:altChunk r:id="x0"/></w:body></w:document>',
    'word/_rels/document.xml.rels': `<Relationships>${['aFChunk', 'numbering', 'styles', 'footnotes', 'header', 'attachedTemplate'].map(relation).join('')}</Relationships>`,
  });
}

/** A compound file whose directory runs in a circle. */
export function circularCfb(): Buffer {
  const bytes = cfbOf({ WordDocument: Buffer.alloc(8192), '1Table': Buffer.alloc(8192) });
  const [table, directory] = [512, 1];
  bytes.writeUInt32LE(directory, table + 4 * directory);
  return bytes;
}
