import { describe, expect, it } from '@jest/globals';
import { refuseClassified } from './classified.js';

const refusedFor = (text: string, margins = '', name = '方案.docx') => {
  try {
    refuseClassified(text, margins, name);
    return null;
  } catch (error) {
    return error;
  }
};

describe('the mark of secrecy', () => {
  it('is found at the head, with or without star, and after the serial number', () => {
    for (const mark of [
      '绝密★长期',
      '机密★10年',
      '秘密★',
      '秘　密★1年',
      '000001机密★1年特急',
      '秘密 1年',
      '密 级：秘密',
      '秘 密',
      '秘　密',
      '机　　密',
      '【秘密】',
      '★秘密',
      '机密·一年',
      '绝密 长期 特急',
      '云政办发〔2024〕7号    秘 密',
      '特急 机 密  云政办发〔2024〕7号',
      '密级：机 密',
    ]) {
      expect(refusedFor(`${mark}\n云岭市农民工办文件`)).toMatchObject({
        code: 'classified_mark',
        message: expect.stringMatching(/绝密|机密|秘密/),
      });
    }
  });

  it('is found inside a long line where a term follows the star', () => {
    const line = `云岭市农民工工作领导小组办公室文件 云农工办〔2024〕7号 秘密★3年 关于印发2024年工作要点的通知`;
    expect(refusedFor(line)).toMatchObject({ code: 'classified_mark' });
  });

  it('is not found in words about secrecy, nor in a heading with a star', () => {
    for (const line of [
      '严格遵守保密规定，不得泄露国家秘密、工作秘密。',
      '凡标有“机密★”字样的材料一律不得上传。',
      '★重点任务',
      '二、保守商业秘密',
      '保守秘密',
      '保 密',
      '根据云政办发〔2024〕7号 做好秘密载体清退',
    ]) {
      expect(refusedFor(`云岭市工作方案\n${line}`)).toBeNull();
    }
  });
});
