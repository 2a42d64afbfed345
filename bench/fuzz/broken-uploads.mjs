/**
 * Multipart uploads that are broken or cut, each the same for the same number: the head says one thing, the body another,
 * or the connection ends in the middle.
 */
import { connect } from 'node:net';
import { draws } from './alter.mjs';

const EDGE = '----edge7f3a';
const CRLF = '\r\n';
const PATIENCE_MS = 15_000;

const part = (disposition, content, more = '') =>
  Buffer.concat([
    Buffer.from(`--${EDGE}${CRLF}Content-Disposition: ${disposition}${CRLF}${more}${CRLF}`),
    Buffer.from(content),
    Buffer.from(CRLF),
  ]);
const field = (name, value = 'x') => part(`form-data; name="${name}"`, value);
const file = (content, name = '方案.docx') =>
  part(`form-data; name="file"; filename="${name}"`, content, `Content-Type: application/octet-stream${CRLF}`);
const END = Buffer.from(`--${EDGE}--${CRLF}`);
const whole = (...parts) => Buffer.concat([...parts, END]);
const bytes = (random, most) => Buffer.alloc(1 + Math.floor(random() * most), Math.floor(random() * 256));
const times = (count, make) => Array.from({ length: count }, (_, at) => make(at));

/** What can be wrong; each gives a body, and where it matters a head or the share of the body that is sent. */
const KINDS = {
  'cut in a file': (random) => ({ body: whole(file(bytes(random, 400_000))), share: random() }),
  'cut in a head': (random) => ({ body: whole(field('a')), share: 0.3 * random() }),
  'never ended': (random) => ({ body: Buffer.concat([field('a'), file(bytes(random, 50_000))]) }),
  'another edge than the head says': (random) => ({
    body: whole(file(bytes(random, 5000))),
    type: 'multipart/form-data; boundary=other',
  }),
  'no edge at all': () => ({ body: whole(field('a')), type: 'multipart/form-data' }),
  'thousands of parts': () => ({ body: whole(...times(1200, (at) => field(`a${at}`))) }),
  'a name nested deep': () => ({ body: whole(field(`a${'[b]'.repeat(60)}`)) }),
  'a name of thousands of characters': () => ({ body: whole(field('a'.repeat(5000))) }),
  'names that reach the prototype': () => ({
    body: whole(field('__proto__[admin]'), field('constructor[prototype][x]')),
  }),
  'many files': (random) => ({ body: whole(...times(30, () => file(bytes(random, 2000)))) }),
  'a file in a field of another name': (random) => ({
    body: whole(part('form-data; name="other"; filename="a"', bytes(random, 2000))),
  }),
  'a field above its size': () => ({ body: whole(field('text', 'x'.repeat(1_200_000))) }),
  'a part without a name': (random) => ({ body: whole(part('form-data', bytes(random, 200))) }),
  'a part head without end': () => ({
    body: Buffer.from(`--${EDGE}${CRLF}Content-Disposition: form-data; name="${'a: b'.repeat(20_000)}`),
  }),
  'a file name of another place': (random) => ({
    body: whole(file(bytes(random, 200), '../../../../tmp/\u0000a.docx')),
  }),
  'nothing where a body is said to be': () => ({ body: Buffer.alloc(0), length: 50_000 }),
  'more than the head says': (random) => ({ body: whole(file(bytes(random, 20_000))), length: 300 }),
  'chunks that end in the middle': (random) => ({
    body: whole(file(bytes(random, 100_000))),
    chunked: true,
    share: 0.9 * random(),
  }),
  'chunks of no length': () => ({ raw: `zz${CRLF}abc${CRLF}`, chunked: true, body: Buffer.alloc(0) }),
};
export const KIND_NAMES = Object.keys(KINDS);

/** The n-th broken upload of a seed: its kind, its head's fields, and the bytes that are sent of it. */
export function brokenUpload(n, seed) {
  const random = draws(seed + n);
  const kind = KIND_NAMES[n % KIND_NAMES.length];
  const { body, type = `multipart/form-data; boundary=${EDGE}`, share = 1, length, chunked, raw } = KINDS[kind](random);
  const framed = chunked
    ? Buffer.from(raw ?? `${body.length.toString(16)}${CRLF}${body.toString('latin1')}`, 'latin1')
    : body;
  const size = chunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${length ?? body.length}`;
  return {
    kind,
    head: `Content-Type: ${type}${CRLF}${size}`,
    sent: framed.subarray(0, Math.ceil(framed.length * share)),
  };
}

/** Sends one and ends the connection; resolves to the answer's status, or 'closed' where there was none. */
export function sendBroken({ port, path, cookie }, { head, sent }) {
  return new Promise((resolve) => {
    const origin = `http://127.0.0.1:${port}`;
    const lines = [`POST ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, `Origin: ${origin}`, `Cookie: ${cookie}`, head];
    const socket = connect(port, '127.0.0.1');
    let said = '';
    const done = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1] ?? 'closed');
    };
    const timer = setTimeout(done, PATIENCE_MS);
    socket.on('data', (chunk) => (said += chunk.toString('latin1')));
    socket.once('error', done).once('close', done);
    socket.write(`${lines.join(CRLF)}${CRLF}Connection: close${CRLF}${CRLF}`);
    socket.end(sent);
  });
}

/** Sends the uploads from..to of a seed, some at once; hands back how often each answer came. */
export async function sendAll(target, { from, to, seed, atOnce }) {
  const answers = new Map();
  let next = from;
  const lane = async () => {
    while (next < to) {
      const answer = await sendBroken(target, brokenUpload(next++, seed));
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return answers;
}
