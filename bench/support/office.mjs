/** A database on disk with a plan of deliverable measures at work, on the real engine with all features. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { product } from './product.mjs';

const [{ registrations }, { Engine }, { entities }, { Database }, { migrations }, { SystemClock }, { v7 }] =
  await Promise.all([
    product('src/core/core.module.js'),
    product('src/engine/engine.js'),
    product('src/entities.js'),
    product('src/persistence/database.js'),
    product('src/persistence/migrations/index.js'),
    product('src/shared/clock.js'),
    import('uuid'),
  ]);

const PLAN = 'plan-bench';
const CYCLE = `${PLAN}:2023`;
export const COORDINATOR = { user: 'u-office', name: '统筹员', unit: 'office', roles: ['coordinator'] };
export const LIAISON = { user: 'u-hr', name: '联络员', unit: 'hr', roles: ['liaison'] };

/** Opens the office with `measures` measures that are worked on, on SQLite or the database `url`; `close` removes the folder. */
export async function openOffice(measures, url) {
  const folder = mkdtempSync(join(tmpdir(), 'qiantou-bench-'));
  const file = join(folder, 'qiantou.db');
  const database = await Database.open({ ...(url ? { url } : { file }), entities, migrations });
  const engine = new Engine(database, new SystemClock(), registrations);
  const ids = Array.from({ length: measures }, (_, n) => measureId(n));
  const known = await database.reader.get('SELECT id FROM instance WHERE id = ?', [PLAN]);
  if (!known) await engine.execute({ actor: COORDINATOR }, planCommands(measures));
  const close = async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { file, folder, database, engine, ids, registrations, entities, migrations, close };
}

let keys = 0;
const run = v7();
/** The number of a form: drawn by the page, so that its cost is not the engine's, and ascending as a page's UUIDv7 are. */
export const newKey = () => `${run}-${String(++keys).padStart(9, '0')}`;

const measureId = (n) => `${CYCLE}:m${n}`;
const start = (machine, id, scope, input) => ({ kind: 'start', machine, id, scope, input });

function planCommands(measures) {
  const reading = {
    ...{ title: '行动计划', noticeTitle: null, docNumber: null, issuers: [], issuedOn: '2023-05-11', region: '太原市' },
    ...{ level: 'city', kind: '方案', basis: [], addressees: [], reporting: [], measures: [], phases: [], goals: [] },
  };
  return [
    start('plan', PLAN, PLAN, {
      title: '行动计划',
      demo: true,
      reading,
      source: { sha256: '0'.repeat(64), name: 'a.docx' },
    }),
    start('cycle', CYCLE, PLAN, { planId: PLAN, year: 2023, phases: [] }),
    ...Array.from({ length: measures }, (_, n) => measureCommands(n)).flat(),
  ];
}

function measureCommands(n) {
  const id = measureId(n);
  const place = { planId: PLAN, cycleId: CYCLE };
  const due = { due: '2023-12-31', duePresumed: true };
  const measure = {
    ...{ ...place, track: 'deliverable', consolidator: 'lead', draftKey: `m${n}`, position: n + 1, no: `${n + 1}` },
    ...{ title: '开展职业技能培训', content: '开展农民工职业技能培训，全年不少于一万人次。', heading: ['重点任务'] },
    ...{ note: '（市人社局牵头）', mode: 'lead_support', leadUnit: 'hr', leadBasis: 'stated', openGroups: [] },
    ...{ conditions: [], ...due, spanStart: 0, spanEnd: 1 },
  };
  const duty = {
    ...{ ...place, measureId: id, unitId: 'hr', role: 'responsible', isLead: true, followsLead: false },
    ...{ position: 1, dutyFrom: '2023-05-11', ...due, fires: null },
  };
  return [
    start('measure', id, PLAN, measure),
    start('assignment', `${id}:hr`, PLAN, duty),
    { kind: 'send', instance: id, type: 'beginImplementation', asSystem: true },
  ];
}
