import fc from 'fast-check';
import { Converter } from 'opencc-js/cn2t';

/** Something that happens to a plan's text on its way, after which it must still be read the same. */
export interface Damage {
  name: string;
  alter: (text: string) => string;
}

const HALF: Record<string, string> = { '（': '(', '）': ')', '，': ',', '；': ';', '：': ':' };
const halfWidth = (text: string): string => text.replace(/[（），；：]/g, (mark) => HALF[mark] ?? mark);

/** A page ends inside a bracketed list: the number of the page stands between its names. */
const cutByPages =
  (every: number, number: string) =>
  (text: string): string => {
    let count = 0;
    return text.replace(/、(?=[^（）()【】〔〕[\]\n]*[）)】〕\]])/g, () =>
      count++ % every === 0 ? `、\n\n${number}\n\n` : '、',
    );
  };

/** From the plan's first sentence on no line break is left. */
function withoutBreaks(text: string): string {
  const body = text.indexOf('为做好');
  return text.slice(0, body) + text.slice(body).replaceAll('\n', '');
}

const wrappedAt =
  (width: number) =>
  (text: string): string =>
    text.replace(new RegExp(`[^\\n]{${width}}(?=[^\\n]{3})`, 'g'), '$&\n');

const spaced =
  (end: string, indent: string) =>
  (text: string): string =>
    text.replaceAll('\n', end + indent);

const traditional = Converter({ from: 'cn', to: 't' });

/** Characters behind which a database prints how they sound, as 發(fā)展. */
const SOUNDS: Record<string, string> = {
  ...{ 發: 'fā', 會: 'huì', 業: 'yè', 務: 'wù', 動: 'dòng', 關: 'guān', 單: 'dān', 進: 'jìn', 實: 'shí', 調: 'diào' },
};
const sounded = (text: string): string =>
  traditional(text).replace(/[發會業務動關單進實調]/g, (char: string) => `${char}(${SOUNDS[char]})`);

const CHROME_ABOVE = [
  '当前位置：首页 > 政务公开 > 政策文件',
  '【字体：大 中 小】',
  '发布时间：2024-01-20 09:30',
  '来源：本站原创',
];
const CHROME_BELOW = [
  '分享到：',
  '【打印本页】【关闭窗口】',
  '上一篇：关于做好节日值守的通知',
  '版权所有：本站 备案编号：000000',
];
const onWebPage = (text: string): string => [...CHROME_ABOVE, text, ...CHROME_BELOW].join('\n');

/** Headings in bold, as a converter to Markdown leaves them. */
const inMarkdown = (text: string): string => text.replace(/^([一二三四五]、.*)$/gm, '**$1**');

/** Characters nobody sees, and blanks that are none. */
const unseen = (text: string): string => text.replace(/、/g, '、\u200b').replace(/。(?=.)/g, '。\u00a0');

const one = (name: string, alter: Damage['alter']): fc.Arbitrary<Damage> => fc.constant({ name, alter });

export const DAMAGES = {
  'half-width punctuation': one('half-width punctuation', halfWidth),
  'pages that end inside a note': fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom('— 3 —', '- 3 -', '3', '第3页 共9页'))
    .map(([every, number]): Damage => ({ name: `pages, ${number}`, alter: cutByPages(every, number) })),
  'lost line breaks': one('lost line breaks', withoutBreaks),
  'empty lines, indents, Windows line ends': fc
    .tuple(fc.constantFrom('\n', '\r\n', '\r\n\r\n', '\n\n'), fc.constantFrom('', '　　', '    ', '\t'))
    .map(([end, indent]): Damage => ({ name: `lines, ${JSON.stringify(end + indent)}`, alter: spaced(end, indent) })),
  'traditional characters': one('traditional characters', traditional),
  'traditional characters with their sound': one('traditional characters with their sound', sounded),
  'a web page around it': one('a web page around it', onWebPage),
  'marks of Markdown': one('marks of Markdown', inMarkdown),
  'characters nobody sees': one('characters nobody sees', unseen),
};

/** A converter ends every line at the same width, inside names and labels too. */
export const wrapped: fc.Arbitrary<Damage> = fc
  .integer({ min: 22, max: 40 })
  .map((width) => ({ name: `wrapped at ${width}`, alter: wrappedAt(width) }));
