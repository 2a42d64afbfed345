/** Ends the run's PostgreSQL and removes its data. */
export default async function teardown() {
  await globalThis.qiantouPostgres?.discard();
}
