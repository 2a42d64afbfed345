import type { Command } from 'commander';
import type { Actor } from '../engine/types.js';
import { AccountsService } from '../identity/accounts.service.js';
import { ApiTokens } from '../identity/api-tokens.service.js';
import type { Role } from '../identity/identity.feature.js';
import { Refusal } from '../shared/errors.js';
import { actorOf, withOffice, type Office } from './office.js';
import { print, say } from './output.js';
import { account } from './plans.commands.js';

interface AddOptions {
  name: string;
  roles: string;
  unit?: string;
}

const TOKEN_DAYS = '365';

/** user add, list, disable, enable, reset-password, token, revoke-token. */
export function userCommands(program: Command): void {
  const user = program.command('user').description('账号（以管理员办理：--as 管理员账号，或内置管理员）');
  const asAdmin = (work: (office: Office, admin: Actor) => Promise<void>): Promise<void> =>
    withOffice({}, async (office) => work(office, await adminOf(office, account(program))));
  readingCommands(user);
  accountCommands(user, asAdmin);
  tokenCommands(user, asAdmin);
}

type AsAdmin = (work: (office: Office, admin: Actor) => Promise<void>) => Promise<void>;

function readingCommands(user: Command): void {
  user
    .command('list')
    .description('列出账号：账号、姓名、单位、角色、状态，以制表符分隔')
    .action(() =>
      withOffice({ readOnly: true }, async (office) => {
        for (const { account: name, name: person, unitName, roles, state } of await office.get(AccountsService).list())
          print([name, person, unitName, roles.join(','), state].join('\t'));
      }),
    );
}

function accountCommands(user: Command, asAdmin: AsAdmin): void {
  user
    .command('add <account>')
    .description('开设账号，打印“账号、初始密码”，首次登录须修改')
    .requiredOption('--name <name>', '姓名或称谓')
    .requiredOption('--roles <roles>', '角色，以逗号分隔')
    .option('--unit <unit>', '单位（编号、全称或简称）')
    .action((name: string, { name: person, roles, unit }: AddOptions) =>
      asAdmin(async (office, admin) => {
        const input = { account: name, name: person, unit: unit ?? null, roles: roles.split(/[,，]/) as Role[] };
        print(`${name}\t${await office.get(AccountsService).add(input, admin)}`);
      }),
    );
  user
    .command('disable <account>')
    .description('停用账号，立即失效，记录保留')
    .option('--reason <text>', '理由', '管理员停用')
    .action((name: string, { reason }: { reason: string }) =>
      asAdmin(async (office, admin) => {
        await office.get(AccountsService).disable(name, reason, admin);
        say(`已停用账号“${name}”。`);
      }),
    );
  user
    .command('enable <account>')
    .description('重新启用账号')
    .action((name: string) =>
      asAdmin(async (office, admin) => {
        await office.get(AccountsService).enable(name, admin);
        say(`已启用账号“${name}”。`);
      }),
    );
  user
    .command('reset-password <account>')
    .description('重置密码，打印“账号、新密码”，并解除锁定')
    .action((name: string) =>
      asAdmin(async (office, admin) => {
        print(`${name}\t${await office.get(AccountsService).resetPassword(name, admin)}`);
      }),
    );
}

function tokenCommands(user: Command, asAdmin: AsAdmin): void {
  user
    .command('token <account>')
    .description('为程序开设访问令牌（/api/v1），只在此打印一次')
    .option('--name <name>', '令牌名称', '程序接口')
    .option('--days <n>', '有效天数，默认一年', TOKEN_DAYS)
    .action((name: string, options: { name: string; days: string }) =>
      asAdmin(async (office) => print(await office.get(ApiTokens).make(name, options.name, Number(options.days)))),
    );
  user
    .command('revoke-token <account>')
    .description('吊销令牌；不写名称时吊销该账号的全部令牌')
    .option('--name <name>', '令牌名称')
    .action((name: string, options: { name?: string }) =>
      asAdmin(async (office) => say(`已吊销 ${await office.get(ApiTokens).revoke(name, options.name)} 个令牌。`)),
    );
}

/** The named administrator, or the built-in one. Refusal: not_allowed for anybody else. */
/** Who acts as an administrator: an account by name, or the built-in one. Refusal: not_allowed. */
export async function adminOf(office: Office, name: string | undefined): Promise<Actor> {
  if (!name) return { user: 'cli', name: '系统管理员（命令行）', unit: null, roles: ['admin'] };
  const actor = await actorOf(office, name);
  if (actor.roles.includes('admin')) return actor;
  throw new Refusal('not_allowed', `“${name}”不是管理员，不能办理此事。`, { place: '--as', cure: '请用管理员账号。' });
}
