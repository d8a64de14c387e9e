// The last line of a test run, from vitest's report: what passed, what failed, what was skipped.

/** @typedef {{ status: string, assertionResults: unknown[] }} FileResult */
/** @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests?: number, testResults: FileResult[] }} Report */

/** @param {string} json */
export function closingLine(json) {
  /** @type {Report} */
  const report = JSON.parse(json);
  // A file that cannot be loaded has no tests to fail, and must not pass for a file without faults.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const skipped = report.numPendingTests + (report.numTodoTests ?? 0);
  const line = `${report.numPassedTests} passed, ${report.numFailedTests + broken} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}
