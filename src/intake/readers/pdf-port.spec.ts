import { describe, expect, it } from '@jest/globals';
import { limits } from './limits.js';
import { PdfPort } from './pdf-port.js';

const [LINE, WORDS] = [1, 2];

interface Options {
  maxImageSize: number;
  ignoreErrors: boolean;
}

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

  it('tells whether a page came over whole: to its end, nothing left out, pictures aside', async () => {
    const port = new PdfPort(new Set([LINE]));
    const options = await optionsOver(port);
    expect(options).toEqual({ maxImageSize: 1, ignoreErrors: true });
    const draw = (steps: number, lastChunk: boolean): void => {
      const [fnArray, argsArray] = [Array<number>(steps).fill(LINE), Array<unknown>(steps).fill([])];
      port.postMessage({ chunk: { fnArray, argsArray, length: steps, lastChunk } });
    };
    const wholeAfter = (...acts: (() => unknown)[]): boolean => {
      port.beginPage();
      acts.forEach((act) => act());
      return port.isWhole;
    };
    const picture = (): unknown => [options.maxImageSize, options.ignoreErrors];
    expect(wholeAfter(() => draw(3, false))).toBe(false);
    expect(
      wholeAfter(
        () => draw(3, false),
        picture,
        () => draw(0, true),
      ),
    ).toBe(true);
    expect(
      wholeAfter(
        () => options.ignoreErrors,
        () => draw(3, true),
      ),
    ).toBe(false);
    expect(
      wholeAfter(
        picture,
        () => options.ignoreErrors,
        () => draw(3, true),
      ),
    ).toBe(false);
    expect(
      wholeAfter(
        () => draw(limits.pdfSteps, false),
        () => draw(0, true),
      ),
    ).toBe(true);
    expect(
      wholeAfter(
        () => draw(limits.pdfSteps, false),
        () => draw(1, true),
      ),
    ).toBe(false);
  });
});

/** The options with which a document is asked for, as they come out on the other side. */
async function optionsOver(port: PdfPort): Promise<Options> {
  const sent = new Promise<Options>((resolve) => {
    const hear = ({ data }: { data: unknown }): void => {
      port.removeEventListener('message', hear);
      resolve((data as { data: { evaluatorOptions: Options } }).data.evaluatorOptions);
    };
    port.addEventListener('message', hear);
  });
  port.postMessage({ data: { evaluatorOptions: { maxImageSize: 1, ignoreErrors: true } } });
  return sent;
}
