import type { Request } from 'express';

/** Value of one cookie of a request, or null; percent-escapes are left as they came. */
export function cookieOf(request: Pick<Request, 'headers'>, name: string): string | null {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${name}=`));
  return found ? found.slice(name.length + 1) : null;
}
