/** Reports flags that the command does not have. */
import { bind } from '../command/bind.ts';
import { removeWord } from '../command/edits.ts';
import { ownerOf, type BindProblem, type DockerCommand } from '../command/docker-command.ts';
import { commandById, globalFlags, type CommandFacts } from '../docker/cli-facts.ts';
import type { Region } from '../shell/region.ts';
import { valueSpan, type ShellWord } from '../shell/shell-command.ts';
import { remove, replace } from '../text/edit.ts';
import { code } from '../text/markdown.ts';
import { brokenContinuation } from './broken-continuation.ts';
import { habitOf, settledOnes, type Habit } from './flag-habits.ts';
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

/** Another text for a part of the word, with which the command is one that the CLI takes. */
interface Rewriting {
  readonly from: number;
  readonly to: number;
  readonly newText: string;
  readonly safe: boolean;
}

/** Whether the command line has fewer problems then; the word goes where nothing of it is left. */
function bindsBetter(command: DockerCommand, word: ShellWord, { from, to, newText }: Rewriting): boolean {
  const value = word.value.slice(0, from) + newText + word.value.slice(to);
  const words = command.shell.words.flatMap((other) => (other !== word ? [other] : isEmpty(value) ? [] : [{ ...other, value }]));
  const rebound = bind({ ...command.shell, words });
  return rebound !== undefined && rebound.problems.length < command.problems.length;
}

