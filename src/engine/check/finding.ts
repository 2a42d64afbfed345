/** A fault of a definition, in plain Chinese. */
export interface Finding {
  /** Stable code: `no_end`, `dead_event`, … */
  code: string;
  message: string;
  /** The shortest story that shows it, one line a step; empty where the text alone shows it. */
  story: string[];
}
