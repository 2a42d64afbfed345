/**
 * Checks an exported log without the program that wrote it: needs Node and this one file.
 *   node verify-log.mjs LOG [--key PUBLIC.pem] [--checkpoint FILE]…
 * --key: the public key as handed over once (without it the log's own is believed); --checkpoint: signed checkpoints kept
 * elsewhere. Prints `events=N checkpoints=N faults=N`, the faults on stderr; exit 0 sound, 1 with faults, 2 bad usage.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const hex = (...parts) => sha256(...parts).toString('hex');

/** RFC 8785 for what a log holds. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

/** RFC 6962, section 2.1. */
function merkleRoot(leaves) {
  if (leaves.length === 0) return hex('');
  const tree = (from, to) => {
    if (to - from === 1) return sha256(Buffer.from([0]), leaves[from]);
    let split = 1;
    while (split * 2 < to - from) split *= 2;
    return sha256(Buffer.from([1]), tree(from, from + split), tree(from + split, to));
  };
  return tree(0, leaves.length).toString('hex');
}

function isSigned(text, signature, keyHex) {
  if (!/^[0-9a-f]{128}$/.test(signature)) return false;
  try {
    const key = createPublicKey({ key: Buffer.from(keyHex, 'hex'), type: 'spki', format: 'der' });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'hex'));
  } catch {
    return false;
  }
}

/** The lines of the file, every byte of which must be accounted for: else the reason why not. */
function linesOf(bytes) {
  const text = bytes.toString('utf8');
  if (!Buffer.from(text).equals(bytes)) return { fault: 'the file is not UTF-8' };
  if (!text.endsWith('\n')) return { fault: 'the file has no proper end' };
  const lines = text.slice(0, -1).split('\n');
  try {
    const parts = lines.map((line) => JSON.parse(line));
    const odd = parts.findIndex((part, at) => canonical(part) !== lines[at]);
    return odd < 0 ? { lines, parts } : { fault: `line ${odd + 1} is not canonical` };
  } catch (error) {
    return { fault: `a line is not JSON: ${error.message}` };
  }
}

function endFault(bytes, lines, end, key) {
  const covered = bytes.subarray(0, bytes.length - Buffer.byteLength(lines.at(-1)) - 1);
  const digest = hex(covered);
  if (end?.digest !== digest || end.lines !== lines.length - 1) return 'the content does not match the signed end';
  return isSigned(digest, end.signature, key) ? null : 'the signature of the end is wrong';
}

/** Every event's hash, its place in its instance, its link, the order of all; the sum at each position asked for. */
class Chain {
  heads = new Map();
  faults = [];
  sums = new Map();
  events = 0;
  log = '';
  position = 0;

  constructor(wanted) {
    this.wanted = wanted;
  }

  add({ position, scope, body, hash }) {
    const place = `event ${position}`;
    if (hex(body) !== hash) this.faults.push(`${place}: content and hash differ`);
    const event = JSON.parse(body);
    const before = this.heads.get(event.instance);
    if (event.seq !== (before?.seq ?? 0) + 1)
      this.faults.push(`${place}: number ${event.seq} of ${event.instance} out of turn`);
    if (event.prev !== (before?.hash ?? '')) this.faults.push(`${place}: not linked to the event before it`);
    if (!(position > this.position)) this.faults.push(`${place}: out of order`);
    this.heads.set(event.instance, { seq: event.seq, hash });
    this.events++;
    this.position = position;
    this.log = hex(JSON.stringify([this.log, position, scope, hash]));
    if (this.wanted.has(position)) this.sums.set(position, this.sum());
  }

  sum() {
    const leaves = [...this.heads.keys()].sort().map((id) => {
      const { seq, hash } = this.heads.get(id);
      return JSON.stringify([id, seq, hash]);
    });
    const { position, events, log } = this;
    return canonical({ position, events, instances: leaves.length, log, root: merkleRoot(leaves) });
  }
}

function checkpointFault({ body, signature, position }, chain, key) {
  const place = `checkpoint at ${position}`;
  if (!isSigned(body, signature, key)) return `${place}: its signature is wrong`;
  const promised = JSON.parse(body);
  delete promised.at;
  const found = chain.sums.get(promised.position);
  if (!found) return `${place}: the log ends before it or lacks its event, something was cut`;
  return found === canonical(promised) ? null : `${place}: the log is not the one that was signed`;
}

/**
 * Checks the bytes of an exported log; `key` (SPKI DER, hex) and `outside` (checkpoints) come from elsewhere. Returns
 * { events, checkpoints, faults }.
 */
export function verifyBytes(bytes, { key, outside = [] } = {}) {
  const { fault, lines, parts } = linesOf(bytes);
  const none = { events: 0, checkpoints: 0 };
  if (fault) return { ...none, faults: [fault] };
  const [head, ...rest] = parts;
  const { end } = rest.pop() ?? {};
  if (head?.format !== 'qiantou-log@1' || !end) return { ...none, faults: ['this is not a whole exported log'] };
  if (key && head.key !== key) return { ...none, faults: ['the log is signed by another key'] };
  const broken = endFault(bytes, lines, end, head.key);
  if (broken) return { ...none, faults: [broken] };
  return verifyParts(rest, outside, head.key);
}

function verifyParts(parts, outside, key) {
  const inside = parts.filter((part) => part.checkpoint).map((part) => part.checkpoint);
  const checkpoints = [...inside, ...outside];
  const chain = new Chain(new Set(checkpoints.map(({ position }) => position)));
  for (const { event } of parts) if (event) chain.add(event);
  const unknown = parts.filter((part) => !part.event && !part.checkpoint).map(() => 'a line of an unknown kind');
  const wrong = checkpoints.map((one) => checkpointFault(one, chain, key)).filter(Boolean);
  return { events: chain.events, checkpoints: checkpoints.length, faults: [...chain.faults, ...unknown, ...wrong] };
}

function main(argv) {
  const options = { key: { type: 'string' }, checkpoint: { type: 'string', multiple: true, default: [] } };
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
  if (positionals.length !== 1) throw new Error('usage: verify-log.mjs LOG [--key PUBLIC.pem] [--checkpoint FILE]…');
  const pem =
    values.key && createPublicKey(readFileSync(values.key)).export({ type: 'spki', format: 'der' }).toString('hex');
  const outside = values.checkpoint.map((path) => JSON.parse(readFileSync(path, 'utf8')));
  const { events, checkpoints, faults } = verifyBytes(readFileSync(positionals[0]), { key: pem, outside });
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.stdout.write(`events=${events} checkpoints=${checkpoints} faults=${faults.length}\n`);
  return faults.length > 0 ? 1 : 0;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = main(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}
