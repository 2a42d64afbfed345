import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { LIAISON, type ToyOffice, openToyOffice } from '../support/toy-office.js';

let office: ToyOffice;
beforeAll(async () => void (office = await openToyOffice()));
afterAll(() => office.close());

const SIGNED_IN = { cookie: 'toy=liaison', accept: 'text/html' };
const get = (path: string, headers: Record<string, string> = SIGNED_IN): Promise<Response> =>
  fetch(office.origin + path, { headers, redirect: 'manual' });

type Fields = Record<string, string>;
const SECRET = { _csrf: LIAISON.csrf ?? '' };

/** Sends a form as a browser on one of our own pages does. */
function sendForm(path: string, fields: Fields, headers: Fields = {}): Promise<Response> {
  const own = { ...SIGNED_IN, 'sec-fetch-site': 'same-origin' };
  const body = new URLSearchParams(fields);
  return fetch(office.origin + path, { method: 'POST', body, headers: { ...own, ...headers }, redirect: 'manual' });
}

function sendFiles(path: string, form: FormData, headers: Fields = SIGNED_IN): Promise<Response> {
  const own = { ...headers, 'sec-fetch-site': 'same-origin' };
  return fetch(office.origin + path, { method: 'POST', body: form, headers: own });
}

describe('the shell around every page', () => {
  it('names the unit and the person and marks where one is', async () => {
    const page = await (await get('/desk')).text();
    expect(page).toContain('市人力资源社会保障局');
    expect(page).toContain('张三');
    expect(page).toMatch(/href="\/inbox" aria-current="page">待办</);
    expect(page).not.toMatch(/href="\/plans" aria-current/);
  });

  it('shows nobody the navigation before sign-in', async () => {
    expect(await (await get('/desk', { accept: 'text/html' })).text()).not.toContain('主导航');
  });

  it('lets only this server’s styles and scripts run, and none written inline', async () => {
    const answer = await get('/desk');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.text()).not.toMatch(/<style|<script(?![^>]*src=)| style=| on\w+=/);
  });

  it('shows the answer to an action once', async () => {
    const done = await sendForm('/done', SECRET);
    expect([done.status, done.headers.get('location')]).toEqual([303, '/desk']);
    const flash = (done.headers.get('set-cookie') ?? '').split(';')[0];
    const next = await get('/desk', { ...SIGNED_IN, cookie: `toy=liaison; ${flash}` });
    expect(await next.text()).toContain('已印发并分办 12 项');
    expect(next.headers.get('set-cookie')).toMatch(/qiantou_flash=;/);
  });
});

describe('styles, scripts and fonts', () => {
  it('come under addresses that change with their content and are kept for a year', async () => {
    const page = await (await get('/desk')).text();
    const urls = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, url]) => url);
    expect(urls).toHaveLength(9);
    for (const url of urls) {
      const answer = await get(url);
      expect([url, answer.status]).toEqual([url, 200]);
      expect(answer.headers.get('cache-control')).toContain('immutable');
    }
  });

  it('include the font’s slices, found from its style sheet', async () => {
    const page = await (await get('/desk')).text();
    const [, sheet] = page.match(/href="(\/assets\/font-[^"]+)"/) ?? [];
    const [, slice] = (await (await get(sheet)).text()).match(/url\(\.\/(files\/[^)]+)\)/) ?? [];
    const font = await get(sheet.replace('index.css', slice));
    expect([font.status, font.headers.get('content-type')]).toEqual([200, 'font/woff2']);
  });

  it.each(['/assets/', '/package.json', '/data/qiantou.db', '/assets/../package.json', '/assets/own/app.css', '/.env'])(
    'are all there is to fetch: %s is not',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});

