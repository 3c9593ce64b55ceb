/** Reports flags that the command does not have. */
import { bind } from '../command/bind.ts';
import { ownerOf, type BindProblem, type DockerCommand } from '../command/docker-command.ts';
import { commandById, globalFlags } from '../docker/cli-facts.ts';
import { valueSpan, type ShellWord } from '../shell/shell-command.ts';
import { replace } from '../text/edit.ts';
import { code } from '../text/markdown.ts';
import { brokenContinuation } from './broken-continuation.ts';
import { signalBehindDash } from './invalid-signal.ts';
import { isRemovedPsFlag } from './removed-ps-flags.ts';
import type { Fix, Rule, RuleContext } from './rule.ts';
import { isSingleDashLongFlag } from './single-dash.ts';
import { unquotedText } from './unquoted-text.ts';

/** What rules of their own report: removed flags of `ps`, signals of `kill`, typographic dashes. */
function isReportedElsewhere(problem: BindProblem, command: DockerCommand): boolean {
  const { word } = problem;
  return (
    isSingleDashLongFlag(command, word) ||
    /[^\u0000-\u007f]/.test(word.value.split('=', 1)[0] ?? '') ||
    isRemovedPsFlag(problem, command) ||
    (command.facts?.id === 'kill' && signalBehindDash(word.value) !== undefined)
  );
}

/** Whether the command line binds better with this text at the beginning of the word. */
function bindsBetter(command: DockerCommand, word: ShellWord, length: number, newText: string): boolean {
  const words = command.shell.words.map((other) => (other === word ? { ...other, value: newText + other.value.slice(length) } : other));
  const rebound = bind({ ...command.shell, words });
  return rebound !== undefined && rebound.problems.length < command.problems.length;
}

/** `--it` for `-it`, `--p` for `-p`. */
function asLetters({ facts }: DockerCommand, name: string): string | undefined {
  const letters = /^[A-Za-z]{1,4}$/.test(name) ? name.split('') : [];
  const areFlags = letters.length > 0 && letters.every((letter, index) => {
    const flag = facts?.byLetter.get(letter);
    return flag !== undefined && (!flag.takesValue || index === letters.length - 1);
  });
  return areFlags ? `-${name}` : undefined;
}

function meant(problem: BindProblem, command: DockerCommand): string | undefined {
  if (problem.code === 'unknown-flag') {
    const letters = asLetters(command, problem.name);
    return letters ?? (problem.flag === undefined ? undefined : `--${problem.flag.name}`);
  }
  const dashes = /^-{3,}([a-z][a-z-]*)/.exec(problem.word.value)?.[1];
  return dashes !== undefined && command.facts?.byName.has(dashes) === true ? `--${dashes}` : undefined;
}

/** `docker create -d` asks for what `docker run -d` does. */
function runInstead(problem: BindProblem, command: DockerCommand): Fix | undefined {
  const isDetach = problem.name === 'detach' || problem.name === 'd';
  const last = command.path.at(-1);
  return command.facts?.id === 'create' && isDetach && last !== undefined
    ? { title: 'Use `docker run`', safe: false, edits: [replace(last.span, 'run')] }
    : undefined;
}

function explain(problem: BindProblem, command: DockerCommand, suggestion: string | undefined): string {
  const isGlobal = ownerOf(command, problem.word) === globalFlags;
  const id = isGlobal ? '' : (command.facts?.id ?? '');
  const words = ['docker', ...(isGlobal ? [] : command.path.map(({ value }) => value))].join(' ');
  const flag = code(problem.code === 'bad-flag-syntax' ? problem.word.value : problem.code === 'unknown-flag' ? `--${problem.name}` : `-${problem.name}`);
  const missing = `\`${words}\` has no flag ${flag}`;
  if (suggestion !== undefined) {
    return `${missing}. Did you mean ${code(suggestion)}?`;
  }
  if (id === 'create' && (problem.name === 'detach' || problem.name === 'd')) {
    return `${missing}: a created container does not run. Write \`docker run -d\` to start it in the background.`;
  }
  if (!isGlobal && (globalFlags.byName.has(problem.name) || (problem.code === 'unknown-shorthand' && globalFlags.byLetter.has(problem.name)))) {
    return `${missing}: it stands before the command, as in \`docker ${flag.replaceAll('`', '')} … ${command.path[0]?.value ?? ''}\`.`;
  }
  const onRun = id !== 'run' && id !== '' && (commandById('run')?.byName.has(problem.name) ?? false);
  return onRun ? `${missing}: it belongs to \`docker run\`.` : `${missing}, so the CLI refuses the command. \`${words} --help\` lists those it has.`;
}

