import { Controller, Get, Param, Query, Render } from '@nestjs/common';
import type { SignedIn } from '../identity/identity.service.js';
import { Me } from '../identity/me.decorator.js';
import { filtersOf, LedgerQueryDto } from './ledger.dto.js';
import { ledgerPage, type LedgerPage } from './ledger.presenter.js';
import { LedgerService } from './ledger.service.js';

/** 台账 over all plans and of one plan. */
@Controller()
export class LedgerController {
  constructor(private readonly ledger: LedgerService) {}

  @Get('ledger')
  @Render('pages/ledger/ledger')
  async all(@Query() query: LedgerQueryDto, @Me() me: SignedIn): Promise<LedgerPage> {
    const found = await this.ledger.rows(query.plan ?? 'all', filtersOf(query), me.actor);
    return ledgerPage({ plan: null, query, choices: await this.ledger.choices(me.actor), found });
  }

  @Get('plans/:id/ledger')
  @Render('pages/ledger/ledger')
  async ofPlan(@Param('id') id: string, @Query() query: LedgerQueryDto, @Me() me: SignedIn): Promise<LedgerPage> {
    const filters = filtersOf(query);
    const found = query.asOf
      ? await this.ledger.rowsAsOf(id, query.asOf, filters, me.actor)
      : await this.ledger.rows(id, filters, me.actor);
    const choices = await this.ledger.choices(me.actor, id);
    const title = choices.plans.find((plan) => plan.id === id)?.label ?? '';
    return ledgerPage({ plan: { id, title }, query, choices, found });
  }
}
