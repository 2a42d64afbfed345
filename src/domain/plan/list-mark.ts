const LIST_MARK = /^[一二三四五六七八九十]{1,2}是(?=[一-龥\d“])/;

/** Words of a list inside a sentence without their mark: 一是, 二是. */
export const withoutListMark = (words: string): string => words.replace(LIST_MARK, '');
