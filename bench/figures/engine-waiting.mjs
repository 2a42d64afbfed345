/** What 5,000 measures that wait for their people cost the process: memory with all of them kept, and CPU while nothing comes. */
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { COORDINATOR, openOffice } from '../support/office.mjs';

const WAITING = 5_000;
const SECONDS = 10;
const LIMIT = '30 MB for 5,000 waiting measures';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

async function megabytes() {
  await wait(50);
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

/** Milliseconds of CPU in a second of waiting; due days are looked for every second, more often than the server does. */
async function cpuPerSecond(engine) {
  const before = process.cpuUsage();
  for (let second = 0; second < SECONDS; second++) {
    await wait(1000);
    await engine.fireDue();
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / SECONDS;
}

async function measure() {
  await (await openOffice(10)).close();
  const empty = await megabytes();
  const office = await openOffice(WAITING);
  try {
    for (const id of office.ids) await office.engine.offers(id, COORDINATOR);
    const value = (await megabytes()) - empty;
    const cpu = await cpuPerSecond(office.engine);
    return { value, unit: 'MB', limit: LIMIT, limitValue: 30, cpuMsPerSecond: Number(cpu.toFixed(2)) };
  } finally {
    await office.close();
  }
}

export const figures = [{ name: 'engine.waiting', measure }];
