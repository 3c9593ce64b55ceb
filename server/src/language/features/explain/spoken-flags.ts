/** Which flags the reading of a command speaks of; the others are listed behind it, so that none is passed over. */
import { canonicalName } from '../../docker/cli-facts.ts';
import type { DockerCommand } from '../../command/docker-command.ts';
import { quoteWord } from '../../command/quote.ts';
import { code } from '../../text/markdown.ts';
import { listed } from './phrases.ts';

const spoken: Readonly<Record<string, readonly string[]>> = {
  attach: ['detach-keys', 'no-stdin', 'sig-proxy'],
  commit: [],
  cp: [],
  diff: [],
  exec: ['user', 'workdir', 'interactive', 'tty', 'detach', 'privileged'],
  export: ['output'],
  inspect: ['format', 'type'],
  'inspect-any': ['format', 'type'],
  kill: ['signal'],
  logs: ['tail', 'since', 'until', 'timestamps', 'follow'],
  prune: ['filter', 'force'],
  ps: ['all', 'last', 'latest', 'filter', 'format', 'quiet', 'size'],
  restart: ['signal', 'timeout', 'time'],
  rm: ['link', 'force', 'volumes'],
  start: ['attach', 'interactive'],
  stats: ['all', 'no-stream', 'format'],
  stop: ['signal', 'timeout', 'time'],
};

/** `also set: …` for the flags among those that `isSpoken` knows nothing of. */
export function alsoSet({ flags, shell: { dialect } }: DockerCommand, isSpoken: (name: string) => boolean): string | undefined {
  const silent = flags.filter(({ facts }) => !isSpoken(canonicalName(facts)));
  const settings = silent.map(({ facts, value }) => code(value.attached === 'implied' ? `--${facts.name}` : `--${facts.name}${facts.takesValue ? ' ' : '='}${/^$|\s/.test(value.text) ? quoteWord(value.text, dialect) : value.text}`));
  return settings.length === 0 ? undefined : `also set: ${listed(settings)}`;
}

/** What the reading of the command with this id leaves unsaid. */
export function unspoken(id: string, command: DockerCommand): string | undefined {
  const flags = Object.hasOwn(spoken, id) ? spoken[id] : undefined;
  return flags === undefined ? undefined : alsoSet(command, (name) => flags.includes(name));
}
