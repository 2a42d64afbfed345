import type { Reader, Tx } from '../persistence/tx.js';

/** What was settled for the whole database under a name; undefined where nothing was. */
export async function settled(read: Reader, name: string): Promise<string | undefined> {
  const row = await read.get<{ value: string }>('SELECT value FROM installation WHERE name = ?', [name]);
  return row?.value;
}

/** Settles something for the whole database, or settles it anew. */
export async function settle(tx: Tx, name: string, value: string): Promise<void> {
  const changed = await tx.run('UPDATE installation SET value = ? WHERE name = ?', [value, name]);
  if (changed === 0) await tx.insert('installation', { name, value });
}
