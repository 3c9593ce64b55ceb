/** Finds `docker ps --since` and `--before`, which became filters long ago. */
import type { BindProblem, DockerCommand } from '../command/docker-command.ts';
import { replace } from '../text/edit.ts';
import { cover } from '../text/span.ts';
import type { Report, RuleContext } from './rule.ts';

/** Whether the unknown flag is one of the two that `ps` once had. */
export function isRemovedPsFlag({ code, name }: BindProblem, { facts }: DockerCommand): boolean {
  return facts?.id === 'ps' && code === 'unknown-flag' && (name === 'since' || name === 'before');
}

function reportOf(problem: BindProblem, { shell }: DockerCommand, { region }: RuleContext): Report {
  const { name, word } = problem;
  const attached = word.value.startsWith(`--${name}=`);
  const value = attached ? undefined : shell.words[shell.words.indexOf(word) + 1];
  const span = value === undefined ? word.span : cover(word.span, value.span);
  const nameEnd = attached ? problem.span.end + 1 : (value?.span.start ?? problem.span.end);
  const isPlain = /^--\w+(?:=|[ \t]+)$/.test(region.text.slice(word.span.start, nameEnd));
  return {
    span,
    message: `\`docker ps\` has no flag \`--${name}\` any more, and refuses it. Write \`--filter ${name}=…\`.`,
    fixes: isPlain ? [{ title: `Write \`--filter ${name}=\``, safe: true, edits: [replace({ start: word.span.start, end: nameEnd }, `--filter ${name}=`)] }] : [],
  };
}

export function reportRemovedPsFlags(command: DockerCommand, context: RuleContext): void {
  for (const problem of command.help ? [] : command.problems) {
    if (isRemovedPsFlag(problem, command)) {
      context.report(reportOf(problem, command, context));
    }
  }
}
