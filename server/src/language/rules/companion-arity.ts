/** Reports commands other than run and create with too few or too many words. */
import { isOn, type DockerCommand } from '../command/docker-command.ts';
import { quoteWord } from '../command/quote.ts';
import type { ShellWord } from '../shell/shell-command.ts';
import { cover } from '../text/span.ts';
import { insert, replace } from '../text/edit.ts';
import { code } from '../text/markdown.ts';
import { booleanWord } from './boolean-word.ts';
import { cutTemplate } from './cut-template.ts';
import { isDerailed, isWhole } from './derailed.ts';
import type { Fix, Report, Rule, RuleContext } from './rule.ts';
import { strayedTime } from './strayed-time.ts';

/** What the words of a command are, for those that are not simply containers. */
const operands: Readonly<Record<string, string>> = {
  exec: 'a container and the command to run in it',
  rename: 'the container and its new name',
  cp: 'a source and a destination',
  commit: 'one container and at most one image name',
  port: 'one container and at most one port',
  'inspect-any': 'at least one name or id',
};

function wants(command: DockerCommand): string {
  const { id = '', minPositionals = 0, maxPositionals } = command.facts ?? {};
  return operands[id] ?? (maxPositionals === 0 ? 'no container' : minPositionals === 0 ? 'any number of containers' : maxPositionals === 1 ? 'exactly one container' : 'at least one container');
}

function spoken(command: DockerCommand): string {
  return `\`docker ${command.path.map(({ value }) => value).join(' ')}\``;
}

/** `docker ps web` asks for one container of the list. */
function filterFix(command: DockerCommand): Fix[] {
  const [name, more] = command.positionals;
  return command.facts?.id === 'ps' && name?.kind === 'literal' && more === undefined
    ? [{ title: `Filter by the name ${code(name.value)}`, safe: false, edits: [replace(name.span, `--filter ${quoteWord(`name=${name.value}`, command.shell.dialect)}`)] }]
    : [];
}

/** How a note begins that was written behind a command: with a sign between both, or in a script in which no name is written. */
const note = /^(?:[-/=:]|\/\/|(?!\p{Script=Latin})\p{L}.*)$/u;

/** The sign that makes the rest of the line a comment. */
function commentFix(command: DockerCommand, first: ShellWord, { region }: RuleContext): Fix[] {
  const { shell, flags } = command;
  const [line = ''] = /^[^\r\n]*/.exec(region.text.slice(first.span.start)) ?? [];
  const isFree = shell.dialect !== 'cmd' && !shell.nested && !/[|&;()`"'\\<>]/.test(line) && flags.every(({ word }) => word.span.start < first.span.start);
  return isFree ? [{ title: 'Make it a comment', safe: false, edits: [insert(first.span.start, '# ')] }] : [];
}

function wrongCount(command: DockerCommand, context: RuleContext): Report | undefined {
  const problem = command.problems.find(({ code: kind }) => kind === 'too-few-arguments' || kind === 'too-many-arguments');
  const last = command.positionals.at(-1);
  if (problem === undefined) {
    return undefined;
  }
  if (problem.code === 'too-few-arguments') {
    return { span: problem.span, message: `${spoken(command)} needs ${wants(command)}. Name ${command.positionals.length === 0 ? 'it' : 'both'} behind the command.`, severity: { script: 'error', markdown: 'info' } };
  }
  const time = strayedTime(command);
  if (time !== undefined) {
    return { span: time.word.span, message: time.message, fixes: time.fixes };
  }
  const more = last === undefined ? problem.span : cover(problem.span, last.span);
  if (problem.word.kind === 'literal' && note.test(problem.word.value)) {
    const message = `What begins with ${code(problem.word.value)} reads like a note, and docker takes it for more arguments. Put \`#\` in front of it.`;
    return { span: more, message, fixes: commentFix(command, problem.word, context), severity: { script: 'error', markdown: 'info' } };
  }
  const hint = command.facts?.id === 'ps' ? ' To show one, filter by its name.' : '';
  return { span: more, message: `${spoken(command)} takes ${wants(command)}; ${code(problem.word.value)} is too much.${hint}`, fixes: filterFix(command) };
}

/** `start -a` connects to one container; `update` without flags has nothing to do. */
function wrongUse(command: DockerCommand): Report | undefined {
  const { facts, positionals, flags, path } = command;
  const second = positionals[1];
  const last = positionals.at(-1);
  if (facts?.id === 'start' && second !== undefined && last !== undefined && (isOn(command, 'attach') || isOn(command, 'interactive'))) {
    return { span: cover(second.span, last.span), message: 'Only one container can be attached to at a time. Start the others without `-a` or `-i`.' };
  }
  const verb = path.at(-1);
  return facts?.id === 'update' && flags.length === 0 && verb !== undefined
    ? { span: verb.span, message: '`docker update` without flags changes nothing and is refused. Say what to change, such as `--memory 1g`.' }
    : undefined;
}

function check(command: DockerCommand, context: RuleContext): void {
  const id = command.facts?.id;
  if (id === 'run' || id === 'create' || !isWhole(command) || isDerailed(command, context) || booleanWord(command) !== undefined || cutTemplate(command, context.region) !== undefined) {
    return;
  }
  // Podman takes more containers in places where Docker takes one.
  const isPodman = command.engine === 'podman';
  const report = isPodman ? undefined : (wrongCount(command, context) ?? wrongUse(command));
  if (report !== undefined) {
    context.report(report);
  }
}

export const companionArity: Rule = {
  id: 'companion-arity',
  title: 'The command has too few or too many words',
  refusedBy: 'cli',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'Every command takes a fixed number of words: `stop` and `rm` at least one container, `logs` exactly one, `exec` a container and a command, `ps` none. With another number the CLI only prints its usage. An empty variable is the usual reason in scripts.',
    whenToIgnore: 'A text may show a flag without naming a container. There a missing word is only mentioned.',
    references: ['[docker container](https://docs.docker.com/reference/cli/docker/container/)', '[docker container ls, --filter](https://docs.docker.com/reference/cli/docker/container/ls/#filter)'],
  },
  examples: [
    { bad: 'docker ps ⟦web⟧', fixed: 'docker ps --filter name=web' },
    { bad: 'docker ⟦stop⟧ -t 5' },
    { bad: 'docker logs -f web ⟦api⟧' },
    { bad: 'docker logs --since 2026-01-31 ⟦13:00⟧ web', fixed: 'docker logs --since 2026-01-31T13:00 web' },
    { bad: 'docker start -a web ⟦api⟧' },
    { bad: 'docker ⟦exec⟧ -it web' },
    { bad: 'docker logs web ⟦показать вывод⟧\n', fixed: 'docker logs web # показать вывод\n' },
    { bad: 'docker ps ⟦/ docker ps⟧ -a\n' },
  ],
  silent: ['docker stop $(docker ps -q)', 'docker logs "$@"', 'docker exec web ls', 'docker ps | xargs docker rm', 'docker stop <container>', 'docker stats', 'docker start web api', 'docker rm $IDS', 'docker stop --help', 'podman logs web api'],
  check,
};
