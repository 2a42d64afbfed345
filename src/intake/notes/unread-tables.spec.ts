import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';

const registry = loadUnitRegistry();
const read = (text: string) => readPlan(text, registry);
/** What a person is told was not read of a table. */
const told = (text: string): string[] => {
  const reading = read(text);
  return reading.doubts.flatMap(({ code, span }) =>
    code === 'table_unread' && span ? [reading.text.slice(...span)] : [],
  );
};

describe('rows of a table that could not be told apart', () => {
  const run =
    '运城市根治欠薪任务分工表序号工作内容责任单位完成时限1排查欠薪隐患市人力资源和社会保障局、市住房和城乡建设局10月底' +
    '2督促总承包单位开设专用账户11月底3落实保证金制度11月底4从快办理案件市公安局、市人民检察院12月底' +
    '5开通绿色通道市司法局全年6清偿拖欠款市财政局春节前';

  it('are told where they stand inside another row, whose measure is in doubt', () => {
    const lines =
      '序号\n工作任务\n责任部门\n1\n禁烧\n市公安局\n2\n确权\n国土所、司法所\n3\n建账\n安监站\n、城建办\n4\n改厕\n市财政局';
    const { measures } = read(`运城市分工表\n${lines}`);
    expect(told(`运城市分工表\n${lines}`).some((words) => words.includes('建账'))).toBe(true);
    expect(measures.filter(({ text }) => text.includes('建账')).every(({ doubtful }) => doubtful)).toBe(true);
  });

  it('are told where they stand behind the last one', () => {
    const { doubts, measures, text } = read(run);
    const spans = [...doubts, ...measures.flatMap((measure) => measure.doubts)].flatMap(({ span }) =>
      span ? [span] : [],
    );
    const at = text.indexOf('6清偿');
    const has = measures.some(({ span }) => span[0] <= at + 1 && span[1] > at + 1);
    expect(has || spans.some(([from, to]) => from <= at + 1 && to > at + 1)).toBe(true);
  });

  it('come with the cure', () => {
    const reasons = read(run).doubts.filter(({ code }) => code === 'table_unread');
    expect(reasons[0]?.reason).toContain('.xlsx');
  });

  it('are not looked for in the figures of a task, nor where a plan skips numbers', () => {
    const table = '序号\t任务\t责任单位\n1\t建成2个站点\t市财政局\n2\t修路3公里\t市公安局\n5\t植树\t市水务局';
    expect(told(`运城市任务分工表\n${table}`)).toEqual([]);
  });
});

describe('a table that nobody read', () => {
  const table =
    '盐湖区教育任务分解表责任主体主要任务目标值责任科室责任领导备注区教育局新增学位1200个学前科王某某' +
    '区财政局保障投入不低于4%教科文科李某区卫生健康局视力监测100%疾控科孙某';

  it('is told as a whole, though its head is of an unknown kind', () => {
    expect(told(table)[0]).toContain('视力监测');
    expect(told('运城市方案\n一、要求\n明确任务、责任单位和时限，市教育局、市财政局、市公安局要抓紧。')).toEqual([]);
  });

  it('is told with its rows', () => {
    const lines =
      '工作要点分解\n序号工作任务责任科室分管领导\n1办招聘会就业科王某\n2推进统筹工伤科李某\n3创建和谐企业关系科张某';
    expect(told(lines)[0]).toContain('创建和谐企业');
  });
});

describe('units that no row has', () => {
  it('leave the row beside them in doubt', () => {
    const { measures } = read(
      '某镇分工表\n序号\n任务\n责任单位\n1\n治理河道\n市水务局\n2\n改厕\n市卫生健康委\n市财政局、市公安局',
    );
    const last = measures.at(-1);
    const units = [...(last?.responsible ?? []), ...(last?.supporting ?? [])].map(({ name }) => name);
    expect(units.includes('市财政局') || last?.doubtful).toBe(true);
  });
});
