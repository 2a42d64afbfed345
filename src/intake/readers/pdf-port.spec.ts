import { describe, expect, it } from '@jest/globals';
import { PdfPort } from './pdf-port.js';

const [LINE, WORDS] = [1, 2];

/** What a listener hears of these messages. */
async function heard(send: (port: PdfPort) => void): Promise<unknown[]> {
  const port = new PdfPort(new Set([LINE]));
  const got: unknown[] = [];
  port.addEventListener('message', ({ data }) => got.push(data));
  send(port);
  await new Promise(setImmediate);
  return got;
}

describe('the joint of the two halves of pdf.js', () => {
  it('lets over only what may be a rule, also after the lists it came from are emptied', async () => {
    const [fnArray, argsArray] = [
      [LINE, WORDS, LINE],
      [['a'], ['glyphs'], ['b']],
    ];
    const [message] = await heard((port) => {
      port.postMessage({ stream: 1, chunk: { fnArray, argsArray, length: 3, lastChunk: true } });
      fnArray.length = argsArray.length = 0;
    });
    const chunk = { fnArray: [LINE, LINE], argsArray: [['a'], ['b']], length: 2, lastChunk: true };
    expect(message).toEqual({ stream: 1, chunk });
  });

  it('hands words over in order, untouched by what the sender does with its record afterwards', async () => {
    const chunk = { items: ['农民工'], styles: {} };
    const got = await heard((port) => {
      port.postMessage({ chunk });
      chunk.items = ['别的'];
      port.postMessage({ chunk });
    });
    expect(got).toEqual([{ chunk: { items: ['农民工'], styles: {} } }, { chunk: { items: ['别的'], styles: {} } }]);
  });

  it('copies everything else, and is silent to who has left', async () => {
    const data = { font: { name: '仿宋' } };
    const got = await heard((port) => {
      const leaving = new AbortController();
      const gone = (): void => expect('nothing').toBe('heard');
      port.addEventListener('message', gone, { signal: leaving.signal });
      leaving.abort();
      port.addEventListener('message', gone);
      port.removeEventListener('message', gone);
      port.postMessage(data);
      data.font.name = '黑体';
    });
    expect(got).toEqual([{ font: { name: '仿宋' } }]);
    expect(
      await heard((port) => {
        port.terminate();
        port.postMessage({});
      }),
    ).toEqual([]);
  });
});
