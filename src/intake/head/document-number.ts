const NUMBER = /([一-龥]{1,16})[〔[（【(]?((?:19|20)\d{2})[〕\]）】)]?第?(\d{1,4})号/g;
const VERBS =
  /^.*(?:根据|按照|依据|依照|贯彻|落实|印发|转发|关于|参照|执行|《|发文字号|发文号|文号|文件编号|字号|编号|以及|[和及与])/;
const KINDS = /^.*(?:通知|意见|方案|要点|计划|措施|办法|规划|决定|清单|分工)/;

export interface PrintedNumber {
  number: string;
  index: number;
  end: number;
}

/** Document numbers printed in a text, in normal form 机关代字〔年份〕序号号; lost brackets are put back. */
export function documentNumbers(text: string, gap?: Uint8Array): PrintedNumber[] {
  if (!text.includes('号')) return [];
  const found: PrintedNumber[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const printed = match[1] ?? '';
    const body = agency(printed, match.index, gap);
    if (!body || /第$|编$|令$|线$/.test(body) || /^年/.test(body)) continue;
    const index = match.index + printed.length - body.length;
    found.push({ number: `${body}〔${match[2]}〕${match[3]}号`, index, end: match.index + match[0].length });
  }
  return found;
}

/** The agency's sign without the words that ran into it. */
function agency(printed: string, index: number, gap?: Uint8Array): string {
  let from = 0;
  if (gap) for (let i = 1; i < printed.length; i++) if ((gap[index + i] ?? 0) > 0 && printed.length - i >= 2) from = i;
  return printed.slice(from).replace(VERBS, '').replace(KINDS, '');
}