function isEmpty(flag: string): boolean {
  return flag === '' || flag === '-';
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

/** The flag that a name stands for, in full. */
function nameMeant({ code: kind, name, flag, word }: BindProblem, command: DockerCommand): Rewriting | undefined {
  const known = asLetters(command, name) ?? (flag === undefined ? undefined : `--${flag.name}`);
  const dashes = /^-{3,}([a-z][a-z-]*)/.exec(word.value)?.[1];
  const isNamed = dashes !== undefined && command.facts?.byName.has(dashes) === true;
  const newText = kind === 'unknown-flag' ? known : isNamed ? `--${dashes}` : undefined;
  return newText === undefined ? undefined : { from: 0, to: word.value.startsWith('---') ? word.value.length : name.length + 2, newText, safe: true };
}

/** `-F` for `-f`. */
function otherCase({ name }: BindProblem, at: number, { facts }: DockerCommand): Rewriting | undefined {
  const other = name === name.toLowerCase() ? name.toUpperCase() : name.toLowerCase();
  return facts?.byLetter.has(other) === true ? { from: at, to: at + 1, newText: other, safe: false } : undefined;
}

/** The flag without which, or with another in place of which, the command says the same. */
function habitual({ code: kind, name, word }: BindProblem, at: number, habit: Habit): Rewriting | undefined {
  const { write, flags } = habit;
  if (write === undefined || word.value.includes('=')) {
    return undefined;
  }
  if (kind === 'unknown-flag') {
    return { from: 0, to: word.value.length, newText: write, safe: true };
  }
  let end = at + name.length;
  while (flags.includes(word.value.charAt(end))) {
    end++;
  }
  const isWhole = at === 1 && end === word.value.length;
  return isWhole || write === '' ? { from: isWhole ? 0 : at, to: end, newText: write, safe: true } : undefined;
}

/** Nobody brings flags along for docker itself. */
function knownHabit({ word, name }: BindProblem, command: DockerCommand): Habit | undefined {
  return ownerOf(command, word) === globalFlags ? undefined : habitOf(command, name);
}

function meant(problem: BindProblem, command: DockerCommand): Rewriting | undefined {
  const { code: kind, name, word } = problem;
  // What follows the first unknown letter is not read.
  const at = Math.max(1, word.value.indexOf(name, 1));
  const habit = knownHabit(problem, command);
  const rewriting =
    habit !== undefined ? habitual(problem, at, habit) : kind === 'unknown-shorthand' ? (name.length === 1 ? otherCase(problem, at, command) : undefined) : nameMeant(problem, command);
  return rewriting !== undefined && bindsBetter(command, word, rewriting) ? rewriting : undefined;
}

/** `docker create -d` asks for what `docker run -d` does. */
function otherCommand(habit: Habit | undefined, { path }: DockerCommand): Fix | undefined {
  const last = path.at(-1);
  return habit?.useCommand === undefined || last === undefined ? undefined : { title: `Use \`docker ${habit.useCommand}\``, safe: false, edits: [replace(last.span, habit.useCommand)] };
}

function fixFor({ word }: BindProblem, { from, to, newText, safe }: Rewriting, command: DockerCommand, region: Region): Fix {
  const value = word.value.slice(0, from) + newText + word.value.slice(to);
  const left = code(word.value.slice(from === 1 ? 0 : from, to));
  return newText === ''
    ? { title: `Leave ${left} out`, safe, edits: isEmpty(value) ? removeWord(command, word, region) : [remove(valueSpan(word, from, to))] }
    : { title: `Write ${code(spelled(newText))}`, safe, edits: [replace(valueSpan(word, from, to), newText)] };
}

/** A letter of a cluster with its dash. */
function spelled(flag: string): string {
  return flag.startsWith('-') ? flag : `-${flag}`;
}

function explain(problem: BindProblem, command: DockerCommand, suggestion: string | undefined): string {
  const isGlobal = ownerOf(command, problem.word) === globalFlags;
  const id = isGlobal ? '' : (command.facts?.id ?? '');
  const words = ['docker', ...(isGlobal ? [] : command.path.map(({ value }) => value))].join(' ');
  const isLetter = problem.code === 'unknown-shorthand';
  const flag = code(problem.code === 'bad-flag-syntax' ? problem.word.value : `${isLetter ? '-' : '--'}${problem.name}`);
  const missing = `\`${words}\` has no flag ${flag}`;
  const habit = knownHabit(problem, command);
  if (habit !== undefined) {
    return `${missing}: ${habit.why}`;
  }
  if (suggestion !== undefined) {
    return `${missing}. Did you mean ${code(spelled(suggestion))}?`;
  }
  if (!isGlobal && (globalFlags.byName.has(problem.name) || (isLetter && globalFlags.byLetter.has(problem.name)))) {
    return `${missing}: it stands before the command, as in \`docker ${flag.replaceAll('`', '')} … ${command.path[0]?.value ?? ''}\`.`;
  }
  const run = commandById('run');
  const isSettled = settledOnes.includes(id);
  const isFlagOf = (facts: CommandFacts | undefined) => (isLetter ? facts?.byLetter : facts?.byName)?.has(problem.name) === true;
  const onRun = id !== 'run' && id !== '' && (isSettled || !isLetter) && isFlagOf(run);
  const later = isFlagOf(commandById('update')) ? `; \`docker update ${flag.replaceAll('`', '')}\` changes it later` : ', which settles it for as long as the container exists';
  return onRun
    ? `${missing}: it belongs to \`docker run\`${isSettled ? later : ''}.`
    : `${missing}, so the CLI refuses the command. \`${words} --help\` lists those it has.`;
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
    const rewriting = meant(problem, command);
    if (rewriting === undefined && command.template) {
      continue;
    }
    const other = otherCommand(knownHabit(problem, command), command);
    const fixes = other !== undefined ? [other] : rewriting === undefined ? [] : [fixFor(problem, rewriting, command, context.region)];
    context.report({ span: problem.span, message: explain(problem, command, rewriting?.newText), fixes });
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
    { bad: 'docker cp ⟦-r⟧ web:/etc/nginx conf', fixed: 'docker cp web:/etc/nginx conf' },
    { bad: 'docker logs ⟦-F⟧ web', fixed: 'docker logs -f web' },
    { bad: 'docker start ⟦-p⟧ 80:80 web' },
    { bad: 'docker start ⟦--restart⟧ always web' },
    { bad: 'docker run -d --health-cmd ⟦curl -f http://localhost/⟧ shop/web:2.4', fixed: 'docker run -d --health-cmd "curl -f http://localhost/" shop/web:2.4' },
    { bad: 'docker run -d --health-cmd ⟦curl -f http://localhost/ || exit 1⟧ shop/web:2.4', fixed: 'docker run -d --health-cmd "curl -f http://localhost/ || exit 1" shop/web:2.4' },
    { bad: 'docker run -d -e ⟦OPTS=-Xms256m -Xmx1g⟧ "shop/api:$TAG"', fixed: 'docker run -d -e OPTS="-Xms256m -Xmx1g" "shop/api:$TAG"' },
    { bad: 'docker run -d --health-cmd ⟦curl -f localhost⟧ $IMAGE serve', fixed: 'docker run -d --health-cmd "curl -f localhost" $IMAGE serve' },
    { bad: 'docker run -d -e ⟦JAVA_OPTS=-Xms256m -Xmx1g⟧ shop/api:2.4', fixed: 'docker run -d -e JAVA_OPTS="-Xms256m -Xmx1g" shop/api:2.4' },
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
    'docker run -e OPTS=-v --init -w /srv shop/api:2.4',
  ],
  causes: [{ problems: ['unknown-flag', 'unknown-shorthand', 'bad-flag-syntax'] }],
  check,
};
