import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

/** Elements that never hold the words of a document. */
const DROPPED = new Set(
  'script style noscript template iframe frame object embed applet svg math canvas video audio nav footer aside form button select input textarea head title link meta'.split(
    ' ',
  ),
);
/** Class and id words by which government sites mark navigation, sharing tools and the page's foot. */
const CHROME_WORD =
  /(^|[-_\s])(nav|navbar|menu|breadcrumb|crumbs?|footer|foot|share|sidebar|side|toolbar|tools?|copyright|pagination|pages?nav|related|relate|comment|print|qrcode|ewm|search|login|logo|banner|header|top-?bar|dqwz|weizhi|position|location|font-?size|fontzoom|bdshare|wza|accessib\w*|friend-?links?|yqlj|prev|next)([-_\s]|$)/i;
/** Lines that are tools of the page, whole. */
const CHROME_LINE =
  /^(首页|打印(本页|此页)?|关闭(窗口|本页|此页)?|分享(到|至)?[:：]?|收藏|返回(顶部|上页|首页)?|扫一扫.{0,20}|微信|微博|QQ空间|无障碍(阅读|浏览)?|长者(模式|版)|繁體(中文)?|上一篇.*|下一篇.*|(浏览|阅读|点击|访问)(次数|量|数)?[:：]?\s*\d*\s*次?|【?\s*字(体|号).{0,20}|字(体|号)[:：].{0,15}|[【\[]?\s*(大|中|小)\s*[】\]]?|(大\s*中\s*小)|当前位置.*|您?(现)?在?的?位置[:：].*|.*(ICP备|公网安备|网站标识码|版权所有).*|主办单位[:：].*承办.*|Copyright.*)$/i;

/** A longer line is a paragraph, whatever words it begins with. */
const LONGEST_TOOL = 100;

/** True for an element that is part of the page and not of the document. */
export function isChrome(element: Tree.Element): boolean {
  if (DROPPED.has(element.tagName)) return true;
  if (isHidden(element)) return true;
  const value = (name: string) => element.attrs.find((attribute) => attribute.name === name)?.value ?? '';
  if (['body', 'html', 'td', 'table', 'p', 'h1', 'h2'].includes(element.tagName)) return false;
  return CHROME_WORD.test(`${value('class')} ${value('id')}`) || /navigation|search|banner/.test(value('role'));
}

const isHidden = ({ attrs }: Tree.Element): boolean =>
  attrs.some(
    ({ name, value }) =>
      name === 'hidden' || (name === 'style' && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(value)),
  );

/** True for an element that the page does not show and that holds a sentence: pages hide tools of theirs as well. */
export function hidesWords(element: Tree.Element): boolean {
  if (DROPPED.has(element.tagName) || !isHidden(element)) return false;
  const words = wordsOf(element).trim();
  return SENTENCE.test(words) && !TOOL_WORDS.test(words);
}

/** A sentence of a document ends with its full stop or its bracket. */
const SENTENCE = /[一-龥][^。；]{5,}[。；）]/;
const TOOL_WORDS = /浏览器|二维码|扫一扫|验证码|登录|点击|分享|客户端|公众号/;

function wordsOf(node: Tree.ParentNode): string {
  return node.childNodes
    .map((child) => {
      if (child.nodeName === '#text') return (child as Tree.TextNode).value;
      return 'tagName' in child && !DROPPED.has(child.tagName) ? wordsOf(child) : '';
    })
    .join('');
}

/** True for words that the page shows struck out. */
export function isStruck({ tagName, attrs }: Tree.Element): boolean {
  if (tagName === 'del' || tagName === 's' || tagName === 'strike') return true;
  const style = attrs.find(({ name }) => name === 'style')?.value ?? '';
  return /text-decoration(?:-line)?\s*:[^;]*line-through/i.test(style);
}

/** True for a printed line that is a tool of the page. */
export function isChromeLine(line: string): boolean {
  return line.length <= LONGEST_TOOL && CHROME_LINE.test(line.trim());
}
