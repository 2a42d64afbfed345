import { describe, expect, it } from '@jest/globals';
import { escapeXml } from './xml.js';

describe('text in XML', () => {
  it('keeps Chinese text and rare characters as they are', () => {
    expect(escapeXml('〔2023〕“农民工”𠮷')).toBe('〔2023〕“农民工”𠮷');
  });

  it('escapes the marks of XML itself', () => {
    expect(escapeXml('A&B <"x">')).toBe('A&amp;B &lt;&quot;x&quot;&gt;');
  });

  it('leaves out what no XML document may hold: control characters and half characters', () => {
    expect(escapeXml('培\u0000训\u000B\uD800人\uDC00次\uFFFE')).toBe('培训人次');
  });
});
