import { WorkingCalendar, light, readSeed } from './product.mjs';

const calendar = new WorkingCalendar(readSeed('calendar'));
const { ruleSets } = readSeed('light-rules');

const SUPPORTERS = `SELECT a.id, a.unit_id, a.due, a.first_due, a.progress, a.status, a.last_report_on, a.duty_from,
    a.follows_lead, m.track, m.closed_on, p.enabled_on
  FROM assignment a JOIN measure m ON m.id = a.measure_id JOIN plan p ON p.id = a.plan_id
  WHERE a.role = 'supporting' AND a.state LIKE 'duty%'`;

/** Supporters that would show red by themselves, by any of the rule sets; there must be none. */
export function redSupporters(handle, today) {
  const rows = handle.prepare(SUPPORTERS).all();
  const red = rows.filter((row) =>
    ruleSets.some((rules) => light(rules, factsOf(row), today, calendar).colour === '红'),
  );
  return red.map((row) => `a supporter late by itself: ${row.id}`);
}

function factsOf(row) {
  const { track, due, progress, status } = row;
  return {
    ...{
      track,
      role: 'supporting',
      followsLead: row.follows_lead === 1,
      hard: true,
      due,
      firstDue: row.first_due,
      progress,
    },
    ...{ enabledOn: row.enabled_on, start: row.duty_from, duePresumed: false, internalDue: null, curve: null },
    ...{ begun: status === null ? null : status !== '未启动', closedOn: row.closed_on, suspended: status === '暂缓' },
    completedOn: status === '已完成' ? row.last_report_on : null,
  };
}
