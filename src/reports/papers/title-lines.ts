/** A line of the title holds 20 characters of 二号 (156 mm), on a turned sheet 28; a margin keeps the shape. */
export const UPRIGHT = 19;
export const TURNED = 27;
/** Ends of organ names and of matters: good places to break after. */
const GOOD_BEFORE = /(?:的|办公室|领导小组|委员会|人民政府|局|厅|》|年|年度|季度|半年|工作|行动|方案|计划|情况)$/;
const GOOD_AFTER = /^(?:关于|《|落实|推进|开展|印发|报送)/;
/** A word, a number or a quotation is never broken; no line begins with a closing mark or 的, 和. */
const BAD_BEFORE = /[《〈（“‘\d〔关的第和]$|[A-Za-z]$/;
const BAD_AFTER = /^[》〉）”’〕、，的和于年月日]|^(?:报告|通知|函)$/;

const width = (text: string): number => [...text].reduce((sum, mark) => sum + (mark.charCodeAt(0) > 0xff ? 1 : 0.5), 0);

/** Words of the field's titles that stay whole. */
const WORDS = new Set(
  (
    '农民 民工 市民 民化 县域 工作 行动 方案 计划 情况 质量 提升 实施 任务 清单 分解 落实 推进 服务 保障 就业 创业 技能 培训 ' +
    '权益 维护 报告 通知 要点 领导 小组 办公 公室 报送 催报 年度 季度 调度 总结 台账 自查 督办 监管 金融 农村 普惠 总局 分局 ' +
    '市场 人力 资源 社会 发展 改革 委员 员会 人民 政府 法院 统计 税务 规划 三年 高质 全面'
  ).split(' '),
);

/** What breaking here costs: nothing at a joint of sense, much inside a word that may not be broken. */
function penalty(before: string, after: string): number {
  if (BAD_BEFORE.test(before) || BAD_AFTER.test(after)) return 10_000;
  if (WORDS.has(before.slice(-1) + after.slice(0, 1))) return 1000;
  if (GOOD_AFTER.test(after)) return 0;
  return GOOD_BEFORE.test(before) ? 4 : 60;
}

interface Breaking {
  lines: string[];
  cost: number;
}

function best(text: string, lines: number, ideal: number, longest: number): Breaking {
  if (lines === 1)
    return { lines: [text], cost: (width(text) - ideal) ** 2 + (width(text) > longest + 1 ? 100_000 : 0) };
  let found: Breaking = { lines: [text], cost: Number.POSITIVE_INFINITY };
  for (let at = 1; at < text.length; at += 1) {
    const head = text.slice(0, at);
    if (width(head) > longest) break;
    const rest = best(text.slice(at), lines - 1, ideal, longest);
    const cost = (width(head) - ideal) ** 2 + penalty(head, text.slice(at)) + rest.cost;
    if (cost < found.cost) found = { lines: [head, ...rest.lines], cost };
  }
  return found;
}

/**
 * A title in lines of like length, broken where the sense allows (GB/T 9704 7.3.1: 梯形 or 菱形, no word cut).
 * Titles of more than four lines are left to the word processor.
 */
export function titleLines(title: string, longest = UPRIGHT): string[] {
  const count = Math.ceil(width(title) / longest);
  if (count <= 1 || count > 4) return [title];
  return best(title, count, width(title) / count, longest).lines;
}
