/** One upload as it is sent. */
export interface BrokenUpload {
  kind: string;
  head: string;
  sent: Buffer;
}

export interface UploadTarget {
  port: number;
  path: string;
  cookie: string;
}

/** What can be wrong with one. */
export const KIND_NAMES: readonly string[];

/** The n-th broken upload of a seed. */
export function brokenUpload(n: number, seed: number): BrokenUpload;

/** The answer's status, or 'closed'. */
export function sendBroken(target: UploadTarget, upload: BrokenUpload): Promise<string>;

/** How often each answer came. */
export function sendAll(
  target: UploadTarget,
  run: { from: number; to: number; seed: number; atOnce: number },
): Promise<Map<string, number>>;
