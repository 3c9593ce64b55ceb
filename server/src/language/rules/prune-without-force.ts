/** `prune` in a script: it asks a question that nobody answers, and removes nothing. */
import { lineStart } from '../text/lines.ts';
import { isOn, type DockerCommand } from '../command/docker-command.ts';
import { insert } from '../text/edit.ts';
import type { Region } from '../shell/region.ts';
import type { ShellWord } from '../shell/shell-command.ts';
import type { Span } from '../text/span.ts';
import type { Rule } from './rule.ts';

/** Whether something answers the question: a pipe in front, or input behind the command. */
function hasInput({ text }: Region, { start, end }: Span): boolean {
  const line = text.slice(lineStart(text, start), start);
  const behind = /^[^\n;&|]*/.exec(text.slice(end, end + 200))?.[0] ?? '';
  return /\|[^|;&]*$/.test(line) || behind.includes('<');
}

/** What can be pruned beside containers, by commands whose flags are not looked at. */
const others: ReadonlySet<string> = new Set(['builder', 'image', 'network', 'system', 'volume']);

const answersItself = /^(?:--force(?:=(?:true|1))?|--help|-[a-z]*[fh][a-z]*)$/;

/** The word that asks for it; undefined where nothing is pruned, or no question asked. */
function askingPrune(command: DockerCommand): ShellWord | undefined {
  const { facts, path, positionals } = command;
  if (facts !== undefined) {
    return facts.id === 'prune' && !isOn(command, 'force') ? path.at(-1) : undefined;
  }
  const [word, ...rest] = positionals;
  const isPrune = path.length === 1 && others.has(path[0]?.value ?? '') && word?.kind === 'literal' && word.value === 'prune';
  return isPrune && !rest.some(({ value }) => answersItself.test(value)) ? word : undefined;
}

export const pruneWithoutForce: Rule = {
  id: 'prune-without-force',
  title: 'Prune that asks before it removes',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'off' },
  docs: {
    why: '`docker container prune` asks whether to go on, and so do `docker system prune` and the others. In a script without a terminal the question gets no answer, which counts as no: nothing is removed, the exit code is 0, and the disk fills up although the job reports success.',
    whenToIgnore: 'A person runs the script and is meant to answer.',
    references: ['[docker container prune](https://docs.docker.com/reference/cli/docker/container/prune/)'],
  },
  examples: [
    { bad: 'docker container ⟦prune⟧ --filter until=24h\n', fixed: 'docker container prune -f --filter until=24h\n' },
  ],
  silent: ['docker system prune -af\n', 'docker volume prune --filter label=shop --force\n', 'docker system prune --help\n', 'docker image prune $PRUNE_OPTS\n', 'docker system df prune\n', 'echo y | docker network prune\n', 'docker container prune -f\n', 'docker container prune --force --filter until=24h\n', 'yes | docker container prune\n', 'docker container prune <<< y\n', 'docker container prune $PRUNE_OPTS\n', 'if [ -t 0 ]; then docker container prune; fi\n', 'docker container prune --help\n'],
  causes: [{ commands: ['prune'] }, { commands: [''], text: /\bprune\b/ }],
  check: (command, { region, report }) => {
    const { shell, openEnded, help } = command;
    const word = askingPrune(command);
    if (word === undefined || openEnded || help || shell.guardedByTerminalCheck || hasInput(region, shell.span)) {
      return;
    }
    report({
      span: word.span,
      message: 'Without a terminal the question is never answered: nothing is removed, and the exit code is 0. Add `-f`.',
      fixes: [{ title: 'Add `-f`, which removes without asking', edits: [insert(word.span.end, ' -f')], safe: false }],
    });
  },
};
