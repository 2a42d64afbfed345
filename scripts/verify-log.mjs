/**
 * Checks an exported log without the program that wrote it: needs Node and this one file.
 *   node verify-log.mjs LOG [--key PUBLIC.pem] [--checkpoint FILE]…
 * --key: the public key as handed over once (without it the log's own is believed); --checkpoint: signed checkpoints kept
 * elsewhere. Prints `hash=NAME events=N checkpoints=N faults=N`, the faults on stderr; exit 0 sound, 1 with faults, 2 bad usage.
 */
import { createHash, createPublicKey, getHashes, verify } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** The hashes a log may be chained with; an older log, which does not say, is chained with the first. */
const HASHES = ['sha256', 'sm3'];

/** What hashes with one of them: `bytes` gives bytes, `hex` lower-case hex. */
function hasher(name) {
  const bytes = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash(name)).digest();
  return { name, bytes, hex: (...parts) => bytes(...parts).toString('hex') };
}

const NEW_LINE = 0x0a;

/** RFC 8785 for what a log holds. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

/** RFC 6962, section 2.1. */
function merkleRoot(leaves, hash) {
  if (leaves.length === 0) return hash.hex('');
  const tree = (from, to) => {
    if (to - from === 1) return hash.bytes(Buffer.from([0]), leaves[from]);
    let split = 1;
    while (split * 2 < to - from) split *= 2;
    return hash.bytes(Buffer.from([1]), tree(from, from + split), tree(from + split, to));
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

const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Why the bytes are not what the signed end says; null when they are. Looked at first: it covers every byte but its own line. */
function endFault(bytes, hash, key) {
  if (bytes.at(-1) !== NEW_LINE) return 'the file has no proper end';
  const from = bytes.lastIndexOf(NEW_LINE, bytes.length - 2) + 1;
  const { end } = parsed(bytes.toString('utf8', from)) ?? {};
  if (!end) return 'this is not a whole exported log';
  if (end.digest !== hash.hex(bytes.subarray(0, from))) return 'the content does not match the signed end';
  return isSigned(end.digest, String(end.signature), key) ? null : 'the signature of the end is wrong';
}

/** The lines of the file, every byte of which must be accounted for: else the reason why not. */
function linesOf(bytes) {
  const text = bytes.toString('utf8');
  if (!Buffer.from(text).equals(bytes)) return { fault: 'the file is not UTF-8' };
  const lines = text.slice(0, -1).split('\n');
  const parts = lines.map(parsed);
  const odd = parts.findIndex((part, at) => part === undefined || canonical(part) !== lines[at]);
  return odd < 0 ? { parts } : { fault: `line ${odd + 1} is not canonical JSON` };
}

/** Every event's hash, its place in its instance, its link, the order of all; the sum at each position asked for. */
class Chain {
  heads = new Map();
  faults = [];
  sums = new Map();
  events = 0;
  log = '';
  position = 0;

  constructor(wanted, hash) {
    this.wanted = wanted;
    this.hash = hash;
  }

  add({ position, scope, body, hash }) {
    const place = `event ${position}`;
    const event = typeof body === 'string' ? parsed(body) : undefined;
    if (!event) return void this.faults.push(`${place}: it has no content`);
    if (this.hash.hex(body) !== hash) this.faults.push(`${place}: content and hash differ`);
    const before = this.heads.get(event.instance);
    if (event.seq !== (before?.seq ?? 0) + 1)
      this.faults.push(`${place}: number ${event.seq} of ${event.instance} out of turn`);
    if (event.prev !== (before?.hash ?? '')) this.faults.push(`${place}: not linked to the event before it`);
    if (!(position > this.position)) this.faults.push(`${place}: out of order`);
    this.heads.set(event.instance, { seq: event.seq, hash });
    this.events++;
    this.position = position;
    this.log = this.hash.hex(JSON.stringify([this.log, position, scope, hash]));
    if (this.wanted.has(position)) this.sums.set(position, this.sum());
  }

  sum() {
    const leaves = [...this.heads.keys()].sort().map((id) => {
      const { seq, hash } = this.heads.get(id);
      return JSON.stringify([id, seq, hash]);
    });
    const { position, events, log } = this;
    const sum = { position, events, instances: leaves.length, log, root: merkleRoot(leaves, this.hash) };
    return canonical(this.hash.name === 'sm3' ? { ...sum, hash: 'sm3' } : sum);
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

/** What the first line says of the rest; a fault where it cannot be one. */
function headOf(bytes, wantedKey) {
  const head = parsed(bytes.toString('utf8', 0, Math.max(bytes.indexOf(NEW_LINE), 0)));
  if (head?.format !== 'qiantou-log@1') return { fault: 'this is not a whole exported log' };
  const { key, hash = HASHES[0] } = head;
  if (wantedKey && key !== wantedKey) return { fault: 'the log is signed by another key' };
  if (!HASHES.includes(hash)) return { fault: `the log names an unknown hash: ${hash}` };
  if (!getHashes().includes(hash)) throw new Error(`this Node has no ${hash}; use one whose OpenSSL has it`);
  return { key: String(key), hash: hasher(hash) };
}

/**
 * Checks the bytes of an exported log; `key` (SPKI DER, hex) and `outside` (checkpoints) come from elsewhere. Returns
 * { hash, events, checkpoints, faults }.
 */
export function verifyBytes(bytes, { key: wantedKey, outside = [] } = {}) {
  const unread = (fault) => ({ hash: '', events: 0, checkpoints: 0, faults: [fault] });
  const { fault, key, hash } = headOf(bytes, wantedKey);
  if (fault) return unread(fault);
  const broken = endFault(bytes, hash, key);
  if (broken) return unread(broken);
  const { fault: odd, parts } = linesOf(bytes);
  if (odd) return unread(odd);
  const counted = parts.at(-1).end.lines === parts.length - 1;
  return counted ? verifyParts(parts.slice(1, -1), outside, key, hash) : unread('lines are missing or too many');
}

function verifyParts(parts, outside, key, hash) {
  const inside = parts.filter((part) => part.checkpoint).map((part) => part.checkpoint);
  const checkpoints = [...inside, ...outside];
  const chain = new Chain(new Set(checkpoints.map(({ position }) => position)), hash);
  for (const { event } of parts) if (event) chain.add(event);
  const unknown = parts.filter((part) => !part.event && !part.checkpoint).map(() => 'a line of an unknown kind');
  const wrong = checkpoints.map((one) => checkpointFault(one, chain, key)).filter(Boolean);
  const faults = [...chain.faults, ...unknown, ...wrong];
  return { hash: hash.name, events: chain.events, checkpoints: checkpoints.length, faults };
}

function main(argv) {
  const options = { key: { type: 'string' }, checkpoint: { type: 'string', multiple: true, default: [] } };
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
  if (positionals.length !== 1) throw new Error('usage: verify-log.mjs LOG [--key PUBLIC.pem] [--checkpoint FILE]…');
  const pem =
    values.key && createPublicKey(readFileSync(values.key)).export({ type: 'spki', format: 'der' }).toString('hex');
  const outside = values.checkpoint.map((path) => JSON.parse(readFileSync(path, 'utf8')));
  const { hash, events, checkpoints, faults } = verifyBytes(readFileSync(positionals[0]), { key: pem, outside });
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.stdout.write(`hash=${hash} events=${events} checkpoints=${checkpoints} faults=${faults.length}\n`);
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
