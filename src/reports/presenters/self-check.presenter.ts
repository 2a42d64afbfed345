import type { ReportData } from '../data/report-data.js';
import type { SelfCheckView } from '../views.js';
import { measuresOf } from './headings.js';
import { chapterOf, targetOf } from './measure-results.js';
import { evidenceOf } from './sources.js';

const CONCLUSIONS: Record<string, string> = {
  achieved: '完成',
  mostly: '基本完成',
  notAchieved: '未完成',
  carriedForward: '未完成',
};

/** The 自查表 of one unit, or of the whole plan when no unit is named: what is known is filled in, the rest left to write. */
export function selfCheckView(data: ReportData, unitId: string | null): SelfCheckView {
  const measures = measuresOf(data.duties.filter((line) => unitId === null || line.unitId === unitId));
  return {
    plan: { title: data.plan.title, number: data.plan.number },
    unit: unitId === null ? null : (data.units.get(unitId)?.fullName ?? null),
    period: `${data.cycle.year}年度`,
    rows: measures.map((measure, index) => {
      const line = measure.lines.find((one) => one.text) ?? measure.lines[0]!;
      return {
        ...{ no: `${index + 1}`, chapter: chapterOf(measure), item: measure.title },
        standard: targetOf(data, measure) || '按计划要求落实到位',
        result: line.text ?? '',
        evidence: line.packetId ? evidenceOf(data.packets.find((packet) => packet.id === line.packetId)) : '',
        problem: line.issues ?? '',
        conclusion: line.result ? (CONCLUSIONS[line.result] ?? '') : '',
      };
    }),
    note: '已报送的进展已填入，请核对、补充后填写自查结论并盖章。',
  };
}
