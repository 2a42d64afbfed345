import type { Request } from 'express';
import { Refusal } from '../../shared/errors.js';

/**
 * Refuses a changing request that another site made the browser send: by Sec-Fetch-Site where the browser sends it,
 * else by Origin; a request that carries neither is refused too.
 * @param publicOrigin scheme and host under which people reach the server, when a proxy stands before it
 */
export function refuseForeignOrigin(request: Request, publicOrigin?: string): void {
  const site = request.headers['sec-fetch-site'];
  if (site === 'same-origin') return;
  const own = publicOrigin ?? `${request.protocol}://${request.headers.host ?? ''}`;
  if (site === undefined && request.headers.origin === own) return;
  throw new Refusal('cross_site', '这个请求不是从本系统的页面发出的，已被拒绝，没有任何改动。', {
    cure: '请在本系统的页面里重新操作；如经代理访问，请管理员核对对外地址设置。',
  });
}
