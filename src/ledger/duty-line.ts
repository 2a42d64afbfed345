import type { CalendarDay } from '../domain/calendar/day.js';
import type { Light } from '../domain/lights/light.js';
import type { StatusWord } from '../domain/progress/status-word.js';

/** One unit's part in one measure as the tables hold it on a day; the row of the 台账. */
export interface DutyRow {
  id: string;
  planId: string;
  planTitle: string;
  cycleId: string;
  year: number;
  measureId: string;
  /** Key of the measure in the plan's draft; indicators refer to it. */
  draftKey: string;
  position: number;
  no: string;
  title: string;
  content: string;
  /** Headings above the measure, its own last. */
  heading: string[];
  track: 'deliverable' | 'standing';
  /** office | lead */
  consolidator: string;
  leadUnit: string | null;
  measureState: string;
  /** achieved | mostly | notAchieved | carriedForward */
  result: string | null;
  closedOn: CalendarDay | null;
  summary: string | null;
  selfReviewed: boolean;
  unitId: string;
  unitName: string;
  unitFullName: string;
  /** office | bureau | county | superior */
  unitKind: string;
  role: 'responsible' | 'supporting';
  isLead: boolean;
  followsLead: boolean;
  assignmentState: string;
  ackOn: CalendarDay | null;
  due: CalendarDay | null;
  firstDue: CalendarDay | null;
  dutyFrom: CalendarDay | null;
  /** What the unit last reported: status word, per cent, texts, the day received and the packet. */
  status: string | null;
  progress: number | null;
  text: string | null;
  issues: string | null;
  nextStep: string | null;
  reportedOn: CalendarDay | null;
  packetId: string | null;
}

/** What the light needs to know of the plan around a duty. */
export interface PlanFacts {
  today: CalendarDay;
  enabledOn: CalendarDay | null;
  /** Start of the year's 推进落实, null when nobody has set one. */
  start: CalendarDay | null;
  /** Draft keys of measures whose due day the plan prints or the office set; all others are 推定. */
  dated: ReadonlySet<string>;
  /** Windows of the measures by draft key, with their days: 春节前后（2024-01-26 至 2024-02-25）. */
  windows: ReadonlyMap<string, string>;
  /** Draft keys of measures whose targets are all 力争. */
  soft: ReadonlySet<string>;
}

/** A duty with its light and its one status word. */
export interface DutyLine extends DutyRow {
  /** The due day is the year's end by 推定: neither printed, set nor moved. */
  duePresumed: boolean;
  /** Windows that the measure's text names, with their days; '' for none. */
  windows: string;
  light: Light;
  statusWord: StatusWord;
}
