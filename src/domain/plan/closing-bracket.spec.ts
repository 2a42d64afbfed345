import { describe, expect, it } from '@jest/globals';
import { namedInBracket } from './closing-bracket.js';

describe('a bracket at the end of a clause', () => {
  it.each([
    ['探望工友。（市公安交通居负责）', '市公安交通居负责'],
    ['探望工友。（市公安交通居）', '市公安交通居'],
    ['探望工友（各有关科组牵头）。', '各有关科组牵头'],
    ['一、查访。（县民政居）\n二、回访。', '县民政居'],
  ])('names somebody: %s', (words, named) => expect(namedInBracket(words)).toBe(named));

  it.each([
    '修路（省道）30公里。',
    '修路30公里。（省道改造）',
    '招商。（市场主体）',
    '修渠。（县城以北）',
    '张贴须知。（市人社局印发）',
    '走访工友。（含新就业形态）',
    '走访工友。',
  ])('names nobody: %s', (words) => expect(namedInBracket(words)).toBeNull());
});
