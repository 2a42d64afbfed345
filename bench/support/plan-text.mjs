/** A plan of about `bytes` bytes (UTF-8) in the office's manner: chapters, clauses, figures, dates, a note for each clause. */
const NOTES = [
  '（市人社局牵头，市财政局、市教育局、市农业农村局配合）',
  '（责任单位：市住建局、市交通运输局、市水利局，各县（市、区）人民政府）',
  '（市公安局、市司法局、市总工会按职责分工负责）',
  '（牵头单位：市卫生健康委；配合单位：市医保局、市税务局、团市委、市妇联）',
  '市教育局会同市发展改革委、市财政局等单位负责。',
  '（市委宣传部、市文化和旅游局、市广播电视台分别负责）',
];
const TASKS = [
  ['开展订单式培训', '全年组织培训不少于1.2万人次，取得证书的达到80%以上，10月底前完成上半年所欠部分'],
  ['清理拖欠工资', '年底前新发生的欠薪案件动态清零，对查实的案件每月25日前通报一次，涉及金额比上年下降'],
  ['办好随迁子女入学', '新增学位3600个，秋季开学前全部投入使用，做到应入尽入'],
  ['守护职业健康', '为一线工人免费体检2万人，建档率保持在95%以上，力争覆盖全部规模以上企业'],
  ['修好返乡创业园', '新建园区4个、提升12个，累计入驻经营主体超过600户，带动就业约1.5万人'],
  ['办好夜校和书屋', '春节前后集中放映电影，常态化送戏到工地，三季度末评出示范点20个'],
];
/** What a clause says around its task: a plan has a note for every nine hundred bytes or so. */
const REASONS =
  '坚持问题导向，先摸清底数再排出顺序，把工人最着急的事情放在前面办。各单位明确一名联络员，建立台账，逐项登记、逐项核对、逐项销号。' +
  '需要几家单位共同办理的，由先接到的单位约请其他单位商量，商量不成的报办公室协调。对外省来并务工人员一视同仁，所需经费列入本单位预算。' +
  '工地、车间、集镇的宣传栏同步公布办理途径，方便工人就近咨询，遇到新情况随时补充。';
const HEAD = `太原市农民工工作领导小组办公室关于印发《太原市2023年农民工工作要点》的通知
并农工办发〔2023〕3号
各县（市、区）农民工工作领导小组，市农民工工作领导小组各成员单位：
现将《太原市2023年农民工工作要点》印发给你们，请结合实际抓好落实。
太原市农民工工作领导小组办公室
2023年4月6日
太原市2023年农民工工作要点
`;
const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const inWords = (n) => {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens > 1 ? NUMERALS[tens] : ''}${tens > 0 ? '十' : ''}${NUMERALS[ones]}`;
};

export function planText(bytes) {
  const parts = [HEAD];
  let size = Buffer.byteLength(HEAD);
  for (let n = 0; size < bytes; n++) {
    const lines = [];
    if (n % 8 === 0) lines.push(`${inWords(((n / 8) % 98) + 1)}、抓好第${n / 8 + 1}方面的服务保障`);
    const [title, text] = TASKS[n % TASKS.length];
    lines.push(
      `（${inWords((n % 8) + 1)}）${title}。${text}，由各单位结合实际细化措施。${REASONS}${NOTES[n % NOTES.length]}`,
    );
    const part = `${lines.join('\n')}\n`;
    parts.push(part);
    size += Buffer.byteLength(part);
  }
  return parts.join('');
}