function check(command: DockerCommand, context: RuleContext): void {
  if (command.facts === undefined || command.help || command.engine === 'podman') {
    return;
  }
  const text = command.problems.length === 0 ? undefined : unquotedText(command, context.region);
  if (text !== undefined && command.problems.some(({ word }) => text.words.includes(word))) {
    context.report(text);
  }
  for (const problem of command.problems) {
    if (text?.words.includes(problem.word) === true) {
      continue;
    }
    const isFlag = problem.code === 'unknown-flag' || problem.code === 'unknown-shorthand' || problem.code === 'bad-flag-syntax';
    if (!isFlag || isReportedElsewhere(problem, command) || brokenContinuation(command, context.region)?.span.start === problem.word.span.start) {
      continue;
    }
    const length = problem.word.value.startsWith('---') ? problem.word.value.length : problem.name.length + 2;
    const candidate = meant(problem, command);
    const isBetter = candidate !== undefined && bindsBetter(command, problem.word, length, candidate);
    if (!isBetter && command.template) {
      continue;
    }
    const fixes: Fix[] = isBetter ? [{ title: `Write ${code(candidate)}`, safe: true, edits: [replace(valueSpan(problem.word, 0, length), candidate)] }] : [];
    const run = runInstead(problem, command);
    context.report({ span: problem.span, message: explain(problem, command, isBetter ? candidate : undefined), fixes: run === undefined ? fixes : [run] });
  }
}

export const unknownFlag: Rule = {
  id: 'unknown-flag',
  title: 'The command has no such flag',
  refusedBy: 'cli',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'The CLI stops at the first flag that it does not know: it has no abbreviations, upper and lower case differ, and `_` is not `-`. Nothing is started, and the exit code is 125. Flags of other programs and flags that Docker removed long ago are the usual causes.',
    whenToIgnore: 'A plug-in or a wrapper named `docker` may have flags of its own.',
    references: ['[docker container run](https://docs.docker.com/reference/cli/docker/container/run/)', '[Deprecated features](https://docs.docker.com/engine/deprecated/)'],
  },
  examples: [
    { bad: 'docker run ⟦--memroy⟧ 512m nginx:1.27', fixed: 'docker run --memory 512m nginx:1.27' },
    { bad: 'docker run --rm ⟦--it⟧ alpine:3.20 sh', fixed: 'docker run --rm -it alpine:3.20 sh' },
    { bad: 'docker run --rm ⟦--cpuset⟧ 0 alpine:3.20 sh' },
    { bad: 'docker run --rm ⟦--security⟧ no-new-privileges alpine:3.20 sh', fixed: 'docker run --rm --security-opt no-new-privileges alpine:3.20 sh' },
    { bad: 'docker run -it --rm ⟦--publish-service⟧=web.front nginx:1.27' },
    { bad: 'docker run --rm ⟦--environment⟧ TZ=UTC alpine:3.20 date', fixed: 'docker run --rm --env TZ=UTC alpine:3.20 date' },
    { bad: 'docker create ⟦-d⟧ nginx:1.27', fixed: 'docker run -d nginx:1.27' },
    { bad: 'docker run -d --health-cmd ⟦curl -f http://localhost/⟧ shop/web:2.4', fixed: 'docker run -d --health-cmd "curl -f http://localhost/" shop/web:2.4' },
    { bad: 'docker run -d --health-cmd ⟦curl -f http://localhost/ || exit 1⟧ shop/web:2.4', fixed: 'docker run -d --health-cmd "curl -f http://localhost/ || exit 1" shop/web:2.4' },
  ],
  silent: [
    'docker run --net host --dns-opt ndots:1 nginx:1.27',
    'docker run nginx:1.27 --whatever',
    'podman run --rmi alpine:3.20 date',
    'docker buildx build --whatever .',
    'docker ps --since web',
    'docker run --foo <image>',
    'docker run --help --foo',
    'docker run -d --health-cmd pg_isready --name db postgres:16.4',
    'docker run -d --health-cmd ready -p 80:80 postgres:16.4',
  ],
  causes: [{ problems: ['unknown-flag', 'unknown-shorthand', 'bad-flag-syntax'] }],
  check,
};
