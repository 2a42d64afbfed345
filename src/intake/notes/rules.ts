import type { Paragraph } from '../lines/paragraph.js';

/** Rules that a plan states once for all its notes. */
export interface DocumentRules {
  /** 列第一位的为牵头单位. */
  firstLeads: boolean;
  /** The rules as printed. */
  printed: string[];
}

const FIRST_LEADS =
  /(?:排|列|位)(?:名|序|列)?(?:在)?第一(?:位|个)?(?:的)?(?:单位|部门|责任单位|责任部门)?(?:的)?(?:均|即|都)?(?:为|是|系)(?:该项|本项|此项)?(?:工作|任务)?(?:的)?(?:总?牵头|主要责任|第一责任)|第一(?:个|位)?(?:单位|部门|责任单位|责任部门)(?:均|即)?(?:为|是|系)(?:总?牵头|主要责任)/;

/** Finds document-wide rules in the notes of the plan, wherever they stand. */
export function documentRules(paragraphs: readonly Paragraph[], from: number): DocumentRules {
  const printed = paragraphs
    .slice(from)
    .flatMap(({ text }) => (text.includes('第一') ? [...text.matchAll(/[^。；\n]*第一[^。；\n]*/g)] : []))
    .map(([sentence]) => sentence)
    .filter((sentence) => FIRST_LEADS.test(sentence));
  return { firstLeads: printed.length > 0, printed };
}
