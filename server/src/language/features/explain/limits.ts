/** Reads the resource limits aloud. */
import type { DockerCommand } from '../../command/docker-command.ts';
import { parseByteSize } from '../../docker/values/scan/byte-size.ts';
import { newestCli } from '../../docker/versions.ts';
import { code } from '../../text/markdown.ts';
import type { Clause } from './clause.ts';
import { lastValue, listed, sizeInWords } from './phrases.ts';

const isUnlimited = (value: string): boolean => /^(?:0\w?|-\d+)$/.test(value);

/** `1g` and `1024m`; words that only the shell knows are the same where they are written alike. */
function isSameSize(one: string, other: string): boolean {
  return one === other || (parseByteSize(one, newestCli)?.bytes ?? Number.NaN) === parseByteSize(other, newestCli)?.bytes;
}

/** What the total, if given, leaves for swap. */
function swap(limit: string, total: string | undefined): string {
  switch (total) {
    case undefined:
    case '0':
      return '';
    case '-1':
      return ' with any amount of swap';
    default:
      return isSameSize(limit, total) ? ' without swap' : ` (${sizeInWords(total)} with swap)`;
  }
}

function memory(command: DockerCommand): string | undefined {
  const limit = lastValue(command, 'memory');
  if (limit === undefined || isUnlimited(limit)) {
    return undefined;
  }
  const total = lastValue(command, 'memory-swap');
  return `${sizeInWords(limit)} of memory${swap(limit, total)}`;
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
  flags: (command) => [
    ...(memory(command) === undefined ? [] : ['memory', 'memory-swap']),
    ...(cpus(command) === undefined ? [] : ['cpus']),
    ...(processes(command) === undefined ? [] : ['pids-limit']),
  ],
  say(command) {
    const parts = [memory(command), cpus(command), processes(command)].filter((part) => part !== undefined);
    return parts.length === 0 ? undefined : `with at most ${listed(parts)}`;
  },
};
