import type { PlanLevel } from '../plan/reading.js';

export type UnitCategory = 'government' | 'party' | 'mass' | 'court' | 'vertical' | 'institution';

/** A kind of unit whose name is stem + ending: 财政 + 厅 at the province, 财政 + 局 in a city. */
export interface UnitKindSeed {
  id: string;
  /** Of kinds that do the same work, of which a place has one: 水利 here, 水务 there. */
  work?: string;
  category: UnitCategory;
  stem: string;
  /** Other printed forms of the stem, shortest and older spellings included. */
  short?: string[];
  /** Other stems that are full names themselves in some places and stay as printed. */
  variants?: string[];
  /** Short names, ending included, that may stand for other units as well: they stay as printed (文旅局, 国资局). */
  loose?: string[];
  /** Short names, ending included, that stand for no other unit: 安办. */
  aliases?: string[];
  /** Names, ending included, that are near to its own and may be another unit's: a person is asked. */
  near?: string[];
  ends: { province: string; city: string; county: string };
  /** Full name of the central body, where there is one. */
  state?: string;
  /** First and last day on which the name was in use in the provinces and below, 'YYYY-MM-DD'. */
  from?: string;
  to?: string;
  /** The same for the central body, where its days are others. */
  stateFrom?: string;
  stateTo?: string;
  /** Ids of those that do its work since; several where it was divided or places differ. */
  successors?: string[];
}

/** A unit with one name at every level but the prefix: 总工会, 委组织部, 中级人民法院. */
export interface NamedUnitSeed {
  id: string;
  category: UnitCategory;
  name: string;
  aliases?: string[];
  /** Names that are near to its own and may be another unit's: a person is asked (农工办: 农村工作 or 农民工). */
  near?: string[];
  /** Other full names, kept as printed. */
  variants?: string[];
  state?: string;
  /** Short names that stand for this body in central papers only: 网信办. */
  stateAliases?: string[];
  /** There is none in the provinces and below. */
  only?: 'state';
  from?: string;
  to?: string;
  stateFrom?: string;
  stateTo?: string;
  successors?: string[];
  /** Places that kept the name behind its last day: 上海市 has its 经济和信息化委员会. */
  stays?: string[];
}

export interface UnitSeed {
  kinds: UnitKindSeed[];
  units: NamedUnitSeed[];
}

export interface PlaceSeed {
  code: string;
  name: string;
  level: Exclude<PlanLevel, 'state'>;
  parent: string | null;
}
