import { PERSONS_LEADING } from '../domain/plan/lead-basis.js';
import { documentRules } from '../intake/notes/rules.js';

const LEADING = '牵头|主办|主责|抓总|总责|为主|会同|主要责任|第一责任';
/** “牵头单位：市教育局、市财政局”, “主办：市教育局”. */
const LABEL = new RegExp(`^[（(〔]*(?:总)?(?:${LEADING})(?:负责)?(?:单位|部门|责任单位)?\\s*[：:]`);
const VERB = new RegExp(`${LEADING}`);

/** Whether a note's words name a unit, by its printed name, as the one that leads: 甲局牵头, 牵头单位：甲局, 由甲局负责. */
export function printsLead(note: string, surface: string): boolean {
  const parts = note.replace(PERSONS_LEADING, '').split(/[；;。\n]/);
  return surface !== '' && parts.some((part) => isNamedIn(part, surface));
}

function isNamedIn(part: string, surface: string): boolean {
  if (!part.includes(surface)) return false;
  if (LABEL.test(part)) return true;
  return part.split(/[，,]/).some((clause) => {
    const at = clause.indexOf(surface);
    if (at < 0) return false;
    const behind = clause.slice(at + surface.length);
    return VERB.test(behind) || (/由$/.test(clause.slice(0, at)) && /^负责/.test(behind));
  });
}

const LINES = { at: new Int32Array(), gap: new Uint8Array(), boldEnd: null };

/** Whether a document says once for all its lists that the first unit leads. */
export function firstLeads(text: string): boolean {
  const paragraphs = text.split('\n').map((line) => ({ ...LINES, text: line }));
  const rule = documentRules(paragraphs).firstLeads;
  return rule === true || rule === 'unless_apart';
}
