/** Prints the one plain line that a build server reads. */
export default class ClosingLine {
  onRunComplete(_contexts, result) {
    const { numPassedTests, numFailedTests, numPendingTests } = result;
    process.stdout.write(`\nTests: ${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped\n`);
  }
}