describe('a form', () => {
  it('reaches its handler without the fields that are ours', async () => {
    const sent = { ...SECRET, _key: 'page-key-1', _rev: '7', note: '已核实' };
    const answer = (await (await sendForm('/notes', sent)).json()) as { body: Fields; form: Fields };
    expect(answer.body).toEqual({ note: '已核实' });
    expect(answer.form).toEqual({ key: expect.stringMatching(/^page-key-1:[0-9a-f]{12}$/), seenRevision: 7 });
  });

  it('has the same key when it is sent twice, and another one for another address', async () => {
    const key = async (path: string): Promise<string> => {
      const answer = await sendForm(path, { ...SECRET, _key: 'page-key-1', note: 'x' });
      return ((await answer.json()) as { form: { key: string } }).form.key;
    };
    expect(await key('/notes')).toBe(await key('/notes'));
    expect(await key('/notes')).not.toBe(await key('/notes/'));
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour on the same domain', { 'sec-fetch-site': 'same-site' }],
    ['an address typed in', { 'sec-fetch-site': 'none' }],
  ])('is refused from %s', async (_who, headers) => {
    const answer = await sendForm('/notes', { ...SECRET, note: 'x' }, headers);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('cross_site');
  });

  it('is judged by Origin where an old browser sends no Sec-Fetch-Site', async () => {
    const send = async (origin?: string): Promise<number> => {
      const headers = { ...SIGNED_IN, ...(origin ? { origin } : {}) };
      const body = new URLSearchParams({ ...SECRET, note: 'x' });
      return (await fetch(`${office.origin}/notes`, { method: 'POST', body, headers })).status;
    };
    expect([await send(office.origin), await send('https://evil.example'), await send()]).toEqual([200, 403, 403]);
  });

  it('is refused without the session’s secret, or with another one', async () => {
    expect((await sendForm('/notes', { note: 'x' })).status).toBe(403);
    expect((await sendForm('/notes', { note: 'x', _csrf: 'guess' })).status).toBe(403);
  });

  it('needs no secret from a program that signs in with a header', async () => {
    const headers = { authorization: 'Bearer program', 'content-type': 'application/json' };
    const answer = await fetch(`${office.origin}/notes`, { method: 'POST', headers, body: '{"note":"x"}' });
    expect(answer.status).toBe(200);
  });

  it('says in Chinese which field is wrong, also for a field nobody asked for', async () => {
    const long = await sendForm('/notes', { ...SECRET, note: '一二三四五六七八九十多' });
    expect([long.status, await long.text()]).toEqual([400, expect.stringContaining('说明最多 10 个字')]);
    const extra = await sendForm('/notes', { ...SECRET, note: 'x', actor: 'leader' });
    expect([extra.status, await extra.text()]).toEqual([400, expect.stringContaining('actor 是多余的栏目')]);
  });
});

