/** The list of names behind the last label of a text. */
const LABELLED =
  /(?:(?:牵头|责任|主责|主办|承办|配合|协办|协[同助]|参与|参加|落实|实施)(?:责任)?(?:单位|部门|主体|科室)|牵头|配合)[:：】]([^。：:】]{2,300})$/;
/** How a name or a group ends that is whole; 市委 may be the beginning of 市委组织部. */
const WHOLE = /(?:[局委办厅部会院队行社司心府所站校处科室等县市区州）]|集团|公司|单位|部门|乡镇|街道|园区|企业)$/;
const ONLY_LEVEL = /(?:^|[、，；])(?:自治区|[省市县区州盟旗])$/;
/** Words that go on with a list of names: what the last of them are to do, and more of the last name. */
const GOES_ON =
  /^(?:[等及和与或]|以及|会同|牵头|负责|配合|参与|参加|协助|协同|按|共同|分别|联合|落实|[（〔、，；。]|(?:人民)?政府|党[委组]|管委会)/;
/** “会保障局、市财政局”, “组织部。”: the end of a name, or a name, and no sentence. */
const NAME =
  /^[一-龥]{0,14}(?:[局委办厅部会室院队社司心府所站处科]|集团|公司|单位|部门|街道|乡镇)(?:[、，；。（]|等|牵头|负责|配合|$)/;
/** Who issues the plan, under its last clause. */
const SIGNED =
  /^(?:以上|上述)(?:各项)?(?:措施|任务|工作)|^本(?:措施|方案|意见|办法|通知)|^[一-龥]{2,10}[省市县区州盟旗镇乡](?:人民政府|委员会)(?:办公[室厅])?$/;

/** “市政府督查室每季度通报。”: a sentence that begins with a unit, its level printed, and does not end with names or their part. */
const SENTENCE =
  /^(?:自治区|[省市县区州盟旗])(?!.*(?:[局委办厅部会院队行社司府位门等]|负责|牵头|配合|参与|参加|协助|落实)。$).{12,}。$/;

/**
 * Whether the names behind a label (责任单位：甲局) end with their line: the last of them is whole and the next line
 * begins no name. `text` is the end of the paragraph so far.
 */
export function namesEnd(text: string, next: string): boolean {
  const names = LABELLED.exec(text)?.[1];
  if (!names || !WHOLE.test(names) || ONLY_LEVEL.test(names)) return false;
  return SIGNED.test(next) || SENTENCE.test(next) || !(GOES_ON.test(next) || NAME.test(next));
}

/** “局，”, “管局、”: how a name ends that began on the page before. */
const NAME_TAIL = /^[一-龥]{0,10}(?:[局委办厅部会院队]|中心|政府)(?:[、，；。）]|$)/;

/** “责任单位：市水务局、市城” and on the next page “管局，各县区政府”: the last name behind the label is not whole. */
export function cutInName(text: string, next: string): boolean {
  const names = LABELLED.exec(text)?.[1];
  return names !== undefined && /[、，][一-龥]{1,8}$/.test(names) && !WHOLE.test(names) && NAME_TAIL.test(next);
}

const LABEL =
  /(?:单位|部门|科室|处室|主体|时限|责任人|牵头|配合)[:：】]|(?:^|[。；，（])(?:牵头|责任)(?:单位|部门)(?![要应将须和、，])/;
const UNITS =
  /^(?:自治区|[省市县区州盟旗])(?:[一-龥（）]{2,20}(?:[局委办厅部院会）]|中心|政府)[、，；])*[一-龥（）、]{2,24}(?:[局委办厅部院会镇乡）]|中心|政府|街道|公司|大队)。?$|^[一-龥]{2,12}(?:区|园|城|港)管委会。?$/;

/** Whether a sentence holds labelled names, or nothing but units: a note that may end without a stop. */
export function holdsNames(text: string): boolean {
  const sentence = text.slice(text.replace(/。$/, '').lastIndexOf('。') + 1);
  return LABEL.test(sentence) || UNITS.test(sentence);
}
