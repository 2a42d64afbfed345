import { docxWithDoctype } from './hostile-files.js';
import { buildDocx, paragraph, zip } from './build-docx.js';

/** A file that points at another one, or at an address. */
export interface OutwardFile {
  what: string;
  name: string;
  bytes: Buffer;
}

const PARTS = ['aFChunk', 'numbering', 'styles', 'attachedTemplate', 'image', 'hyperlink'];
const BODY = '<w:p><w:r><w:t>各县区按季度报送进展情况。</w:t></w:r></w:p>';

/** A Word file whose one relation of a kind leads outside. */
function pointingPart(kind: string, target: string): Buffer {
  const type = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`;
  const relation = `<Relationship Id="x0" Type="${type}" Target="${target}" TargetMode="External"/>`;
  return zip({
    'word/document.xml': `<w:document xmlns:w="urn:w" xmlns:r="urn:r"><w:body>${BODY}<w:altChunk r:id="x0"/></w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships>${relation}</Relationships>`,
  });
}

const field = (target: string): Buffer =>
  buildDocx({
    body: `${paragraph('正文')}<w:p><w:fldSimple w:instr='INCLUDETEXT "${target}"'/><w:r><w:instrText>INCLUDEPICTURE "${target}"</w:instrText></w:r></w:p>`,
  });

const book = (target: string): Buffer =>
  zip({
    'xl/workbook.xml':
      '<workbook xmlns:r="urn:r"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets><externalReferences><externalReference r:id="r2"/></externalReferences></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="urn:externalLink" Target="${target}" TargetMode="External"/></Relationships>`,
    'xl/worksheets/sheet1.xml':
      '<worksheet><sheetData><row r="1"><c r="A1"><f>[1]表!A1</f><v>1</v></c></row></sheetData></worksheet>',
  });

/** Pages with every element that a browser would follow. */
const page = (target: string): Buffer =>
  Buffer.from(
    `<html><head><base href="${target}"><link rel="stylesheet" href="${target}"><meta http-equiv="refresh" content="0;url=${target}"></head>` +
      `<body background="${target}"><img src="${target}"><iframe src="${target}"></iframe><object data="${target}"></object>` +
      `<script src="${target}"></script><p>各县区按季度报送进展情况。</p></body></html>`,
  );

const pdf = (target: string): Buffer =>
  Buffer.from(
    [
      '%PDF-1.7',
      `1 0 obj\n<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /URI /URI (${target}) >> /AA << /WC << /S /Launch /F (${target}) >> >> >>\nendobj`,
      '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj',
      '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [5 0 R] >>\nendobj',
      `4 0 obj\n<< /Length 0 /F (${target}) /FFilter /FlateDecode >>\nstream\n\nendstream\nendobj`,
      `5 0 obj\n<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /GoToR /F (${target}) >> >>\nendobj`,
      'trailer << /Root 1 0 R >>\n%%EOF',
    ].join('\n'),
  );

/** Crafted files of every format for each of the targets. */
export function outwardFiles(targets: readonly string[]): OutwardFile[] {
  return targets.flatMap((target) => [
    ...PARTS.map((kind) => ({ what: `${kind} at ${target}`, name: '方案.docx', bytes: pointingPart(kind, target) })),
    { what: `a field at ${target}`, name: '方案.docx', bytes: field(target) },
    {
      what: `an entity at ${target}`,
      name: '方案.docx',
      bytes: docxWithDoctype(`<!ENTITY x SYSTEM "${target}">`, '&x;'),
    },
    { what: `a linked book at ${target}`, name: '分解表.xlsx', bytes: book(target) },
    { what: `a page at ${target}`, name: '方案.html', bytes: page(target) },
    { what: `actions of a PDF at ${target}`, name: '方案.pdf', bytes: pdf(target) },
  ]);
}
