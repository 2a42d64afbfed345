import { Body, Controller, Param } from '@nestjs/common';
import { Engine } from '../engine/engine.js';
import type { Answer } from '../engine/types.js';
import type { SignedIn } from '../identity/identity.service.js';
import { Me } from '../identity/me.decorator.js';
import { MeasureQueries } from '../measures/measure.queries.js';
import { requireCoordinator } from '../plans/plans.access.js';
import { PlanQueries } from '../plans/plans.queries.js';
import { refusalOfFile } from '../plans/refused-file.js';
import { PlansService } from '../plans/plans.service.js';
import { Refusal } from '../shared/errors.js';
import { ReceivedFiles, SentForm, type FormMeta, type ReceivedFile } from '../web/index.js';
import { doneView } from './done.view.js';
import { issueByProgram } from './issue-by-program.js';
import { cycleView, indicatorView, measureView, planView } from './plan.views.js';
import { ImportBodyDto, IssueBodyDto } from './requests.dto.js';
import { Route } from './route.decorator.js';
import { API_ROOT } from './routes.js';

/** Plans and measures for programs. */
@Controller(API_ROOT)
export class PlansApiController {
  constructor(
    private readonly plans: PlansService,
    private readonly queries: PlanQueries,
    private readonly measures: MeasureQueries,
    private readonly engine: Engine,
  ) {}

  @Route('plans')
  async list(@Me() me: SignedIn): Promise<object> {
    return { plans: (await this.queries.visible(me.actor)).map(planView) };
  }

  @Route('importPlan')
  async import(
    @ReceivedFiles() [file]: ReceivedFile[],
    @Body() body: ImportBodyDto,
    @SentForm() { key }: FormMeta,
    @Me() me: SignedIn,
  ): Promise<object> {
    requireCoordinator(me);
    if (!file)
      throw new Refusal('file_missing', '没有收到计划文件。', {
        place: 'file',
        cure: '请以 multipart 表单的 file 栏发送。',
      });
    try {
      return { id: await this.plans.import(file, me.actor, key, body.revision === 'yes') };
    } catch (error) {
      throw refusalOfFile(error, file.name, '加上 revision=yes 一栏再发送');
    }
  }

  @Route('plan')
  async plan(@Param('id') id: string, @Me() me: SignedIn): Promise<object> {
    const { plan, cycles, indicators } = await this.queries.sheet(id, me.actor);
    const { revision, events } = await this.engine.offers(id, me.actor);
    const today = await this.engine.today(id);
    const parts = { cycles: cycles.map(cycleView), indicators: indicators.map(indicatorView) };
    return { ...planView(plan), revision, events, today, basis: plan.basis, ...parts };
  }

  @Route('measures')
  async ofPlan(@Param('id') id: string, @Me() me: SignedIn): Promise<object> {
    const { measures, assignments, units } = await this.queries.sheet(id, me.actor);
    return { measures: measures.map((measure) => measureView(measure, assignments, units)) };
  }

  @Route('measure')
  async measure(@Param('id') id: string, @Me() me: SignedIn): Promise<object> {
    const { measure, assignments, units } = await this.measures.sheet(id, me.actor);
    const { revision, events } = await this.engine.offers(id, me.actor);
    return { ...measureView(measure, assignments, units), revision, events };
  }

  @Route('issuePlan')
  async issue(
    @Param('id') id: string,
    @Body() body: IssueBodyDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
  ): Promise<object> {
    requireCoordinator(me);
    const answer: Answer = await issueByProgram(this.plans, id, body, { actor: me.actor, ...sent });
    return { ...doneView('plan', answer), membersLeft: await this.plans.membersLeft(id) };
  }
}
