import { buildDoc } from './build-doc.js';
import { buildDocx, level, listed, paragraph } from './build-docx.js';

const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const chinese = (n: number): string => {
  if (n <= 10) return NUMERALS[n]!;
  return `${n < 20 ? '' : NUMERALS[Math.floor(n / 10)]}十${NUMERALS[n % 10]}`;
};

/** How the numbers of a level are printed: what stands before and behind the figure. */
interface Form {
  chinese: boolean;
  open: string;
  close: string;
}

const FORMS: Form[][] = [
  [{ chinese: true, open: '', close: '、' }],
  ['（）', '()'].map(([open, close]) => ({ chinese: true, open: open!, close: close! })),
  ['.', '、', '．'].map((close) => ({ chinese: false, open: '', close })),
];

const markOf = (form: Form, n: number): string => form.open + (form.chinese ? chinese(n) : String(n)) + form.close;

/** The form that a plan uses most at a level. */
function formOf(lines: string[], forms: Form[]): Form {
  const uses = (form: Form): number =>
    lines.filter((line) => line.startsWith(markOf(form, 1)) || line.startsWith(markOf(form, 2))).length;
  return forms.reduce((most, form) => (uses(form) > uses(most) ? form : most));
}

/** A paragraph whose number, if it has a level, the word processor counts. */
interface Counted {
  text: string;
  level: number | null;
}

/** A line whose printed number is another than the next of its level keeps it as text; each level starts again under the one above. */
function counted(lines: string[], forms: Form[]): Counted[] {
  const counts = forms.map(() => 0);
  return lines.map((line) => {
    const at = forms.findIndex((form, index) => line.startsWith(markOf(form, counts[index]! + 1)));
    if (at < 0) return { text: line, level: null };
    counts[at]! += 1;
    counts.fill(0, at + 1);
    return { text: line.slice(markOf(forms[at]!, counts[at]!).length).trim(), level: at };
  });
}

const escaped = (line: string): string => line.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A plan as Word file whose numbers the word processor counts by itself. */
export function countedDocx(lines: string[]): Buffer {
  const forms = FORMS.map((all) => formOf(lines, all));
  const levels = forms.map((form, at) =>
    level(at, form.chinese ? 'chineseCounting' : 'decimal', `${form.open}%${at + 1}${form.close}`),
  );
  const body = counted(lines, forms).map(({ text, level: at }) =>
    at === null ? paragraph(escaped(text)) : listed(escaped(text), 1, at),
  );
  const numbering = `<w:abstractNum w:abstractNumId="1">${levels.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`;
  return buildDocx({ body: body.join(''), numbering });
}

const CHINESE_COUNTING = 37;

/** The same as a Word 97–2003 file. */
export function countedDoc(lines: string[]): Buffer {
  const forms = FORMS.map((all) => formOf(lines, all));
  const levels = forms.map((form, at) => ({
    format: form.chinese ? CHINESE_COUNTING : 0,
    label: form.open + String.fromCharCode(at) + form.close,
  }));
  const paragraphs = counted(lines, forms).map(({ text, level: at }) =>
    at === null ? { text } : { text, list: 1, level: at },
  );
  return buildDoc(paragraphs, [levels]);
}
