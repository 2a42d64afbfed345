/**
 * The sheet of GB/T 9704-2012 in the units of WordprocessingML. Lengths are twips (1/20 pt; 1 mm = 56.7) unless named
 * otherwise. Clauses are those of the standard.
 */
const TWIPS_PER_MM = 1440 / 25.4;

/** Millimetres in whole twips. */
export const mm = (length: number): number => Math.round(length * TWIPS_PER_MM);

/** One 三号 character (16 pt): the measure of all indents. */
export const CHARACTER = 320;

/** 28.95 pt: 22 lines in the 225 mm of the 版心 (5.2.3). */
export const LINE = 579;

/** A character gives up 0.25 pt so that 28 of them fill the 156 mm of a line (5.2.3). */
export const CHARACTER_SPACING = -5;

/** Of the footer's own line: at the body's pitch it would push a line off each page. */
export const FOOTER_LINE = 320;

/** Footer's distance from the paper's edge; puts the 一字线 7 mm under the 版心 (7.5). */
export const FOOTER_DISTANCE = mm(25);

export interface Sheet {
  width: number;
  height: number;
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm (5.1, 5.2.1). */
export const PORTRAIT: Sheet = { width: 11906, height: 16838, top: 2098, right: 1474, bottom: 1984, left: 1588 };

/** The same sheet turned clockwise: the head of a wide table lies at the 订口 of odd pages (8). */
export const LANDSCAPE: Sheet = {
  width: PORTRAIT.height,
  height: PORTRAIT.width,
  top: PORTRAIT.left,
  right: PORTRAIT.top,
  bottom: PORTRAIT.right,
  left: PORTRAIT.bottom,
};

/** Width of the 版心. */
export const textWidth = (sheet: Sheet): number => sheet.width - sheet.left - sheet.right;

export const FONTS = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  kai: '楷体_GB2312',
  hei: '黑体',
  song: '宋体',
} as const;

export type FontName = (typeof FONTS)[keyof typeof FONTS];
