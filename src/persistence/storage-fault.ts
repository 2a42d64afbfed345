import { Refusal } from '../shared/errors.js';

/** What a failure of the database means for the work it struck. */
export type StorageFault = 'full' | 'busy' | 'broken' | 'away' | null;

const BROKEN = /^SQLITE_(IOERR|CORRUPT|NOTADB|CANTOPEN|READONLY)/;
/** PostgreSQL: connection exceptions, shutdown and start-up, too many sessions, ended by a time limit between statements. */
const AWAY = /^(08\w{3}|57P0\d|53300|25P03|25P04)$/;
const LINE_CUT = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ENOENT)$/;
/** Told by the driver in words only. */
const CUT_OFF = /^(Connection terminated|Client has encountered a connection error|Query read timeout|timeout e)/;
/** PostgreSQL: lock or statement took too long, serialization, deadlock. */
const BUSY = /^(55P03|57014|40001|40P01)$/;
const FULL = /^(SQLITE_FULL|53100|53200)$/;

/**
 * Tells a full disk, a busy database and one that is away, after which the work may be tried again, from a disk that can no
 * longer be trusted. Null: the failure is not the storage's.
 */
export function storageFault(error: unknown): StorageFault {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code !== 'string') return CUT_OFF.test(String(message)) ? 'away' : null;
  if (FULL.test(code)) return 'full';
  if (code.startsWith('SQLITE_BUSY') || BUSY.test(code)) return 'busy';
  if (AWAY.test(code) || LINE_CUT.test(code)) return 'away';
  return BROKEN.test(code) ? 'broken' : null;
}

/** Whether the connection on which it happened is gone. */
export function isLost(error: unknown): boolean {
  return storageFault(error) === 'away';
}

const RETRY_CURE = '请稍后重新提交；如反复出现，请检查是否有其他程序占用数据库。';

const WORDS: Record<'full' | 'busy' | 'away', () => Refusal> = {
  full: () =>
    new Refusal('disk_full', '服务器的磁盘已满，本次操作没有保存。', {
      cure: '已保存的内容不受影响，仍可查看；请通知管理员清理磁盘，无须重启，腾出空间后重新提交即可。',
    }),
  busy: () => new Refusal('database_busy', '数据库正被其他程序占用，本次操作没有保存。', { cure: RETRY_CURE }),
  away: databaseAway,
};

/** Whether a refusal speaks of the database's state and not of what was asked: the same may succeed a little later. */
export function mayBeTriedAgain({ code }: Refusal): boolean {
  return ['disk_full', 'database_busy', 'database_away'].includes(code);
}

/** The failure in the user's words, where trying again can help; everything else as it is. */
export function asRefusal(error: unknown): unknown {
  const fault = storageFault(error);
  return fault === null || fault === 'broken' ? error : WORDS[fault]();
}

/** For work that was begun, or not even that, when the connection broke: nothing of it is kept. */
export function databaseAway(): Refusal {
  return new Refusal('database_away', '数据库暂时连接不上，本次操作没有完成。', {
    cure: '请稍候几秒再试；已保存的内容不受影响。如持续出现，请通知管理员检查数据库服务。',
  });
}

/** For work whose commit was sent and never answered: it may or may not be kept. */
export function outcomeUnknown(): Refusal {
  return new Refusal('database_away', '提交时数据库连接中断，不能确定本次操作是否已经保存。', {
    cure: '请稍候几秒，刷新页面查看结果后再决定是否重新提交；同一张表单再次提交不会重复办理。',
  });
}
