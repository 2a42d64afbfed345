import { appendFileSync } from 'node:fs';

/**
 * Prints the one plain line that a build server reads; when the tests run in several passes (QIANTOU_CLOSING_FILE) each
 * leaves its counts in that file, and scripts/test.mjs prints the sum.
 */
export default class ClosingLine {
  onRunComplete(_contexts, result) {
    const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = result;
    const file = process.env.QIANTOU_CLOSING_FILE;
    if (file) appendFileSync(file, `${JSON.stringify({ passed, failed, skipped })}\n`);
    else process.stdout.write(`\n${closingLine({ passed, failed, skipped })}\n`);
  }
}

export function closingLine({ passed, failed, skipped }) {
  return `Tests: ${passed} passed, ${failed} failed, ${skipped} skipped`;
}
