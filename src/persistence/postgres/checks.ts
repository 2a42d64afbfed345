import { Refusal } from '../../shared/errors.js';
import { isLost } from '../storage-fault.js';
import type { Reader } from '../tx.js';

const OLDEST = 140_000;
/** PostgreSQL: wrong password, unknown role, unknown database, no right to connect. */
const TURNED_AWAY = /^(28\w{3}|3D000|42501)$/;

interface Facts {
  version: number;
  fsync: string;
  fullPageWrites: string;
  synchronousCommit: string;
  encoding: string;
}

/** Refuses a server on which an acknowledged command could be lost, or whose text cannot be ours. Refusal: database_unfit. */
export async function checkServer(read: Reader): Promise<void> {
  const facts = await read.get<Facts>(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('fsync') AS fsync,
       current_setting('full_page_writes') AS full_page_writes,
       current_setting('synchronous_commit') AS synchronous_commit, current_setting('server_encoding') AS encoding`,
  );
  const fault = faultOf(facts!);
  if (fault)
    throw new Refusal('database_unfit', `数据库服务不能使用：${fault}。`, { cure: '请调整数据库设置后再启动。' });
}

function faultOf({ version, fsync, fullPageWrites, synchronousCommit, encoding }: Facts): string | null {
  if (version < OLDEST) return `PostgreSQL 版本过低（${Math.floor(version / 10_000)}），需要 14 或更新的版本`;
  if (fsync !== 'on') return '参数 fsync 没有打开，断电会丢失已保存的内容';
  if (fullPageWrites !== 'on') return '参数 full_page_writes 没有打开，断电会损坏数据';
  if (synchronousCommit === 'off') return '参数 synchronous_commit 没有打开，断电会丢失已保存的内容';
  return encoding === 'UTF8' ? null : `数据库编码是 ${encoding}，需要 UTF8`;
}

/** Why a database could not be opened, in the user's words and without the password. */
export function startRefusal(error: unknown, url: string): unknown {
  const place = addressOf(url);
  const { code } = error as { code?: unknown };
  if (isLost(error)) {
    const cure = '请检查 DATABASE_URL 的地址和端口，以及数据库服务是否已启动。';
    return new Refusal('database_away', `连接不上数据库 ${place}。`, { place: 'DATABASE_URL', cure });
  }
  if (typeof code !== 'string' || !TURNED_AWAY.test(code)) return error;
  const cure = '请检查 DATABASE_URL 的用户名、密码和库名，以及数据库是否已建立。';
  return new Refusal('database_refused', `数据库 ${place} 拒绝了连接。`, { place: 'DATABASE_URL', cure });
}

function addressOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return '';
  }
}
