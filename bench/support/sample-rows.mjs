/** Rows of the size a measure's command writes, for the base where no office is open in this process. */
export const sampleRows = (count = 500) => ({
  ids: Array.from({ length: count }, (_, n) => `plan-bench:2023:m${n}`),
  snapshot: JSON.stringify({ value: 'x'.repeat(120), context: { note: 'x'.repeat(360) } }),
  body: JSON.stringify({ payload: 'x'.repeat(600) }),
  hash: '0'.repeat(64),
});
