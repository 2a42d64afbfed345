/** A cell of a task table's column that is the office's own (备注, 考核分值, 进展情况): kept with its measure as it is. */
export interface OwnColumn {
  column: string;
  text: string;
}

/** A measure's own columns on one line; '' for none. */
export const ownWords = (own: readonly OwnColumn[] | undefined): string =>
  (own ?? []).map(({ column, text }) => `${column}：${text}`).join('；');
