import type { OwnColumn } from '../domain/plan/own-columns.js';
import type { Doubt, MeasureReading } from '../domain/plan/reading.js';
import { isStage, isUntold } from '../domain/plan/stage-columns.js';

/** Days and numbers of points are no figures of a goal. */
const NO_FIGURE = /\d+(?:[—–~-]\d+)?(?:年|月|日|号|季度)|(?:^|；)\s*[（(]?\d{1,2}(?:[.、）)])/g;
const hasFigure = (text: string): boolean => /\d/.test(text.replace(NO_FIGURE, ''));
const MEASURE_COLUMN = /^(?:计量|指标)?单位$/;
const UNSURE = 0.8;

/**
 * A measure whose own columns hold figures by stages (一季度 2000), or words that lost their column in pasted text, with one doubt
 * that names the columns and the cure. The figures are no targets by themselves: whether they add up no table tells.
 */
export function withStageDoubt(measure: MeasureReading): MeasureReading {
  const doubts = [...figuresDoubt(measure.own ?? []), ...columnDoubt(measure.own ?? [])];
  if (doubts.length === 0) return measure;
  const confidence = Math.min(measure.confidence, UNSURE);
  return { ...measure, doubts: [...measure.doubts, ...doubts], doubtful: true, confidence };
}

function figuresDoubt(own: readonly OwnColumn[]): Doubt[] {
  const cells = own.filter(({ column, text }) => isStage(column) && hasFigure(text));
  if (cells.length === 0) return [];
  const measure = own.find(({ column }) => MEASURE_COLUMN.test(column))?.text;
  const said =
    cells.map(({ column, text }) => `${column} ${shortened(text)}`).join('；') + (measure ? `；单位：${measure}` : '');
  const reason = `分期栏目中的数字没有读成指标（${said}）：要分期考核的，请在本条的指标中逐项补录，“期限”填各期末日，并核对各期数字是累计还是当期；不分期考核的直接接受，原文仍留在“原表其他栏目”`;
  return [{ code: 'stage_figures', reason, field: 'targets' }];
}

const SHOWN = 30;
const shortened = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

function columnDoubt(own: readonly OwnColumn[]): Doubt[] {
  return own
    .filter(({ column }) => isUntold(column))
    .map(({ column, text }) => ({
      code: 'stage_untold',
      reason: `粘贴的表格缺了空格子，“${text}”分不清各在哪一栏（${column.replace(/（.*$/, '')}）：请对照原表核对，或改为上传原文件`,
      field: 'targets',
    }));
}
