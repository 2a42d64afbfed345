import { describe, expect, it } from '@jest/globals';
import { runCommand } from '../../src/cli/program.js';

/** What one run said, and its exit code. */
async function run(...argv: string[]): Promise<{ code: number; stdout: string[]; stderr: string[] }> {
  const [stdout, stderr]: string[][] = [[], []];
  const words = { print: (text: string) => void stdout.push(text), say: (text: string) => void stderr.push(text) };
  const code = await runCommand(argv, { ...words, cwd: process.cwd(), database: null, foundFault: false });
  return { code, stdout, stderr };
}

describe('bad usage of the command line', () => {
  it.each([
    ['an unknown command', ['nosuch'], '没有命令 nosuch'],
    ['an unknown option', ['verify', '--fast'], '没有选项 --fast'],
    ['an unknown option of all commands', ['--verbose', 'verify'], '没有选项 --verbose'],
    ['a missing plan', ['issue'], '缺少参数 <plan>'],
    ['a missing file', ['import'], '缺少参数 <file>'],
    ['one argument too many', ['parse', 'a.txt', 'b.txt'], '参数太多'],
    ['a missing seed', ['simulate', 'p-1'], '缺少必需的选项 --seed <n>'],
    ['a seed that is no number', ['simulate', 'p-1', '--seed', 'x'], '--seed 应是整数'],
    ['an option without its content', ['user', 'list', '--as'], '选项 --as <account> 后面缺少内容'],
    ['an unknown kind of paper', ['report', 'p-1', '--kind', 'poem', '--format', 'docx', '--out', 'x'], 'year-end'],
    ['an unknown format', ['ledger', 'p-1', '--format', 'doc', '--out', 'x'], '可选：xlsx'],
    ['an account without a name', ['user', 'add', 'lisi', '--roles', 'liaison'], '缺少必需的选项 --name'],
    ['a file that is not there', ['parse', 'no-such-plan.docx'], '打不开文件 no-such-plan.docx'],
    ['a workflow that is not there', ['workflows', 'diagram', 'nosuch'], '没有名为“nosuch”的流程'],
  ])('%s: exit 2, one clear line of Chinese, nothing on stdout', async (_name, argv, words) => {
    const { code, stdout, stderr } = await run(...argv);
    expect([code, stdout]).toEqual([2, []]);
    expect(stderr).toEqual([expect.stringContaining(words)]);
    expect(stderr[0]!.replace(/（代码 \w+）$/, '')).not.toMatch(/error|required|unknown|\n/i);
  });

  it('no command at all: exit 2 with the help on stderr, and no word of English in it but names', async () => {
    for (const argv of [[], ['user'], ['workflows']]) {
      const { code, stdout, stderr } = await run(...argv);
      expect([code, stdout]).toEqual([2, []]);
      expect(stderr.join('\n')).toContain('用法：');
      expect(stderr.join('\n')).not.toMatch(/Usage|Options:|Commands:|\[options\]|\[command\]|default/);
    }
  });

  it('help that was asked for is data', async () => {
    for (const argv of [['--help'], ['help', 'import'], ['user', 'add', '-h']]) {
      const { code, stdout, stderr } = await run(...argv);
      expect([code, stderr]).toEqual([0, []]);
      expect(stdout.join('\n')).toContain('用法：');
    }
  });
});
