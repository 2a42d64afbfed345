import type { Command } from 'commander';
import { definitions } from '../../workflows/catalogue.js';
import { checkDefinition, printFinding } from '../engine/check/check.js';
import { Refusal } from '../shared/errors.js';
import { machineJson, mermaidOf } from './diagram.js';
import { foundFault, print, say } from './output.js';

/** workflows check, workflows diagram. */
export function workflowCommands(program: Command): void {
  const workflows = program.command('workflows').description('流程定义');
  workflows.command('check').description('检查每个流程：都能走到头，没有死环节，提交人不审核自己').action(check);
  workflows
    .command('diagram [name]')
    .description('打印流程图（Markdown 中的 Mermaid 图）；写明流程名（如 measure）时只打印一个')
    .option('--json', '改为打印 JSON：一个对象，键为流程编号，值可导入 Stately 编辑器')
    .action((name: string | undefined, options: { json?: boolean }) => draw(name, options.json ?? false));
}

function check(): void {
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
