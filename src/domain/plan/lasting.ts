/** 长期坚持, 贯穿全年, 常态化推进: how a plan says that work goes on, a piece of a pattern. */
export const LASTING =
  '(?:[并需要]*(?:长期|常年|全年|常态化?(?:、?(?:长效化|制度化|规范化))*|持续|日常|经常性?|贯穿全年|全过程)(?:性|地)?(?:坚持|推进|实施|开展|落实|执行|任务|工作|抓好|进行|运行)*)+';

const LASTS = new RegExp(`^${LASTING}$`);

/** Whether words say that work goes on without a day of its end, which is no season and no rhythm. */
export const isLasting = (words: string): boolean => LASTS.test(words);

/** The same of several, as lists of tasks print them; false for none. */
export const areLasting = (words: string): boolean => words !== '' && words.split('；').every(isLasting);
