import { Command, type CommanderError } from 'commander';

const TITLES: Record<string, string> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
};

/** What commander calls its refusals, and how we say them; `$` is the first quoted word of its message. */
const FAULTS: Record<string, string> = {
  'commander.unknownOption': '没有选项 $。',
  'commander.unknownCommand': '没有命令 $。',
  'commander.missingArgument': '缺少参数 <$>。',
  'commander.optionMissingArgument': '选项 $ 后面缺少内容。',
  'commander.missingMandatoryOptionValue': '缺少必需的选项 $。',
  'commander.invalidArgument': '$ 的内容不在可选范围内。',
  'commander.excessArguments': '参数太多。',
  'commander.conflictingOption': '选项 $ 与其他选项不能同时使用。',
};

const SEE_HELP = '用 qiantou --help 查看用法。';

/** Where help goes: asked for, it is data; after bad usage a message. */
interface HelpOutput {
  print(text: string): void;
  say(text: string): void;
}

/** A command line whose help and refusals are Chinese; it throws instead of ending the process. */
export function chineseProgram(name: string, { print, say }: HelpOutput): Command {
  return new Command(name)
    .exitOverride()
    .showSuggestionAfterError(false)
    .helpOption('-h, --help', '显示用法')
    .helpCommand('help [command]', '显示某个命令的用法')
    .configureOutput({
      writeOut: (text) => print(text.trimEnd()),
      writeErr: (text) => say(text.trimEnd()),
      outputError: () => undefined,
    })
    .configureHelp({
      styleUsage: chinesePlaces,
      styleSubcommandTerm: chinesePlaces,
      styleTitle: (title) => TITLES[title] ?? title,
      optionDescription: ({ description, argChoices }) =>
        argChoices ? `${description}（${argChoices.join('、')}）` : description,
      subcommandDescription: (command) => command.description(),
    });
}

const chinesePlaces = (usage: string): string => usage.replace('[options]', '[选项]').replace('[command]', '[命令]');

/** A refusal of the command line in one clear line; null when only the help was asked for. */
export function usageFault(error: CommanderError): string | null {
  if (error.exitCode === 0) return null;
  if (error.code === 'commander.help') return `没有写明命令。${SEE_HELP}`;
  const quoted = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  const allowed = /Allowed choices are (.+)\.$/.exec(error.message)?.[1];
  const words = (FAULTS[error.code] ?? '命令写法不正确。').replace('$', quoted);
  return `${words}${allowed ? `可选：${allowed.replaceAll(', ', '、')}。` : ''}${SEE_HELP}`;
}
