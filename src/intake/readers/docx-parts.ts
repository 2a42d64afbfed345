import { broken } from './refusals.js';
import { childrenOf, parseXml, type XmlNode } from './xml.js';
import type { ZipPackage } from './zip.js';

/** The parts of a Word file that carry words or rule how they are printed. */
export interface DocxParts {
  body: XmlNode;
  styles: XmlNode | null;
  numbering: XmlNode | null;
  footnotes: XmlNode | null;
  endnotes: XmlNode | null;
  margins: XmlNode[];
}

interface Relation {
  type: string;
  target: string;
}

/** Finds and parses the parts by their relations; links that lead outside the file are never followed. */
export async function readDocxParts(zip: ZipPackage): Promise<DocxParts> {
  const main = await mainPart(zip);
  const relations = await readRelations(zip, main);
  const load = async (type: string) => {
    const targets = relations.filter((relation) => relation.type === type).map((relation) => relation.target);
    const parts = await Promise.all(targets.map((target) => loadPart(zip, target)));
    return parts.filter((part): part is XmlNode => part !== null);
  };
  const document = await loadPart(zip, main);
  const body = document && childrenOf(childrenOf(document, 'document')[0], 'body')[0];
  if (!body) throw broken('Word 文档');
  const [styles, numbering, footnotes, endnotes] = await Promise.all(
    ['styles', 'numbering', 'footnotes', 'endnotes'].map(async (type) => firstElement((await load(type))[0])),
  );
  const margins = [...(await load('header')), ...(await load('footer'))];
  return { body, styles, numbering, footnotes, endnotes, margins };
}

async function mainPart(zip: ZipPackage): Promise<string> {
  const relations = await relationsAt(zip, '_rels/.rels', '');
  return relations.find((relation) => relation.type === 'officeDocument')?.target ?? 'word/document.xml';
}

async function readRelations(zip: ZipPackage, part: string): Promise<Relation[]> {
  const cut = part.lastIndexOf('/') + 1;
  return relationsAt(zip, `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`, part.slice(0, cut));
}

async function relationsAt(zip: ZipPackage, name: string, folder: string): Promise<Relation[]> {
  const root = await loadPart(zip, name);
  return childrenOf(root ? childrenOf(root, 'Relationships')[0] : undefined, 'Relationship')
    .filter(({ attributes }) => attributes.TargetMode !== 'External' && attributes.Target)
    .map(({ attributes }) => ({
      type: (attributes.Type ?? '').split('/').pop() ?? '',
      target: resolve(folder, attributes.Target),
    }));
}

async function loadPart(zip: ZipPackage, name: string): Promise<XmlNode | null> {
  const bytes = await zip.read(name);
  return bytes && parseXml(bytes, 'Word 文档');
}

/** A target relative to the folder of its source part, or from the root of the package. */
function resolve(folder: string, target: string): string {
  return new URL(target, `http://package/${folder}`).pathname.slice(1);
}

function firstElement(part: XmlNode | undefined): XmlNode | null {
  return part?.children.find((child): child is XmlNode => typeof child !== 'string') ?? null;
}