describe('a body', () => {
  const json = (body: string, headers: Fields = {}): Promise<Response> =>
    fetch(`${office.origin}/api/raw`, {
      method: 'POST',
      body,
      headers: { authorization: 'Bearer program', 'content-type': 'application/json', ...headers },
    });

  it.each(['gzip', 'br', 'deflate', 'zstd', 'GZIP'])(
    'compressed with %s is refused before it is opened',
    async (kind) => {
      const body = gzipSync('{"a":1}').toString('latin1');
      const answer = await json(body, { 'content-encoding': kind });
      expect([answer.status, await answer.json()]).toEqual([415, expect.objectContaining({ code: 'encoded_body' })]);
    },
  );

  it.each(['{"__proto__":{"a":1}}', '{"a":[{"constructor":{"b":1}}]}'])(
    'with a polluting key is refused: %s',
    async (body) => {
      expect((await json(body)).status).toBe(400);
      expect(({} as Record<string, unknown>).a).toBeUndefined();
    },
  );

  it('that is no JSON, of another kind or too large is refused in Chinese', async () => {
    const answers = [
      await json('{'),
      await json('<a/>', { 'content-type': 'text/xml' }),
      await json(`"${'x'.repeat(2e6)}"`),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([400, 415, 413]);
    for (const answer of answers)
      expect(((await answer.json()) as { message: string }).message).toMatch(/\p{Script=Han}/u);
  });
});

describe('a file', () => {
  const formWith = (...files: [name: string, text: string][]): FormData => {
    const form = new FormData();
    form.set('_csrf', SECRET._csrf);
    form.set('channel', '纸质');
    for (const [name, text] of files) form.append('file', new Blob([text]), name);
    return form;
  };

  it('keeps its Chinese name, without the folders before it', async () => {
    const answer = await sendFiles(
      '/evidence',
      formWith(['台账（10月）最终版.xlsx', '一'], ['..\\..\\etc/密\u202e函.pdf', '二']),
    );
    expect(await answer.json()).toEqual({
      files: [
        ['台账（10月）最终版.xlsx', '一'],
        ['密函.pdf', '二'],
      ],
      body: { channel: '纸质' },
    });
  });

  it('is refused when too large, one too many, without the secret, or where no file is expected', async () => {
    const bare = new FormData();
    bare.append('file', new Blob(['x']), 'a.txt');
    const statuses = [
      await sendFiles('/evidence', formWith(['a.txt', 'x'.repeat(1001)])),
      await sendFiles('/evidence', formWith(['a', '1'], ['b', '2'], ['c', '3'])),
      await sendFiles('/evidence', bare),
      await sendFiles('/notes', formWith(['a.txt', 'x'])),
    ].map((answer) => answer.status);
    expect(statuses).toEqual([413, 413, 403, 415]);
  });

  it('cut short on its way is refused', async () => {
    const headers = {
      ...SIGNED_IN,
      'sec-fetch-site': 'same-origin',
      'content-type': 'multipart/form-data; boundary=b',
    };
    const body = '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf';
    expect((await fetch(`${office.origin}/evidence`, { method: 'POST', body, headers })).status).toBe(400);
  });
});

describe('a refusal', () => {
  it('tells people what, where and what to do, and leads back to where they came from', async () => {
    const answer = await get('/refused', { ...SIGNED_IN, referer: `${office.origin}/plans/1?tab=2` });
    const page = await answer.text();
    expect(answer.status).toBe(409);
    for (const words of ['这项任务刚被别人改过。', '第（三）项', '请刷新后再试。', 'href="/plans/1?tab&#x3D;2"']) {
      expect(page).toContain(words);
    }
  });

  it('never leads to another site', async () => {
    const page = await (await get('/refused', { ...SIGNED_IN, referer: 'https://evil.example/x' })).text();
    expect(page).not.toContain('evil.example');
  });

  it('is JSON for programs and a small notice for a part of a page', async () => {
    expect(await (await get('/api/refused')).json()).toMatchObject({
      code: 'stale_revision',
      message: '这项任务刚被别人改过。',
      detail: { place: '第（三）项', cure: '请刷新后再试。' },
    });
    const notice = await (await get('/refused', { ...SIGNED_IN, 'hx-request': 'true' })).text();
    expect(notice).toContain('这项任务刚被别人改过。');
    expect(notice).not.toContain('<html');
  });

  it('for want of a sign-in leads to the sign-in page and from there back', async () => {
    const answer = await get('/locked?a=1');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?next=%2Flocked%3Fa%3D1']);
  });

  it('of an unknown address is a page of ours', async () => {
    const answer = await get('/nowhere');
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('没有找到这个页面')]);
  });
});

describe('an unexpected error', () => {
  it('shows nothing of the inside, only a number under which the log has it', async () => {
    const answer = await get('/broken');
    const page = await answer.text();
    const id = answer.headers.get('x-request-id') ?? 'none';
    expect(answer.status).toBe(500);
    expect(page).not.toMatch(/secret inner detail|Error:|at .*\.ts/);
    expect(page).toContain(id);
    expect(office.lines.find((line) => line.includes('secret inner detail'))).toContain(id);
  });
});

describe('the server log', () => {
  it('has the path of a request but never its query or its cookie', async () => {
    await get('/desk?name=李四');
    const line = office.lines.filter((one) => one.includes('"/desk"')).at(-1) ?? '';
    expect(JSON.parse(line)).toMatchObject({ method: 'GET', path: '/desk', status: 200, msg: 'request' });
    expect(office.lines.join('')).not.toMatch(/toy=liaison|name=/);
  });
});

describe('health', () => {
  it('answers without a sign-in, and says when the server cannot work', async () => {
    expect((await get('/healthz', {})).status).toBe(200);
    expect((await get('/readyz', {})).status).toBe(200);
    office.setReady(false);
    const notReady = await get('/readyz', {});
    expect([notReady.status, notReady.headers.get('retry-after')]).toEqual([503, '5']);
    expect((await get('/healthz', {})).status).toBe(200);
    office.setReady(true);
  });
});
