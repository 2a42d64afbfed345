import { describe, expect, it } from '@jest/globals';
import { sharedWords } from './shared-words.js';

describe('the words that two clauses share', () => {
  it('are whole words, neighbouring ones together, each told once', () => {
    const [one, other] = ['每周在工地开放流动图书馆，图书馆免费。', '村里的流动图书馆每周轮换图书。'];
    expect(sharedWords(one, other)).toEqual(['每周', '流动图书馆']);
  });

  it('are none that clauses of any matter say', () => {
    expect(sharedWords('进一步加强农民工工作，切实推进落实。', '切实做好农民工工作，推进落实。')).toEqual([]);
  });
});
