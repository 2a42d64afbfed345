import { Refusal } from '../shared/errors.js';

/** What a failure of the database file means for the work it struck. */
export type StorageFault = 'full' | 'busy' | 'broken' | null;

const BROKEN = /^SQLITE_(IOERR|CORRUPT|NOTADB|CANTOPEN|READONLY)/;

/**
 * Tells a full disk and a busy file, after which the work may be tried again, from a disk that can no longer be trusted.
 * Null: the failure is not the storage's.
 */
export function storageFault(error: unknown): StorageFault {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string') return null;
  if (code === 'SQLITE_FULL') return 'full';
  if (code.startsWith('SQLITE_BUSY')) return 'busy';
  return BROKEN.test(code) ? 'broken' : null;
}

/** The failure in the user's words, where trying again can help; everything else as it is. */
export function asRefusal(error: unknown): unknown {
  const fault = storageFault(error);
  if (fault === 'full') {
    return new Refusal('disk_full', '服务器的磁盘已满，本次操作没有保存。', {
      cure: '已保存的内容不受影响，仍可查看；请通知管理员清理磁盘，无须重启，腾出空间后重新提交即可。',
    });
  }
  if (fault === 'busy') {
    return new Refusal('database_busy', '数据库正被其他程序占用，本次操作没有保存。', {
      cure: '请稍后重新提交；如反复出现，请检查是否有其他程序打开了数据库文件。',
    });
  }
  return error;
}
