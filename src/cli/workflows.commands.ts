import type { Command } from 'commander';
import { definitions } from '../../workflows/catalogue.js';
import { togetherWith } from '../core/workflow-proof.js';
import { checkDefinition, printFinding } from '../engine/check/check.js';
import { walkTogether } from '../engine/check/together/together.js';
import { ownDefinitions } from '../engine/definitions.js';
import { Engine } from '../engine/engine.js';
import { tryMoves, type TriedMove } from '../engine/migrating.js';
import type { Actor } from '../engine/types.js';
import { Database } from '../persistence/database.js';
import { Refusal } from '../shared/errors.js';
import { machineJson, mermaidOf } from './diagram.js';
import { withOffice, type Office } from './office.js';
import { foundFault, print, say } from './output.js';
import { account } from './plans.commands.js';
import { adminOf } from './user.commands.js';

/** workflows check, workflows diagram, workflows migrate. */
export function workflowCommands(program: Command): void {
  const workflows = program.command('workflows').description('流程定义');
  workflows
    .command('check')
    .description('检查每个流程：都能走到头，没有死环节，提交人不审核自己，办结不漏单位，退回不丢材料和期限')
    .action(check);
  workflows
    .command('diagram [name]')
    .description('打印流程图（Markdown 中的 Mermaid 图）；写明流程名（如 measure）时只打印一个')
    .option('--json', '改为打印 JSON：一个对象，键为流程编号，值可导入 Stately 编辑器')
    .action((name: string | undefined, options: { json?: boolean }) => draw(name, options.json ?? false));
  workflows
    .command('migrate <from> <to>')
    .description('把在办事项从流程的一个版本迁移到另一个版本（如 measure@1 measure@2），逐件记入记录；以管理员办理')
    .option('--dry-run', '只试不迁：逐件打印能否迁移、迁到什么状态、待到的期限、不能迁移的原因')
    .action((from: string, to: string, options: { dryRun?: boolean }) => migrate(program, from, to, options.dryRun));
}

/** Tries every instance first; moves those that can, each by its own recorded event. A fault where some cannot. */
async function migrate(program: Command, from: string, to: string, dryRun = false): Promise<void> {
  await withOffice({ readOnly: dryRun }, async (office) => {
    const tried = await tryMoves(office.get(Database).reader, ownDefinitions, from, to);
    for (const one of tried) print(moveLine(one));
    const movable = tried.filter(({ refusal }) => refusal === null);
    if (!dryRun) await moveAll(office, movable, to, await adminOf(office, account(program)));
    say(`${from} 共 ${tried.length} 件：${dryRun ? '可迁移' : '已迁移'} ${movable.length} 件。`);
    if (tried.some(({ refusal }) => isObstacle(refusal))) foundFault();
  });
}

async function moveAll(office: Office, movable: TriedMove[], to: string, actor: Actor): Promise<void> {
  for (const { instance } of movable) {
    await office.get(Engine).execute({ actor }, [{ kind: 'migrate', instance, to }]);
  }
}

/** Separated by tabs: instance, state, new state, pending deadlines, why not. */
function moveLine({ instance, state, newState, deadlines, refusal }: TriedMove): string {
  return [instance, state, newState ?? '不迁移', deadlines.join('、'), refusal?.message ?? ''].join('\t');
}

/** What is over stays on its version; that is no fault. */
const isObstacle = (refusal: Refusal | null): boolean => refusal !== null && refusal.code !== 'already_done';

async function check(): Promise<void> {
  checkEach();
  for (const { scenario, finding, steps } of await walkTogether(togetherWith())) {
    const passed = `通过（${scenario.steps} 步以内的各种先后，共 ${steps} 步）`;
    print(`合并检查 ${scenario.title}：${finding ? '1 处问题' : passed}`);
    if (finding) say(printFinding(finding));
    if (finding) foundFault();
  }
}

function checkEach(): void {
  for (const definition of definitions()) {
    const findings = checkDefinition(definition);
    print(`${definition.id} ${definition.title}：${findings.length === 0 ? '通过' : `${findings.length} 处问题`}`);
    for (const finding of findings) say(printFinding(finding));
    if (findings.length > 0) foundFault();
  }
}

function draw(name: string | undefined, asJson: boolean): void {
  const chosen = definitions().filter((one) => name === undefined || one.name === name || one.id === name);
  if (chosen.length === 0) {
    const names = definitions().map((one) => one.name);
    throw new Refusal('unknown_workflow', `没有名为“${name}”的流程。`, {
      cure: `可选：${[...new Set(names)].join('、')}。`,
    });
  }
  if (asJson) print(JSON.stringify(Object.fromEntries(chosen.map((one) => [one.id, machineJson(one)])), null, 2));
  else print(chosen.map((one) => `## ${one.id} ${one.title}\n\n\`\`\`mermaid\n${mermaidOf(one)}\n\`\`\``).join('\n\n'));
}
