import { Refusal } from '../../shared/errors.js';
import { extractDocument } from '../extract.js';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';
import type { ReadAnswer, ReadJob } from './messages.js';
import { closeNetwork } from './walls.js';

/** The reading process: takes one file, answers once, ends. Its parent keeps time and memory. */
closeNetwork();
process.once('message', (job: ReadJob) => void work(job));
process.once('disconnect', () => process.exit(0));
answer({ kind: 'ready' });

async function work(job: ReadJob): Promise<void> {
  try {
    const document = await extractDocument(job.path, job.fileName);
    answer({ kind: 'document', document, reading: readPlan(document.text, loadUnitRegistry()) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    answer({ kind: 'refusal', code: error.code, message: error.message, detail: error.detail });
  }
}

function answer(message: ReadAnswer): void {
  process.send?.(message);
}
