import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../intake/registry.js';
import { readPlan } from '../intake/read-plan.js';
import { clausesRead } from './clauses-read.service.js';
import { toDraft } from './draft.js';

describe('a clause for which nobody is named', () => {
  it('is read for its figures and its day where it is compared', () => {
    const lines = ['云岭市2024年农民工工作要点', '一、主要任务', '1.签订合同。全年签订3万份。（市人社局负责）'];
    const clause = '2.建好驿站。力争驿站覆盖率达到95%，2024年10月底前完成。';
    const draft = toDraft(readPlan([...lines, clause].join('\n'), loadUnitRegistry()));
    const [read] = clausesRead(draft) ?? [];
    expect(read).toMatchObject({ title: '建好驿站', deadline: { day: '2024-10-31' } });
    expect(read?.targets).toMatchObject([{ metric: '驿站覆盖率', value: 95, unit: '%', hard: false }]);
  });

  it('stays unread in a draft from before such clauses had their words', () => {
    const { unassignedClauses: _none, ...draft } = toDraft(readPlan('要点\n1.建好驿站。', loadUnitRegistry()));
    expect(clausesRead(draft)).toBeUndefined();
  });
});
