import { groupOf } from './open-groups.js';

const UNIT_LIKE =
  /(局|委|办|厅|部|会|院|署|处|中心|站|所|社|行|队|公司|集团|学校|大学|学院|政府|街道|镇|乡|工会|团委|人大|政协|妇联|残联|科协|办公室|领导小组|专班|小组|工作组|推进组|指挥部[一-龥]{2,6}组|指挥部|机构|馆|台|分局|军分区|党校|县|区|市|州|旗|直属库|储备库|粮库|支库|金库|协会|联合会|工商联|海关|室|公安|[车工机电]务段|[委会]机关|纪检(?:监察)?组|[一-龥](?:移动|电信|联通|铁塔)|中学|小学|卫生院|[^工建出进]厂)$/;

/** Whether words look like the name of a unit. */
export const unitLike = (text: string): boolean =>
  text.length <= 34 && (UNIT_LIKE.test(text.endsWith('）') ? text.replace(/（[^）]*）$/, '') : text) || groupOf(text));
