import type { Draft } from './note.js';

/** How a zone is called, with its committee or without: 高新区管理委员会, 某新城管理委员会, 经济开发区. */
const ZONE =
  /(?:[区园城港岛湖山]|基地)管理委员会$|(?:高新|经开|开发|工业园|产业园|示范|度假|综保|保税|风景名胜|风景|合作|试验)区$|(?:新区|新城|工业园|产业园|科技园|园区)$/;

/** Whether a unit, by its full name, is a zone that stands beside a place's counties and districts. */
export const isZone = (name: string): boolean => ZONE.test(name);

/** 各县（市、区）, 有关县区人民政府, 各乡镇（街道）: a kind of places, whoever they are; offices of theirs are none. */
const TERRITORIES =
  /^(?:各|有关|相关|全[省市县区州]各?)(?:级|有关|相关|地级|设区的?)*(?:自治|[县市区州盟旗镇乡街道（）〔〕、和及/])+(?:党委|人民政府|政府|办事处|管委会)*$|^各地$/;

/** Whether a group is one of territories. */
const isTerritories = (surface: string): boolean => TERRITORIES.test(surface);

/** Whether those who do it are places of a kind and, by their names, nothing but zones beside them. */
export const onlyZonesAmongPlaces = ({ responsible, openGroups }: Draft): boolean =>
  responsible.length > 0 &&
  openGroups.length > 0 &&
  responsible.every(({ name }) => isZone(name)) &&
  openGroups.some(({ surface, role }) => role === 'responsible' && isTerritories(surface));
