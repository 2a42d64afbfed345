/** Starts one PostgreSQL for a run of jest on it; the workers find it by QIANTOU_TEST_POSTGRES. */
import { startPostgres } from './postgres-server.mjs';

export default async function setup() {
  if (process.env.QIANTOU_TEST_DATABASE !== 'postgres') return;
  const server = await startPostgres();
  process.env.QIANTOU_TEST_POSTGRES = server.url('').replace(/\/$/, '');
  globalThis.qiantouPostgres = server;
}
