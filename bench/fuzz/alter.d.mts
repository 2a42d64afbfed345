/** mulberry32: the same numbers, 0 up to 1, for the same seed. */
export function draws(seed: number): () => number;

/** A damaged copy, never one that says the same; the same bytes for the same seed. */
export function alter(sample: Buffer, seed: number): Buffer;

/** Whether a copy differs from its sample: of archives packed anew, in a part. */
export function isAltered(sample: Buffer, copy: Buffer): boolean;
