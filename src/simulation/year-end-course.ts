import type { Engine } from '../engine/engine.js';
import type { Actor } from '../engine/types.js';
import { Assignment, Measure } from '../measures/measures.entities.js';
import type { Database } from '../persistence/database.js';
import { Cycle } from '../plans/plans.entities.js';
import type { Draws } from './draws.js';
import type { Cast } from './simulation.service.js';

const RESULTS = [
  'closeAchieved',
  'closeAchieved',
  'closeAchieved',
  'closeMostly',
  'closeMostly',
  'closeCarriedForward',
];

/** Evaluation and close-out: each measure is put together by whoever consolidates it, reviewed and closed by the office. */
export class YearEndCourse {
  constructor(
    private readonly database: Database,
    private readonly engine: Engine,
  ) {}

  async run(cycle: Cycle, cast: Cast, draws: Draws): Promise<void> {
    const { coordinator } = cast;
    const manager = this.database.reader.manager;
    const now = await manager.findOneBy(Cycle, { id: cycle.id });
    if (now?.state === 'implementation')
      await this.engine.send(cycle.id, 'beginEvaluation', {}, { actor: coordinator });
    const measures = await manager.find(Measure, { where: { cycleId: cycle.id }, order: { position: 'ASC' } });
    for (const measure of measures) await this.closeOut(measure, cast, draws);
    await this.engine.send(cycle.id, 'appraise', {}, { actor: coordinator });
    await this.engine.send(cycle.id, 'close', {}, { actor: coordinator });
  }

  private async closeOut(measure: Measure, cast: Cast, draws: Draws): Promise<void> {
    const { coordinator } = cast;
    if (measure.state === 'evaluation.unitTexts')
      await this.engine.send(measure.id, 'unitTextsIn', {}, { actor: coordinator });
    const author: Actor =
      measure.consolidator === 'lead' && measure.leadUnit ? cast.person(measure.leadUnit) : coordinator;
    await this.engine.send(measure.id, 'consolidate', { text: await this.summary(measure, cast) }, { actor: author });
    if (draws.chance(0.1)) {
      await this.engine.send(measure.id, 'returnReview', { opinion: '请补充具体做法和数据' }, { actor: coordinator });
      await this.engine.send(
        measure.id,
        'consolidate',
        { text: `${await this.summary(measure, cast)}各项数据已核对。` },
        { actor: author },
      );
    }
    await this.engine.send(measure.id, draws.pick(RESULTS), { opinion: '经审核，同意销号' }, { actor: coordinator });
  }

  /** The units' last texts under one date, each after its unit's name. */
  private async summary(measure: Measure, cast: Cast): Promise<string> {
    const own = await this.database.reader.manager.find(Assignment, {
      where: { measureId: measure.id },
      order: { isLead: 'DESC', position: 'ASC' },
    });
    const texts = own.flatMap((one) => (one.lastText ? [`${cast.unitName(one.unitId)}${bare(one.lastText)}`] : []));
    return texts.length > 0 ? `截至12月31日，${texts.slice(0, 4).join('；')}。` : '各单位按分工推进，年度工作已完成。';
  }
}

/** A unit's text without the date and the title that the paragraph around it already has. */
function bare(text: string): string {
  return text.replace(/^截至[^，]+，(围绕“[^”]*”，)?/, '').replace(/。$/, '');
}
