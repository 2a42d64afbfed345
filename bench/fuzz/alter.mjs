/** Ways in which a file is damaged, all drawn from one seed: the same seed gives the same bytes. */
import { unzipSync, zipSync } from 'fflate';

const EXTREMES = [0, 1, 127, 128, 254, 255];

/** mulberry32. */
export function draws(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A damaged copy, never one that says the same. An archive is damaged mostly inside one of its parts and packed again, so
 * that its checksums hold.
 */
export function alter(sample, seed) {
  const random = draws(seed);
  if (!isArchive(sample) || random() >= 0.75) return differing(sample, random, (copy) => isAltered(sample, copy));
  const parts = Object.entries(unzipSync(sample)).filter(([, part]) => part.length > 0);
  const [name, part] = parts[Math.floor(random() * parts.length)];
  return Buffer.from(zipSync({ ...Object.fromEntries(parts), [name]: differing(Buffer.from(part), random) }));
}

/** Whether a copy differs from its sample: of archives packed anew, in a part. */
export function isAltered(sample, copy) {
  if (!isArchive(sample)) return !sample.equals(copy);
  const [before, after] = [partsOf(sample), partsOf(copy)];
  if (after === null) return true;
  const names = new Set([...Object.keys(before), ...Object.keys(after)].filter((name) => !name.endsWith('/')));
  return [...names].some((name) => !Buffer.from(before[name] ?? []).equals(Buffer.from(after[name] ?? [])));
}

function partsOf(bytes) {
  try {
    return unzipSync(bytes);
  } catch {
    return null;
  }
}

const isArchive = (bytes) => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Some damages may leave all as it was (a bit set that is set): then another is drawn. */
function differing(bytes, random, differs = (copy) => !copy.equals(bytes)) {
  for (;;) {
    const copy = damaged(Buffer.from(bytes), random);
    if (differs(copy)) return copy;
  }
}

const DAMAGES = [
  cut,
  without,
  doubled,
  moved,
  flipped,
  scattered,
  scattered,
  extremes,
  extremes,
  figures,
  figures,
  figures,
];

function damaged(bytes, random) {
  return DAMAGES[Math.floor(random() * DAMAGES.length)](bytes, (below) => Math.floor(random() * below));
}

function stretch(bytes, below) {
  const from = below(bytes.length);
  return [from, Math.min(bytes.length, from + 1 + below(400))];
}

function cut(bytes, below) {
  return bytes.subarray(0, below(bytes.length));
}

function without(bytes, below) {
  const [from, to] = stretch(bytes, below);
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
}

/** A stretch stands there many times over. */
function doubled(bytes, below) {
  const [from, to] = stretch(bytes, below);
  const again = Array.from({ length: 1 + below(60) }, () => bytes.subarray(from, to));
  return Buffer.concat([bytes.subarray(0, to), ...again, bytes.subarray(to)]);
}

/** A stretch is written over another place. */
function moved(bytes, below) {
  const [from, to] = stretch(bytes, below);
  bytes.copy(bytes, below(bytes.length), from, to);
  return bytes;
}

function flipped(bytes, below) {
  for (let n = 1 + below(20); n > 0; n--) bytes[below(bytes.length)] ^= 1 << below(8);
  return bytes;
}

function scattered(bytes, below) {
  for (let n = 1 + below(12); n > 0; n--) bytes[below(bytes.length)] = below(256);
  return bytes;
}

/** Two or four bytes in a row at their smallest or greatest: lengths, offsets and counts of binary formats. */
function extremes(bytes, below) {
  for (let n = 1 + below(6); n > 0; n--) {
    const at = below(bytes.length);
    bytes.fill(EXTREMES[below(EXTREMES.length)], at, Math.min(bytes.length, at + [1, 2, 4][below(3)]));
  }
  return bytes;
}

/** Printed figures (sizes, spans, references to parts) become other figures. */
function figures(bytes, below) {
  const text = bytes.toString('latin1');
  const share = 1 + below(8);
  const others = ['0', '-1', '65536', '99999999', '1e9', ''];
  return Buffer.from(
    text.replace(/\d+/g, (figure) => (below(share * 6) === 0 ? others[below(others.length)] : figure)),
    'latin1',
  );
}
