/** Where in the input a refusal applies, and what the user can do about it. */
export interface RefusalDetail {
  /** The field, row, clause or file the refusal is about. */
  place?: string;
  /** What the user can do now. */
  cure?: string;
  /** Machine-readable facts, e.g. the current revision. */
  facts?: Record<string, unknown>;
}

/**
 * An expected "no": the request was understood and is refused, nothing was changed.
 * `code` is stable and machine-readable; `message` is Chinese, for the user.
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly detail: RefusalDetail = {},
  ) {
    super(message);
    this.name = 'Refusal';
  }
}
