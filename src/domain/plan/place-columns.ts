const PLACE =
  /^(?![全各本市县区]|其[他它中]|合计|小计)[一-龥]{1,7}(?:(?<![社小园片辖地])区|(?<![超地])市|[县州旗盟]|(?<![城乡])镇|乡|街道)$/;

/** Whether a head, or the first cell of a row, is the name of a county or township: 张湾区, 丹江口市（场）. */
export const isPlace = (words: string): boolean => PLACE.test(words.replace(/\s|[（(].*?[）)]/g, ''));
