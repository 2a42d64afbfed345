/** The same course as a BPMN process; the engine's state is saved after every step with bare better-sqlite3. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Engine } from 'bpmn-engine';
import { bareRows } from '../support/bare-rows.mjs';
import { actOf } from './step.mjs';

const SOURCE = `<?xml version="1.0" encoding="UTF-8"?>
<definitions id="measure" targetNamespace="qiantou" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
  <process id="course" isExecutable="true">
    <startEvent id="begin" />
    <sequenceFlow id="f1" sourceRef="begin" targetRef="working" />
    <userTask id="working" />
    <sequenceFlow id="f2" sourceRef="working" targetRef="review" />
    <userTask id="review" />
    <sequenceFlow id="f3" sourceRef="review" targetRef="working" />
  </process>
</definitions>`;

/** Opens `count` running processes; `step(n)` completes the waiting task of one of them. */
export async function openBpmn(count) {
  const folder = mkdtempSync(join(tmpdir(), 'qiantou-bpmn-'));
  const ids = Array.from({ length: count }, (_, n) => `m${n}`);
  const running = await Promise.all(ids.map((name) => new Engine({ name, source: SOURCE }).execute()));
  const rows = bareRows(join(folder, 'bpmn.db'), {
    ...{ ids, hash: '0'.repeat(64), body: JSON.stringify(actOf(0)) },
    snapshot: JSON.stringify(await running[0].getState()),
  });
  return {
    step: async (n) => {
      const at = n % count;
      const execution = running[at];
      execution.getPostponed()[0].signal();
      await rows.step(at, JSON.stringify(await execution.getState()));
    },
    close: async () => {
      await Promise.all(running.map((execution) => execution.stop()));
      rows.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
