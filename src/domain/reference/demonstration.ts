/** The demonstration office of a fresh clone (seeds/demo.json): invented posts, no real person. */
export interface Demonstration {
  /** Key of the office's own unit, and of the bureau it sits in. */
  office: string;
  host: string;
  place: string;
  placeCode: string;
  /** Key of the unit that reports go up to. */
  recipient: string;
  units: DemonstrationUnit[];
  users: DemonstrationUser[];
}

export interface DemonstrationUnit {
  /** Refers to the unit within this file only. */
  key: string;
  /** Level prefix, no place (市财政局); a county's office and the superior keep their own. */
  name: string;
  fullName: string;
  shortName: string;
  place: string;
  placeCode: string;
  level: 'province' | 'city' | 'county';
  kind: 'office' | 'bureau' | 'county' | 'superior';
  /** Key of the unit one level up its own line. */
  lineParent: string | null;
  /** 函商 only: courts, Party organs, superiors. */
  consultOnly: boolean;
  /** Lists the unit is on: a membership list's id, or 'counties'. */
  lists: string[];
  aliases: string[];
}

export type DemonstrationRole = 'coordinator' | 'liaison' | 'leader' | 'county' | 'superior' | 'auditor' | 'admin';

export interface DemonstrationUser {
  /** Pinyin, lower case. */
  account: string;
  /** A post, not a person: 联络员（市教育局）. */
  name: string;
  /** Key of the unit. */
  unit: string;
  roles: DemonstrationRole[];
  post: string;
}
