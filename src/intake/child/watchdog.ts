import { readFile } from 'node:fs/promises';

const PAGE_BYTES = 4096;
const EVERY_MS = 50;

/**
 * Watches a process's resident memory and calls `over` once when it exceeds `limit` bytes. Heap limits do not count
 * buffers; this does. Only Linux tells another process's memory cheaply: elsewhere the heap limit alone holds.
 * Returns the function that ends the watch.
 */
export function watchMemory(pid: number, limit: number, over: () => void): () => void {
  const timer = setInterval(() => {
    void residentBytes(pid).then((bytes) => {
      if (bytes <= limit) return;
      clearInterval(timer);
      over();
    });
  }, EVERY_MS);
  return () => clearInterval(timer);
}

/** Resident memory in bytes, 0 when the process is gone or the system does not tell. */
async function residentBytes(pid: number): Promise<number> {
  const statm = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '');
  return (Number(statm.split(' ')[1]) || 0) * PAGE_BYTES;
}
