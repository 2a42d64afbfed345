export type Role = 'lead' | 'own' | 'support' | 'guide';

/** A unit or a group that a note names, and the part the note's words give it. */
export interface Member {
  kind: 'unit' | 'group' | 'etc';
  text: string;
  start: number;
  end: number;
  role: Role;
  /** The part printed in brackets behind the name: 市经信局（牵头）. */
  marked?: Role | undefined;
  /** A star or another sign stands before the name. */
  starred?: boolean;
}

export interface RoleReading {
  members: Member[];
  /** 分别 without 牵头. */
  apart: boolean;
  /** Nothing but 分工负责 is said of all of them, and no rule of who leads is printed beside it. */
  shared: boolean;
  /** A verb or a label says who does what. */
  worded: boolean;
  /** Units left without a verb after 牵头: “X牵头、Y，相关部门参与”. */
  verbMissing: boolean;
  /** Units before a comma whose part is not said: “X，Y配合”. */
  partMissing: boolean;
  /** Units behind a comma of a label for leads, of which 负责 is said: “牵头单位：X，Y、Z按职责分工负责”. */
  leadsToComma: boolean;
  /** 指导 stands beside 落实: who leads is not plain. */
  guided: boolean;
  /** Words after a verb that are no units: “市人社局负责政策宣传”. */
  objects: string[];
  /** Who leads which part, as printed: 甲局（房建项目）; empty where one leads it all. */
  ledParts: string[];
  /** 双牵头 is printed of this many units; null where it is not. */
  doubleLeads: number | null;
  /** Two or more parties, each with work of its own: “甲局负责宣传，乙局负责资金”. */
  divided: boolean;
  /** Deadline words printed in the note. */
  deadline: string | null;
  /** A leader's name or another person stands in the note. */
  person: boolean;
  endsWithVerb: boolean;
  labelled: boolean;
  /** A label that no table has, as printed. */
  strangeLabel: string | null;
  /** A unit that stood behind a label for persons or days. */
  swallowed: string | null;
  /** A label for units with none behind it. */
  emptyLabel: string | null;
  /** Units that watch the others, read as helpers. */
  watching: string[];
  /** Units behind a label for those who watch or check, with the label; they take no part. */
  aside: string[];
  /** Who did the work before, and who is excepted from it, as printed; they take no part. */
  former: string[];
  excepted: string[];
  /** Words behind all who take part that are neither a unit nor a day; as printed. */
  tail: string | null;
  /** Units with a day of their own each: “甲局，6月底前；乙局，年底前”. */
  daysDiffer: boolean;
}

/** The reading of a note of which no word has been taken yet. */
export const nothingRead = (): RoleReading => ({
  members: [],
  apart: false,
  shared: false,
  worded: false,
  verbMissing: false,
  partMissing: false,
  leadsToComma: false,
  guided: false,
  objects: [],
  ledParts: [],
  doubleLeads: null,
  divided: false,
  deadline: null,
  person: false,
  endsWithVerb: false,
  labelled: false,
  strangeLabel: null,
  swallowed: null,
  emptyLabel: null,
  watching: [],
  aside: [],
  former: [],
  excepted: [],
  daysDiffer: false,
  tail: null,
});
