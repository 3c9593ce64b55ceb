/** Reports long flags behind a single dash, `-name web`, which pflag reads letter by letter. */
import type { DockerCommand, FlagUse } from '../command/docker-command.ts';
import type { FlagFacts } from '../docker/cli-facts.ts';
import { grammarOf } from '../docker/values/index.ts';
import { valueSpan, type ShellWord } from '../shell/shell-command.ts';
import { insert } from '../text/edit.ts';
import { code } from '../text/markdown.ts';
import type { Rule, RuleContext } from './rule.ts';
import { singleDashLongFlag as longFlagIn } from './single-dash.ts';

/** The letter that swallowed the rest of the word as its value: `-m` in `-memory`. */
function misreading(command: DockerCommand, word: ShellWord): FlagUse | undefined {
  return command.flags.find((use) => use.word === word && use.value.attached === 'joined');
}

/** Whether the CLI refuses what it reads: an unknown letter, or a value that makes no sense. */
function isRefused(command: DockerCommand, word: ShellWord, { version }: RuleContext): boolean {
  const misread = misreading(command, word);
  const context = { version, podman: command.engine === 'podman', command: command.facts?.id ?? '' };
  return misread === undefined || grammarOf(misread.facts.kind).parse(misread.value.text, { ...context, flag: misread.facts.name }).problems.some(({ refusedBy }) => refusedBy === 'cli');
}

function check(command: DockerCommand, context: RuleContext): void {
  if (command.facts === undefined || command.help) {
    return;
  }
  const found: { readonly word: ShellWord; readonly flag: FlagFacts }[] = [];
  for (const uses of [command.problems, command.flags]) {
    for (const { word } of uses) {
      const flag = word.value.charAt(1) === '-' ? undefined : longFlagIn(command, word);
      if (flag !== undefined && !found.some((one) => one.word === word)) {
        found.push({ word, flag });
      }
    }
  }
  for (const { word, flag } of found) {
    const misread = misreading(command, word);
    const reading = misread === undefined ? 'as single letters, one of which is no flag' : `as \`${misread.spelling}\` with the value ${code(misread.value.text)}`;
    const nameEnd = flag.name.length + 1;
    context.report({
      span: valueSpan(word, 0, nameEnd),
      message: `With one dash this is read ${reading}. Write \`--${flag.name}\`.`,
      fixes: [{ title: `Write \`--${flag.name}\``, safe: true, edits: [insert(valueSpan(word, 0, 1).start, '-')] }],
      ...(isRefused(command, word, context) ? {} : { severity: { script: 'warning', markdown: 'warning' } }),
    });
  }
}

export const singleDashLongFlag: Rule = {
  id: 'single-dash-long-flag',
  title: 'A long flag has only one dash',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'Docker up to 1.9 took `-name`; since then one dash introduces single letters. `-name web` fails at the letter `n`, `-memory 1g` asks for the size `emory`, and `-user 1000` quietly becomes user `ser` and image `1000`.',
    references: ['[docker, option types](https://docs.docker.com/reference/cli/docker/#option-types)', '[pflag, command line flag syntax](https://pkg.go.dev/github.com/spf13/pflag#hdr-Command_line_flag_syntax)'],
  },
  examples: [
    { bad: 'docker run -d ⟦-name⟧ web nginx:1.27', fixed: 'docker run -d --name web nginx:1.27' },
    { bad: 'docker run ⟦-memory⟧ 512m nginx:1.27', fixed: 'docker run --memory 512m nginx:1.27' },
    { bad: 'docker run ⟦-rm⟧ alpine:3.20 date', fixed: 'docker run --rm alpine:3.20 date' },
    { bad: 'docker run ⟦-volume⟧=data:/data alpine:3.20', fixed: 'docker run --volume=data:/data alpine:3.20' },
  ],
  silent: ['docker run -it -ip 8080:80 nginx:1.27', 'docker run -mmemory nginx:1.27', 'docker run nginx:1.27 -name web', 'docker ps -all', 'docker run -p8080:80 nginx:1.27'],
  check,
};
