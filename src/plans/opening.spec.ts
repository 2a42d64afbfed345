import { describe, expect, it } from '@jest/globals';
import { openings } from './opening.js';

describe('measures of one title', () => {
  it('are told apart by their first words; a title that stands alone needs none', () => {
    const long = '支持县域发展一批就业容量大、带动力强的劳动密集型产业，增加就近岗位。健全机制。';
    const measures = [
      { title: '稳定就业', text: '实施春暖农民工行动。全年不少于20场。' },
      { title: '稳定就业', text: long },
      { title: '法律援助', text: '全年办理300件。' },
    ];
    expect(openings(measures)).toEqual(['实施春暖农民工行动', `${long.slice(0, 28)}……`, '']);
  });
});
