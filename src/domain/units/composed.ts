const WORDS =
  '农业农村|农业|农村|农牧|畜牧|兽医|水务|水利|林业|草原|渔业|海洋|工业|信息化|科学技术|科技|教育|体育|文化|旅游|广播电视|广电|新闻出版|文物|经济|商务|贸易|' +
  '发展改革|发展和改革|民政|民族|宗教|事务|卫生|健康|计划生育|医疗保障|自然资源|规划|住房|城乡建设|建设|房屋|房产|城市管理|城市|综合|行政|执法|交通运输|交通|园林|绿化|市容|环卫|' +
  '应急|消防|退役军人|人力资源|社会保障|劳动|就业|市场监督|市场监管|监督|质量|知识产权|投资|招商|促进|合作|外事|侨务|口岸|粮食|物资储备|储备|能源|统计|审计|司法|财政|金融|国有资产|' +
  '大数据|数据|数字|信访|乡村振兴|扶贫|移民|搬迁|生态环境|环境保护|生态|气象|政务服务|政务|服务|审批|机关事务|管理|发展|改革|工作|资源|资产|保障|安全|生产|物流|电子商务|营商环境|网络|信息|通信|航运|港口|港务|航空|铁路|公路|邮政|烟草|盐务|档案|史志|人才|社会|组织|社会工作|老龄|残疾人|妇女|儿童|区域|协调|重点|项目|工程|招投标|公共资源|交易';

const COMPOSED = new RegExp(`^(?:(?:${WORDS})(?:和|与)?){1,9}(局|厅|委员会|委|办公室|办)$`);
/** Short endings of agencies and what they stand for. */
export const EXPANDED: Record<string, string> = { 委: '委员会', 办: '办公室' };

const BODY =
  /(?:馆|总会|协会|学会|商会|联合会|基金会|促进会|中心|研究院|研究所|医院|学院|大学|公司|集团|经开区|高新区|开发区|银行|农商行|信用社|联社|分行|支行|海关|总队|支队|大队|报社|电视台|广播电视台|领导小组|联席会议|指挥部|工作专班|委员会|协调小组|专班)(?:办公室)?$|^(?:人大|政协).{1,12}(?:委|委员会|办公室)$/;

/**
 * The name of an agency that is put together from whole words (农业农村畜牧水务局): it is a full name as it stands, only
 * its ending may be short. Null for everything else, abbreviations (工科局) included.
 */
export function composedName(rest: string): string | null {
  const end = COMPOSED.exec(rest)?.[1];
  return end === undefined ? null : rest.slice(0, -end.length) + (EXPANDED[end] ?? end);
}

/** Bodies whose printed name is their name: museums, associations, teams, companies, leading groups. */
export const isNamedBody = (rest: string): boolean => rest.length >= 3 && BODY.test(rest) && !RUN_ON.test(rest);

/** 人社局委托县职教中心, 财政局某集团: one agency with words or another body behind it is no one body's name. */
const RUN_ON = /委托|提请|会同|代替|负责|(?:局(?!集团|域网)|厅|委员会(?!办公室$))[一-龥]{2,}/;
