import 'reflect-metadata';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { serveCommands } from './cli/command-server.js';
import { Periodic } from './core/periodic.js';
import { togetherWith } from './core/workflow-proof.js';
import { checkpointIn } from './engine/checkpoints/installation.js';
import { CheckpointSender } from './engine/checkpoints/sending.js';
import { checkpointTarget } from './engine/checkpoints/target.js';
import { atStart, checkTogether } from './engine/check/together/together.js';
import { ownDefinitions } from './engine/definitions.js';
import { Engine } from './engine/engine.js';
import { refuseChanged } from './engine/release/frozen.js';
import { proveOnce, proveTogetherOnce } from './engine/release/proof.js';
import { ApiTokens } from './identity/api-tokens.service.js';
import { IdentityService } from './identity/identity.service.js';
import { sessions, webSession } from './identity/sessions.middleware.js';
import { RequestCounts } from './metrics/request-counts.js';
import { Database } from './persistence/database.js';
import { lockForServing } from './persistence/serve-lock.js';
import { StoredFiles } from './persistence/stored-files.js';
import { SeedingService, type FirstSignIn } from './seeding/seeding.service.js';
import { SystemClock } from './shared/clock.js';
import { readConfig, type Config } from './shared/config.js';
import { Refusal } from './shared/errors.js';
import { RandomIds } from './shared/ids.js';
import { configureWeb, ServerLog, shutdownOnSignals, webApplicationOptions } from './web/index.js';

const DAY_SECONDS = 86_400;

/** Starts the server: migrates, seeds an empty database, serves, and looks for due deadlines. */
export async function serve(env: NodeJS.ProcessEnv): Promise<void> {
  const config = readConfig(env);
  if (config.QIANTOU_CHECKPOINT_URL) checkpointTarget(config.QIANTOU_CHECKPOINT_URL);
  refuseChanged(ownDefinitions.all);
  proveOnce(ownDefinitions.all);
  await proveTogetherOnce(ownDefinitions.all, () => checkTogether(togetherWith(), atStart));
  if (!config.onPostgres) lockForServing(config.dataDir);
  const log = new ServerLog(env.LOG_LEVEL);
  const ground = { config, clock: new SystemClock(), ids: new RandomIds() };
  const ready = async () => (await app.get(Database).reader.get('SELECT 1 AS one')) !== undefined;
  const root = AppModule.on(ground, ready);
  const app: NestExpressApplication = await NestFactory.create<NestExpressApplication>(
    root,
    webApplicationOptions(log),
  );
  const secure = config.secure;
  const sessionLookup = sessions(app.get(IdentityService), app.get(ApiTokens), secure);
  app.use(app.get(RequestCounts).handler());
  const trustProxy = config.QIANTOU_TRUST_PROXY || undefined;
  configureWeb(app, { sessions: webSession, sessionLookup, log, secure, trustProxy });
  shutdownOnSignals(app, log);
  const signIns = await app.get(SeedingService).seedEmpty();
  await listen(app, config);
  if (!config.onPostgres) await serveCommands(config.dataDir, app.get(Database));
  announce(await app.getUrl(), config, signIns);
  await keepGoing(app, config, log);
}

async function listen(app: NestExpressApplication, { PORT, HOST }: Config): Promise<void> {
  try {
    await app.listen(PORT, HOST);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    const cure = '请停止占用端口的程序，或用 PORT 指定其他端口。';
    throw new Refusal('port_taken', `端口 ${PORT} 已被其他程序占用。`, { place: 'PORT', cure });
  }
}

/** Due deadlines are looked for; the end of the log is signed, so that a cut tail is found; what uploads left is swept. */
async function keepGoing(app: NestExpressApplication, config: Config, log: ServerLog): Promise<void> {
  const { dataDir, QIANTOU_CHECKPOINT_URL: archive } = config;
  const periodic = app.get(Periodic);
  const failed = (error: unknown): void => log.error(error);
  const sign = () => checkpointIn(dataDir, app.get(Database), new SystemClock());
  const daily = { everySeconds: DAY_SECONDS, leaseSeconds: 900, failed };
  const often = { everySeconds: 30, leaseSeconds: 60, failed };
  await periodic.keep({ ...often, name: 'deadlines', run: () => app.get(Engine).fireDue() });
  await periodic.keep({ ...daily, name: 'checkpoint', run: sign });
  if (archive) {
    const sender = new CheckpointSender(app.get(Database), archive);
    await periodic.keep({ ...often, everySeconds: 300, name: 'archive', run: () => sender.sendWaiting() });
  }
  await periodic.keep({ ...daily, name: 'sweep', run: () => app.get(StoredFiles).sweep() });
}

function announce(url: string, config: Config, signIns: FirstSignIn[]): void {
  const lines = signIns.map(({ account, password }) => `${account}\t${password}`);
  if (lines.length > 0) {
    process.stdout.write(
      `首次登录（账号、密码，也保存在 ${config.DATA_DIR}/first-sign-in.txt）：\n${lines.join('\n')}\n`,
    );
  }
  process.stdout.write(`牵头已启动：${url.replace('[::1]', 'localhost')}\n`);
}

const started = process.argv[1];
if (started && realpathSync(started) === fileURLToPath(import.meta.url)) {
  serve(process.env).catch((error: unknown) => {
    const words =
      error instanceof Refusal
        ? [error.message, error.detail.cure].filter(Boolean).join(' ')
        : String(error instanceof Error ? error.stack : error);
    process.stderr.write(`启动失败：${words}\n`);
    process.exitCode = 1;
  });
}
