import { describe, expect, it } from '@jest/globals';
import { normalise } from './normalise.js';

const text = (source: string): string => normalise(source).text;

describe('the normal form of a text', () => {
  it('has Chinese punctuation, half-width figures and no white space but line ends', () => {
    expect(text('（一） 加强 服务,提高　质量;共１２个(县)')).toBe('（一）加强服务，提高质量；共12个（县）');
    expect(text('第一行\r\n\r\n  第二行')).toBe('第一行\n第二行');
  });

  it('loses pinyin that the end of a line cut through', () => {
    const source = '鄉(xi āng)村振興與返鄉(xiāng )創(chu\nàng)業(yè)服務';
    expect(normalise(source).text).toBe('乡村振兴与返乡创业服务');
  });

  it('is in simplified characters without stray pinyin', () => {
    const source = '發(fā)展就業(yè)服務，保障農民工權益，會(huì )議(yì)精神與社會(huì)保險擴面工作';
    expect(text(source)).toBe('发展就业服务，保障农民工权益，会议精神与社会保险扩面工作');
  });

  it('knows the second printed forms of traditional characters', () => {
    const source = '縣衞生健康委、畧陽鄕政府開辦産業夜校，淸點庫存，倂入總數，啓動鐡路塲站建設，羣眾滿意';
    expect(text(source)).toBe('县卫生健康委、略阳乡政府开办产业夜校，清点库存，并入总数，启动铁路场站建设，群众满意');
  });

  it('leaves a simplified text as it is, its rare characters included', () => {
    const simplified = '乾县人社局推广手机应用（app），引导农民工就近就业，落实各项补贴政策';
    expect(text(simplified)).toBe(simplified);
  });

  it('drops markdown marks and remembers bold', () => {
    const normal = normalise('1. **落实政策。**加强支持');
    expect(normal.text).toBe('1.落实政策。加强支持');
    expect(normal.bold).toHaveLength(2);
  });

  it('keeps the way back to the source for every character', () => {
    const source = '農(nóng)民工 工作(领导)小组';
    const { text: normal, at } = normalise(source);
    [...normal].forEach((character, index) => {
      expect(text(source[at[index] ?? 0] ?? '')).toBe(character === '农' ? text('農') : character);
    });
  });
});
