/** “主办单位：永寿县人民政府、市总工会；协办单位：……”: with a list of units or another part it is a note, no page's foot. */
const NO_NOTE =
  '(?!.*、|(?:.*[，和及])?(?:各|[省市县区州][一-龥]{1,11}[局委会厅部联])|.*(?:责任|配合|协助|协同|协办|参与|参加|落实)(?:单位|部门))';

/** What a web page or a printed page puts around a document: navigation, share buttons, page numbers. */
const WHOLE_LINE = new RegExp(
  [
    String.raw`^[—\-·\s第/共页]*\d{1,4}[—\-·/共页\d\s]*$`,
    String.raw`^\[大\]\[中\]\[小\]`,
    String.raw`^(您(现在)?的|当前|所在)?位置[:：]`,
    String.raw`^(微博|微信|空间|qq|QQ|分享|分享到|打印|收藏|关闭|返回顶部|无障碍|上一篇|下一篇|上一条|下一条|字号|扫一扫)`,
    String.raw`^【?(字体|字号|打印|关闭|视力)`,
    String.raw`^(来源|作者|时间|浏览次数|点击数?|阅读次数|发布时间|发布日期|发布机构|信息来源|索引号|主题分类|公开方式)[:：]`,
    String.raw`^\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(\d{1,2}[:：]\d{2})?(来源|作者|浏览)`,
    String.raw`^\[?(责任编辑|编辑|相关链接|相关附件|相关文档|关联文件|文件下载|附件下载|相关新闻|版权所有|网站标识码|备案号)`,
    // Who runs the site; 主办单位：市财政局 is a note.
    String.raw`^(?:主办|承办)(?:单位)?[:：]${NO_NOTE}.*(?:人民政府|政府网|信息中心|网站|版权|大数据)`,
    String.raw`^信息公开(?:类别|责任)|^公开(?:责任)?(?:部门|单位)[:：]`,
    String.raw`ICP备|公网安备|网站地图|联系我们$`,
    String.raw`^首页[>》]`,
  ].join('|'),
);

/** “关闭违规加工点20家，全面清查。（市应急局负责）”: a sentence or a note is the document's, whatever word it begins with. */
const SAID = /[。；）]|[，、].*[，、]|负责|牵头|(?:责任|配合)(?:单位|部门)[:：]/;
const MENU = /^(?:微博|微信|空间|qq|QQ|分享|打印|收藏|关闭|无障碍|扫一扫|字号|时间|来源|编辑)/;

/**
 * Whether a printed line belongs to the page and not to the document; `next` is how the line after it begins, `before`
 * the line above.
 */
export const isChrome = (line: string, next = '', before = ''): boolean =>
  line.length <= 120 &&
  WHOLE_LINE.test(line) &&
  !(MENU.test(line) && SAID.test(line)) &&
  !(HOST.test(line) && NEXT_PART.test(next)) &&
  !(HELD_BELOW.test(line) && TASK_ABOVE.test(before));

const PAGE_NUMBER = /^[—\-－·\s]{1,3}\d{1,4}[—\-－·\s]{1,3}$/;
const LETTERHEAD = /^[一-龥]{2,24}(?:政府|办公[厅室]|委员?会?|[厅局部])文件$/;
const NUMBERED = /^[一-龥]{2,10}[〔[（(]\d{4}/;

/** Whether a line is the letterhead that a page repeats under the number of the page before; a new document's has its number below. */
export const isRunningHead = (line: string, before: string, next: string): boolean =>
  line.endsWith('文件') && LETTERHEAD.test(line) && PAGE_NUMBER.test(before) && !NUMBERED.test(next);

/** “主办单位：永寿县人民政府” over “责任单位：……” is a note's first line. */
const HOST = /^(?:主办|承办)单位：/;
/** “承办单位：甲县人民政府” right below a task or those who do it: who runs a site stands below its words, and holds offices for it. */
const HELD_BELOW = /^承办单位：[一-龥]{2,8}[县区旗镇乡](?:人民)?政府$/;
const TASK_ABOVE = /[。；]$|^(?:牵头|责任|主办|配合|协办|参与)(?:责任)?单位：/;
const NEXT_PART =
  /^(?:具体|责任|配合|协助|协同|协办|参与|参加|落实|其他|完成|办结|时限)[一-龥]{0,4}(?:单位|部门|时限|时间)?：|^承办单位：(?:各|[省市县区州](?!.*(?:信息|网|数据|政务)))/;

/** The end of a page whose line breaks were lost: who runs the site, its record, its makers. */
const FOOTER = new RegExp(
  `(?:版权所有|网站标识码|备案编?号|技术支持|公开责任部门|(?<![（【[〔])主办(?:单位)?(?=[:：]${NO_NOTE}[^。]{0,24}(?:人民政府|政府办公|政府网|信息中心|网站)))[:：].{0,160}$`,
);

/** Where a page's footer begins in its last paragraph; -1 without one. */
export const footerAt = (text: string): number => text.search(FOOTER);

const SUM =
  /^\|?(?:\d{1,3}[.、．]?\|*)?(?:合计|总计|小计|共计)(?:[|：:]*(?:\d[\d.,]*[项个条件户人次万元亿]{0,3}[|、，]*)*|(?:\d+[项个条件])?\|[^。；]*)$/;
const FIGURE = /^\d[\d.,]*[项个条件户人次万元亿]{1,3}$/;

/** Whether a line is a table's sum, with a running number or none: 合计 with nothing but figures or in a cell of its own, or the figure on the line below it. */
export const isSum = (line: string, before: string): boolean =>
  line.length <= 40 && (SUM.test(line) || (FIGURE.test(line) && SUM.test(before)));
