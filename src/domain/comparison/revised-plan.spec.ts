import { describe, expect, it } from '@jest/globals';
import { revisedBy, type Revisable } from './revised-plan.js';

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
