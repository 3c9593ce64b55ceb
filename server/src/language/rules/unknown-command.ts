/** Reports command words that Docker does not have, and flags of `docker run` without the `run`. */
import { bind } from '../command/bind.ts';
import type { DockerCommand } from '../command/docker-command.ts';
import type { CliVersion } from '../docker/cli-facts.ts';
import { containerWords, topLevelWords } from '../docker/command-words.ts';
import { nearest } from '../docker/values/scan/nearest.ts';
import type { ShellWord } from '../shell/shell-command.ts';
import { insert, replace } from '../text/edit.ts';
import { code } from '../text/markdown.ts';
import { judgedValues } from './flag-values.ts';
import type { Report, Rule } from './rule.ts';

/** What users of other programs write, by what it is called here. */
const habits: ReadonlyMap<string, string> = new Map([
  ['ls', 'ps'],
  ['list', 'ps'],
  ['delete', 'rm'],
  ['remove', 'rm'],
  ['copy', 'cp'],
  ['resume', 'unpause'],
  ['prune', 'system prune'],
  ['status', 'ps'],
  ['show', 'inspect'],
  ['up', 'compose up'],
  ['down', 'compose down'],
]);

/** Up to which length a word behind `docker` is the name of a plugin, `docker hello`, when two of its letters are others than in a command. */
const shortName = 5;

/** A word as commands are: what has dots, colons or slashes belongs to a sentence or to output, as `removed` does. */
const commandLike = /^[a-z][a-z-]*$(?<!ed|ing)/i;

/** Whether it is the beginning of a command with nothing behind it, as while one types. */
function isBegun(word: ShellWord, { shell }: DockerCommand, commands: ReadonlySet<string>): boolean {
  return word === shell.words.at(-1) && [...commands].some((name) => name.startsWith(word.value));
}

/** `docker containerrun`: two words in one. */
function apart(word: string): string | undefined {
  const second = word.startsWith('container') ? word.slice('container'.length).replace(/^-/, '') : '';
  return containerWords.has(second) ? `container ${second}` : undefined;
}

/** The word behind `docker container`, or behind `docker`, that is none of theirs; with what was meant, as far as that shows. */
function strangeWord(command: DockerCommand): { readonly word: ShellWord; readonly meant: string | undefined } | undefined {
  const [first, second] = command.path;
  if (first?.kind !== 'literal' || !commandLike.test(first.value)) {
    return undefined;
  }
  if (first.value === 'container') {
    const isStrange = second?.kind === 'literal' && commandLike.test(second.value) && !containerWords.has(second.value);
    return isStrange && !isBegun(second, command, containerWords) ? { word: second, meant: nearest(second.value, containerWords) } : undefined;
  }
  if (topLevelWords.has(first.value) || isBegun(first, command, topLevelWords)) {
    return undefined;
  }
  const meant = habits.get(first.value) ?? nearest(first.value, topLevelWords, shortName) ?? apart(first.value);
  return meant === undefined ? undefined : { word: first, meant };
}

/** `docker -d --name web nginx`: flags of `run`, an image, and no `run`. */
function withoutRun({ shell, program, globals, path, problems }: DockerCommand, version: CliVersion): Report | undefined {
  const [problem] = problems;
  const isImage = path[0]?.kind === 'literal' && !topLevelWords.has(path[0].value);
  if (problem === undefined || !(problem.code === 'unknown-flag' || problem.code === 'unknown-shorthand') || globals.length > 0 || !isImage) {
    return undefined;
  }
  const at = shell.words.indexOf(program) + 1;
  const run: ShellWord = { ...program, value: 'run', source: 'run', span: { start: program.span.end, end: program.span.end } };
  const meant = bind({ ...shell, words: [...shell.words.slice(0, at), run, ...shell.words.slice(at)] });
  const isSound = meant?.image !== undefined && meant.problems.length === 0 && judgedValues(meant, version).every(({ parsed }) => parsed.problems.every(({ refusedBy }) => refusedBy === 'nobody'));
  if (!isSound) {
    return undefined;
  }
  return {
    span: problem.span,
    message: `The command is missing: \`docker\` itself has no flag ${code(problem.word.value)}, \`docker run\` has. Write \`docker run\` in front of the flags.`,
    fixes: [{ title: 'Write `docker run`', safe: false, edits: [insert(program.span.end, ' run')] }],
  };
}

function misspelled(command: DockerCommand): Report | undefined {
  const found = strangeWord(command);
  if (found === undefined) {
    return undefined;
  }
  const { word, meant } = found;
  const parent = command.path[0] === word ? 'docker' : 'docker container';
  const hint = meant === undefined ? `\`${parent} --help\` lists those it has.` : `Did you mean ${code(`${parent} ${meant}`)}?`;
  return {
    span: word.span,
    message: `\`${parent}\` has no command ${code(word.value)}. ${hint}`,
    fixes: meant === undefined ? [] : [{ title: `Write ${code(meant)}`, safe: false, edits: [replace(word.span, meant)] }],
  };
}

export const unknownCommand: Rule = {
  id: 'unknown-command',
  title: 'Docker has no such command',
  refusedBy: 'cli',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'The CLI knows its commands by their full names only and stops with exit code 1 at any other word; CLI 20.10 shows its help behind `docker container` and reports success. In a script without `set -e` the lines below go on as if it had worked. Of words behind `docker` only those near to a command are reported: a plugin may bring others.',
    whenToIgnore: 'A plugin or a wrapper named `docker` has this command.',
    references: ['[docker](https://docs.docker.com/reference/cli/docker/)', '[docker container](https://docs.docker.com/reference/cli/docker/container/)'],
  },
  examples: [
    { bad: 'docker ⟦conatiner⟧ ls\n', fixed: 'docker container ls\n' },
    { bad: 'docker container ⟦la⟧ -a\n', fixed: 'docker container ls -a\n' },
    { bad: 'docker ⟦ls⟧ -a\n', fixed: 'docker ps -a\n' },
    { bad: 'docker ⟦containerrun⟧ -d nginx:1.27\n', fixed: 'docker container run -d nginx:1.27\n' },
    { bad: 'docker container ⟦images⟧\n' },
    { bad: 'docker ⟦-d⟧ --name web -p 127.0.0.1:8080:80 nginx:1.27\n', fixed: 'docker run -d --name web -p 127.0.0.1:8080:80 nginx:1.27\n' },
  ],
  silent: [
    ...['docker compose up -d\n', 'docker buildx ls\n', 'docker my-plugin ls\n', 'docker hello --name Jane\n', 'docker container --help\n', 'docker $COMMAND web\n', 'docker container $COMMAND web\n', 'podman container checkpoint web\n', 'podman machine ls\n'],
    ...['docker --version\n', 'docker -H tcp://10.0.0.5:2376 lens\n', 'docker -d\n', 'docker container start/running, process 4303\n', 'docker COMMAND --help\n', 'Docker containers share the kernel\n', 'docker --some-flag nginx:1.27\n', 'docker removed\n', 'docker sto\n', 'docker container inspec\n', 'docker -a jane -m fixed web shop:2\n'],
  ],
  causes: [{ commands: [''] }],
  check: (command, { report, version }) => {
    // A sentence begins with a capital: `Docker containers are …`.
    if (command.engine === 'podman' || command.program.value.includes('Docker') || command.facts !== undefined || command.help || command.template || command.shell.openEnded) {
      return;
    }
    const found = withoutRun(command, version) ?? misspelled(command);
    if (found !== undefined) {
      report(found);
    }
  },
};
