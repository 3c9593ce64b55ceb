/** Reads the resource limits aloud. */
import type { DockerCommand } from '../../command/docker-command.ts';
import { code } from '../../text/markdown.ts';
import type { Clause } from './clause.ts';
import { lastValue, listed, sizeInWords } from './phrases.ts';

const isUnlimited = (value: string): boolean => /^(?:0\w?|-\d+)$/.test(value);

function memory(command: DockerCommand): string | undefined {
  const limit = lastValue(command, 'memory');
  if (limit === undefined || isUnlimited(limit)) {
    return undefined;
  }
  const total = lastValue(command, 'memory-swap');
  const swap = total === limit ? ' of memory without swap' : total === '-1' ? ' of memory and any amount of swap' : ' of memory';
  return `${sizeInWords(limit)}${swap}`;
}

function cpus(command: DockerCommand): string | undefined {
  const limit = lastValue(command, 'cpus');
  return limit === undefined || isUnlimited(limit) ? undefined : limit === '1' ? '1 CPU' : `${/^[\d.]+$/.test(limit) ? limit : code(limit)} CPUs`;
}

function processes(command: DockerCommand): string | undefined {
  const limit = lastValue(command, 'pids-limit');
  return limit === undefined || isUnlimited(limit) ? undefined : `${/^\d+$/.test(limit) ? limit : code(limit)} processes`;
}

export const limits: Clause = {
  flags: ['memory', 'memory-swap', 'cpus', 'pids-limit'],
  say(command) {
    const parts = [memory(command), cpus(command), processes(command)].filter((part) => part !== undefined);
    return parts.length === 0 ? undefined : `with at most ${listed(parts)}`;
  },
};
