import { CLAUSE, SENTENCE } from './sieves.js';

const SOFT = CLAUSE.of(/力争|努力|争取|积极|鼓励|推动|探索/);
/** 力争年底前培训5000人，确保培训4000人: what is vouched for, unless words of striving stand behind it again. */
const VOUCHED = CLAUSE.of(
  /(?:确保|务必|必须|保证(?!金|保险))(?!.*(?:力争|努力|争取|积极|鼓励|推动|探索|前提|基础上|情况下|同时))/,
);
/** 力争到2025年，…: the striving stands before the date. */
const STRIVEN = SENTENCE.of(/(?:^|，)(?:力争|努力|争取)(?:到|至|在|于)?(?:20\d{2}年|年|“?十[三四五])[^，]*$/);
/** 力争培训5000人，其中农民工800人; 力争建成驿站5个、公园6个: the striving is of the parts and of the whole list. */
const isPartStriven = (clause: string, earlier: string, before: string): boolean =>
  (before === '、' && /(?:力争|努力|争取)[^，]*$/.test(earlier)) ||
  (clause.startsWith('其中') && /(?:力争|努力|争取)[^，]*，?$/.test(earlier));

/**
 * Whether a figure has to be reached, by the words of its clause before it and those of the sentence before that; `before`
 * is the sign in front of the clause. Source: conventions.md section 2 (确保 / 力争).
 */
export const isHard = (clause: string, earlier: string, before: string): boolean =>
  VOUCHED.test(clause) || !(SOFT.test(clause) || STRIVEN.test(earlier) || isPartStriven(clause, earlier, before));
