/** What a running server holds, as Linux tells it: resident bytes, open handles, files in its folders, the database's own left out. */
import { readdirSync, readFileSync } from 'node:fs';

const KIB = 1024;

export function stateOf({ pid, folders }) {
  const [, kib = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  const files = folders
    .flatMap((folder) => readdirSync(folder, { recursive: true }))
    .map(String)
    .filter((name) => !name.startsWith('qiantou.db'));
  return { bytes: Number(kib) * KIB, handles: readdirSync(`/proc/${pid}/fd`).length, files: files.sort() };
}

/** Waits until the handles are no more than `most`, for at most `seconds`; hands back the state then. */
export async function settled(where, most, seconds = 30) {
  for (let left = seconds * 5; left > 0 && stateOf(where).handles > most; left--)
    await new Promise((resolve) => setTimeout(resolve, 200));
  return stateOf(where);
}
