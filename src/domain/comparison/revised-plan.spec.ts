import { describe, expect, it } from '@jest/globals';
import { revisedBy, revisedWords, type Revisable } from './revised-plan.js';

const plan = (id: string, title: string, more: Partial<Revisable> = {}): Revisable => ({
  ...{ id, title, region: '太原市', state: 'issued' },
  ...more,
});

describe('which running plan a new paper revises', () => {
  const running = plan('old', '太原市2025年农民工工作要点');
  const others = [
    plan('last', '太原市2024年农民工工作要点'),
    running,
    plan('draft', running.title, { state: 'draft' }),
  ];
  const found = (title: string, more: Partial<Revisable> = {}) =>
    revisedBy(plan('new', title, { state: 'confirmed', ...more }), others)?.id ?? null;

  it('is told by its title, however the revision is said', () => {
    for (const title of [
      '太原市2025年农民工工作要点（修订）',
      '太原市2025年农民工工作要点（2025年7月修订稿）',
      '关于调整《太原市2025年农民工工作要点》的通知',
      '关于印发修订后的太原市2025年农民工工作要点的通知',
      ' 太原市2025年农民工工作要点',
    ])
      expect([title, found(title)]).toEqual([title, 'old']);
  });

  it('is none where the paper is another one, of another place, or the plan does not run', () => {
    expect(found('太原市2026年农民工工作要点')).toBeNull();
    expect(found('太原市2025年农民工工作要点任务分解')).toBeNull();
    expect(found(running.title, { region: '大同市' })).toBeNull();
    expect(found('太原市2023年农民工工作要点（修订）')).toBeNull();
    expect(revisedBy(running, others)).toBeNull();
  });
});

describe('what a paper says of itself', () => {
  const said = (title: string, noticeTitle: string | null = null, text = '') =>
    revisedWords({ title, noticeTitle, text });
  const PLAIN = '太原市夜校工作方案';

  it('is that it is a revised text: in its title, in that of its notice, in its words', () => {
    for (const [one, words] of [
      [said(`${PLAIN}（修订）`), '（修订）'],
      [said(`${PLAIN}（修订稿）`), '（修订稿）'],
      [said(`${PLAIN}（2026年修订版）`), '（2026年修订版）'],
      [said(`${PLAIN}修订稿`), '修订稿'],
      [said('调整后的太原市夜校任务分工'), '调整后的'],
      [said(PLAIN, `关于印发修订后的《${PLAIN}》的通知`), '印发修订后的'],
      [said(PLAIN, `关于修订《${PLAIN}》的通知`), `关于修订《${PLAIN}》`],
      [said(PLAIN, `关于对《${PLAIN}》进行调整的通知`), `关于对《${PLAIN}》进行调整`],
      [said(PLAIN, null, '原方案作废，请遵照执行。'), '原方案作废'],
      [said(PLAIN, null, '现将调整\n后的方案印发给你们。'), '现将调整后的'],
      [said(PLAIN, null, '原工作方案同时废止。'), '原工作方案同时废止'],
    ] as const)
      expect(one).toBe(words);
  });

  it('is not, where an adjustment is the plan’s own matter', () => {
    expect(said('最低工资标准调整工作方案')).toBeNull();
    expect(said('太原市行政区划调整后农民工服务方案')).toBeNull();
    expect(said(PLAIN, `关于印发《${PLAIN}》的通知`, '推进修改后的条例落地，过期证件一律作废。')).toBeNull();
  });
});
