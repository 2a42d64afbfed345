import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Definition } from '../../../workflows/catalogue.js';
import type { Reader } from '../../persistence/tx.js';
import { Refusal } from '../../shared/errors.js';
import type { Definitions } from '../definitions.js';
import { fingerprintOf, WORKFLOWS, type Fingerprint } from './fingerprint.js';

/** Released definitions by id. */
export type Frozen = Record<string, Fingerprint>;

/** The released definitions. Refusal: definition_list_missing where the list cannot be read. */
export function frozenIn(folder = WORKFLOWS): Frozen {
  try {
    return JSON.parse(readFileSync(join(folder, 'frozen.json'), 'utf8')) as Frozen;
  } catch {
    throw new Refusal('definition_list_missing', '已发布流程的登记（workflows/frozen.json）不在或不能读取。', {
      place: 'workflows/frozen.json',
      cure: '请重新安装同一版本的程序。',
    });
  }
}

/** Ids of released definitions that are no longer what was released, or are gone. */
export function changedSinceRelease(all: readonly Definition[], folder = WORKFLOWS): string[] {
  const byId = new Map(all.map((one) => [one.id, one]));
  const isReleased = (id: string, { machine, source }: Fingerprint): boolean => {
    const own = byId.get(id);
    const now = own && fingerprintOf(own, folder);
    return now?.machine === machine && now.source === source;
  };
  return Object.entries(frozenIn(folder))
    .filter(([id, released]) => !isReleased(id, released))
    .map(([id]) => id);
}

/** Adds definitions to the released ones. Throws for one that is there already, or that does not exist. */
export function freeze(ids: readonly string[], all: readonly Definition[], folder = WORKFLOWS): void {
  const frozen = frozenIn(folder);
  for (const id of ids) {
    if (frozen[id]) throw new Error(`${id} is released already; a changed definition needs a new version`);
    const own = all.find((one) => one.id === id);
    if (!own) throw new Error(`there is no ${id} in workflows/`);
    frozen[id] = fingerprintOf(own, folder);
  }
  writeFileSync(join(folder, 'frozen.json'), `${JSON.stringify(frozen, null, 2)}\n`);
}

/** A released definition never changes: whoever wants another one adds a version. Refusal: definition_changed. */
export function refuseChanged(all: readonly Definition[], folder = WORKFLOWS): void {
  const changed = changedSinceRelease(all, folder);
  if (changed.length === 0) return;
  const titles = changed.map((id) => `${all.find((one) => one.id === id)?.title ?? '已不存在'}（${id}）`).join('、');
  throw new Refusal('definition_changed', `已发布的流程被改动，却没有新的版本号：${titles}。`, {
    place: 'workflows/',
    cure: '请恢复发布时的流程定义；确需修改时，另立新版本（如 @2），再把在办事项迁移过去。',
  });
}

/** Every definition that stored instances run on must be known to this program. Refusal: definition_unknown. */
export async function refuseUnknown(read: Reader, definitions: Definitions): Promise<void> {
  const unknown = (await usedDefinitions(read)).filter((id) => !definitions.knows(id));
  if (unknown.length === 0) return;
  throw new Refusal('definition_unknown', `数据中有本程序不认识的流程版本：${unknown.join('、')}。`, {
    place: unknown.join('、'),
    cure: '数据由更新的程序写入。请换用那个版本（或更新的版本）的程序。',
  });
}

/** Steps from one definition to the next along the index, however many instances there are. */
async function usedDefinitions(read: Reader): Promise<string[]> {
  const found: string[] = [];
  for (let last = ''; ;) {
    const sql = 'SELECT min(definition) AS id FROM instance WHERE definition > ?';
    const id = (await read.get<{ id: string | null }>(sql, [last]))?.id;
    if (!id) return found;
    found.push((last = id));
  }
}
