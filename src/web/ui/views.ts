/**
 * What each partial under templates/partials/ui is given: plain, formatted values. Pages pass one such object,
 * `{{> ui/field form.title}}`, so that nothing of the page around leaks into the partial.
 */

/** ui/field: one labelled field. */
export interface FieldView {
  /** Also the id of the input, unless it has one of its own. */
  name: string;
  /** Where the page holds several fields of one name. */
  id?: string;
  label: string;
  kind: 'text' | 'number' | 'date' | 'password' | 'textarea' | 'select' | 'checkbox' | 'file' | 'hidden';
  value: string;
  required?: boolean;
  readonly?: boolean;
  /** A line under the label. */
  hint?: string;
  /** What is wrong with what was filled in. */
  error?: string;
  /** Printed after the input: 万人次, %. */
  unit?: string;
  /** Last period's value, shown beside. */
  previous?: string;
  options?: { value: string; label: string; selected: boolean }[];
  checked?: boolean;
  /** Accepted file names: ".docx,.pdf". */
  accept?: string;
  multiple?: boolean;
  rows?: number;
  autocomplete?: string;
  /** Narrow inputs for figures and days. */
  short?: boolean;
}

/** ui/button-form: one button that sends one command. */
export interface ButtonFormView {
  action: string;
  label: string;
  style: 'primary' | 'secondary' | 'danger';
  /** Revision of the thing as shown. */
  rev?: number;
  /** A key of its own where several forms of a page go to one address. */
  key?: string;
  /** Further hidden fields. */
  hidden?: { name: string; value: string }[];
  /** Asked before sending. */
  confirm?: string;
  /** Id for shortcuts and tests. */
  id?: string;
}

export type LightColour = 'red' | 'yellow' | 'green' | 'blue' | 'grey';

/** ui/light: a light always has its word. */
export interface LightView {
  colour: LightColour;
  word: string;
  /** The sentence that explains it. */
  reason?: string;
}

/** ui/state: the state of a thing as one word. */
export interface StateView {
  word: string;
  tone: 'neutral' | 'active' | 'waiting' | 'done' | 'attention';
}

/** One cell of ui/table. */
export interface CellView {
  text: string;
  href?: string;
  light?: LightView;
  state?: StateView;
  /** Figures stand at the right. */
  figure?: boolean;
  /** Days and words that must not be broken. */
  narrow?: boolean;
}

/** ui/table: a table that a reader of the screen can read, too. */
export interface TableView {
  caption: string;
  columns: { label: string; figure?: boolean; narrow?: boolean }[];
  rows: { id?: string; cells: CellView[] }[];
  /** Said instead of an empty table. */
  empty: string;
}

/** ui/timeline: 流转记录, newest first or oldest first as given. */
export interface TimelineView {
  entries: {
    /** Place in the log. */
    position?: number;
    /** As printed: 2023-05-15 09:30. */
    at: string;
    /** UTC, for the machine-readable part: 2023-05-15T01:30:00Z. */
    machineTime: string;
    who: string;
    what: string;
    note?: string;
    /** Recorder and channel of an entry on behalf. */
    onBehalf?: string;
  }[];
}

/** ui/pagination. */
export interface PaginationView {
  total: number;
  from: number;
  to: number;
  previous: string | null;
  next: string | null;
}

/** ui/tabs: counts as tabs, 待办 3 / 已办 12. */
export interface TabsView {
  label: string;
  tabs: { label: string; href: string; count: number | null; current: boolean }[];
}

/** ui/confirmation: what has just been done, and what comes next. */
export interface ConfirmationView {
  heading: string;
  text: string;
  facts: { label: string; value: string }[];
  next: { label: string; href: string }[];
}

/** The page a list shows, from its query and its size; `addressOf` makes the address of another page (from 1). */
export function paginationView(
  page: number,
  pageSize: number,
  total: number,
  addressOf: (page: number) => string,
): PaginationView {
  const last = Math.max(1, Math.ceil(total / pageSize));
  const shown = Math.min(Math.max(1, page), last);
  return {
    total,
    from: total === 0 ? 0 : (shown - 1) * pageSize + 1,
    to: Math.min(shown * pageSize, total),
    previous: shown > 1 ? addressOf(shown - 1) : null,
    next: shown < last ? addressOf(shown + 1) : null,
  };
}
