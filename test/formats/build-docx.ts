import { strToU8, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const SPACES =
  `${W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Parts of a Word file as XML fragments. */
export interface DocxSource {
  body: string;
  numbering?: string;
  styles?: string;
  footnotes?: string;
  header?: string;
}

/** Packs a .docx from its parts. */
export function buildDocx(source: DocxSource): Buffer {
  const optional = (['numbering', 'styles', 'footnotes', 'header'] as const).filter(
    (name) => source[name] !== undefined,
  );
  const relations = optional.map(
    (name, i) => `<Relationship Id="r${i}" Type="${RELATION}/${name}" Target="${name}.xml"/>`,
  );
  const files: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r0" Type="${RELATION}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${HEAD}<w:document ${SPACES}><w:body>${source.body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
  };
  const roots = { numbering: 'numbering', styles: 'styles', footnotes: 'footnotes', header: 'hdr' };
  for (const name of optional) {
    files[`word/${name}.xml`] = `${HEAD}<w:${roots[name]} ${SPACES}>${source[name]}</w:${roots[name]}>`;
  }
  return zip(files);
}

/** Zips named texts. */
export function zip(files: Record<string, string>): Buffer {
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))));
}

/** A run of text. */
export function run(text: string, properties = ''): string {
  return `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph: plain text, or ready-made runs. */
export function paragraph(content: string, properties = ''): string {
  const inner = content.startsWith('<') ? content : run(content);
  return `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${inner}</w:p>`;
}

/** A paragraph that takes its number from a list. */
export function listed(text: string, list: number, level = 0): string {
  return paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
}

/** A level of a list definition. */
export function level(index: number, format: string, label: string, extra = ''): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${extra}<w:lvlText w:val="${label}"/></w:lvl>`;
}

/** A table cell. `properties` such as gridSpan and vMerge. */
export function cell(lines: string | string[], properties = ''): string {
  const texts = typeof lines === 'string' ? [lines] : lines;
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${texts.map((line) => paragraph(line)).join('')}</w:tc>`;
}

/** A table from rows of cells. */
export function table(...rows: string[][]): string {
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** A whole plan, one paragraph a line. */
export function docxOf(lines: string[]): Buffer {
  return buildDocx({ body: lines.map((line) => paragraph(line)).join('') });
}
