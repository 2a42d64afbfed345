import { Account } from '../identity/identity.entities.js';
import { Assignment } from '../measures/measures.entities.js';
import { Unit } from '../organization/organization.entities.js';
import type { Reader } from '../persistence/tx.js';

/** Units with a duty in a plan for which nobody can sign in, by name: they learn of it on paper only. */
export async function unreachedUnits({ manager }: Reader, planId: string): Promise<string[]> {
  const [duties, accounts, units] = await Promise.all([
    manager.findBy(Assignment, { planId }),
    manager.findBy(Account, { state: 'active' }),
    manager.find(Unit),
  ]);
  const signsIn = new Set(accounts.map(({ unitId }) => unitId));
  const going = duties.filter(({ state, unitId }) => !/removed|transferred/.test(state) && !signsIn.has(unitId));
  const asked = new Set(going.map(({ unitId }) => unitId));
  return units.filter(({ id }) => asked.has(id)).map(({ name }) => name);
}

const MOST_NAMED = 5;
const someOf = (names: string[]): string =>
  names.slice(0, MOST_NAMED).join('、') + (names.length > MOST_NAMED ? ` 等 ${names.length} 个` : '');

/** What is said of a plan just issued: who has the tasks, and which units nobody can look at them for. */
export function issuedWords(unreached: string[]): string {
  if (unreached.length === 0) return '已印发并分办：各单位已收到任务。可下载任务分解表，其中每个单位一张表。';
  const who = `有 ${unreached.length} 个单位还没有可以登录的账号，在系统里看不到任务：${someOf(unreached)}${unreached.length > MOST_NAMED ? '，全部名单见本页' : ''}`;
  return `已印发并分办。${who}。请下载任务分解表（每个单位一张表）送达，或请管理员开设账号。`;
}

/** The same as a fact of the plan's page, all by name, since each is to be reached by hand; none where everybody can be reached. */
export const unreachedFact = (unreached: string[]): { label: string; value: string }[] =>
  unreached.length > 0 ? [{ label: '没有登录账号的单位', value: `${unreached.join('、')}（任务须另行送达）` }] : [];
