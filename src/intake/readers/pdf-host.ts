/** Six numbers of a plane transformation: all that pdf.js touches of the browser's class when it only reads text. */
class PlainMatrix {
  a = 1;
  b = 0;
  c = 0;
  d = 1;
  e = 0;
  f = 0;

  constructor(values?: Iterable<number>) {
    if (values) [this.a, this.b, this.c, this.d, this.e, this.f] = values;
  }
}

/**
 * Gives pdf.js the one browser class it needs when it is loaded. Its own substitute is a native addon, which the
 * reading process may not load.
 */
export function preparePdfHost(): void {
  if (!('DOMMatrix' in globalThis)) Object.assign(globalThis, { DOMMatrix: PlainMatrix });
}
