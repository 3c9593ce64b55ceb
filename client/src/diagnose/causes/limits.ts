/** Causes that are ceilings: memory, processes, processors, space in memory. */
import { bytesText } from '../../text/byte-text.ts';
import { fieldsOf, numberOf, textOf } from '../../engine/json-value.ts';
import type { Usage } from '../../engine/usage.ts';
import { memoryPercent, percentText } from '../../stats/usage-text.ts';
import type { Evidence } from '../evidence.ts';
import { type Cause, code, linesLike, proofOf } from '../finding.ts';

/** Milliseconds before the last start in which what happened still counts: in a loop, it was the run before. */
const justBefore = 300_000;

const outOfMemory: Cause = ({ container: { oomKilled, limits, state, exitCode, startedAt = 0 }, events }) => {
  const happened = events.findLast(({ action, time }) => action === 'oom' && time > startedAt - justBefore);
  if (!oomKilled && happened === undefined) {
    return undefined;
  }
  const ceiling = limits.memory > 0 ? `its limit of ${bytesText(limits.memory)}` : 'all the memory that the machine had';
  const survived = state === 'running' && exitCode === 0;
  return {
    cause: 'oom-killed',
    title: survived ? `The kernel killed a process of it for memory, and the container went on` : `Killed by the kernel: it used ${ceiling}`,
    explanation: survived
      ? 'Only the process that the kernel picked has ended; the first one of the container lives on. Requests that the other one served are lost, and nobody restarts it unless the program does.'
      : 'When memory is over, the kernel ends the process with SIGKILL, which no program can handle: nothing is written to the log, and the exit code is 137. The file cache is given up before that, so it was memory that programs held.',
    steps: [
      { text: 'Look at what it needs: the highest value under normal load, plus a third.', action: 'stats' },
      { text: limits.memory > 0 ? 'Give it more memory; this works while it runs, too.' : 'Give it a limit, so that it is this container and no neighbour that is hit.', action: 'updateLimits' },
      { text: 'Runtimes do not all see the limit: set `-XX:MaxRAMPercentage` (Java), `--max-old-space-size` (Node.js), `GOMEMLIMIT` (Go).' },
    ],
  };
};

const tooManyProcesses: Cause = (evidence) => {
  const { container: { limits }, usage } = evidence;
  const lines = linesLike(evidence, /(?:can't|cannot|failed to|unable to) (?:fork|create (?:new |native )?thread|start (?:new |a )?thread)|fork.*resource temporarily unavailable|resource temporarily unavailable.*fork|pthread_create/i);
  const limit = limits.pids > 0 ? limits.pids : undefined;
  const isFull = limit !== undefined && usage !== undefined && usage.processes >= limit;
  if (!isFull && lines.length === 0) {
    return undefined;
  }
  return {
    cause: 'pids-limit',
    title: limit === undefined ? 'It cannot start more processes or threads' : `It has reached its limit of ${limit} processes and threads${usage === undefined ? '' : `: ${usage.processes} are there`}`,
    explanation: 'Each thread counts. At the limit `fork` fails with "Resource temporarily unavailable", for shells and health checks in the container too. A number that grows for ever is a leak; often dead children that nobody waits for, because the first process is no init.',
    proof: proofOf(lines),
    steps: [{ text: 'See whether the number grows or stays.', action: 'stats' }, { text: 'If it has a reason, allow more.', action: 'updateLimits' }, { text: 'If they are zombies, make the container with `--init`.' }],
  };
};

/** `/scratch (16 MiB)`. */
function memoryMounts({ container: { document } }: Evidence): string[] {
  const hostConfig = fieldsOf(document['HostConfig']);
  const flags = Object.entries(fieldsOf(hostConfig['Tmpfs'])).map(([path, options]) => ({ path, size: /(?:^|,)size=([^,]+)/.exec(textOf(options))?.[1] }));
  const mounts = Array.isArray(hostConfig['Mounts']) ? hostConfig['Mounts'].map(fieldsOf) : [];
  const long = mounts.filter((mount) => mount['Type'] === 'tmpfs').map((mount) => {
    const size = numberOf(fieldsOf(mount['TmpfsOptions'])['SizeBytes']);
    return { path: textOf(mount['Target']), size: size === undefined ? undefined : bytesText(size) };
  });
  return [...flags, ...long].map(({ path, size }) => `${code(path)} (${size === undefined ? 'half of the memory' : code(size)})`);
}

const noSpace: Cause = (evidence) => {
  const lines = linesLike(evidence, /no space left on device|ENOSPC|disk (?:is )?full|disk quota exceeded/i);
  if (lines.length === 0) {
    return undefined;
  }
  const mounts = memoryMounts(evidence);
  return {
    cause: 'no-space',
    title: mounts.length > 0 ? `A file system in memory is full: it has ${mounts.join(', ')}` : 'The disk is full',
    explanation: mounts.length > 0 ? 'A tmpfs is as large as its `size`, and what lies in it counts as memory of the container.' : 'The writable layer of a container, its volumes and its log lie on the disk of the engine, which they share with all images.',
    proof: proofOf(lines),
    steps: mounts.length > 0 ? [{ text: 'See how full each is: `df -h` in a shell.', action: 'shell' }, { text: 'Make the container with more room: `--tmpfs /path:size=256m`, or use a volume for what need not be in memory.' }] : [{ text: 'See what takes the room on the engine: `docker system df -v`.' }, { text: 'Bound the logs: `--log-opt max-size=10m --log-opt max-file=3`.' }],
  };
};

const memoryNearLimit: Cause = ({ container: { limits }, usage }) =>
  usage === undefined || limits.memory <= 0 || memoryPercent(usage) < 90
    ? undefined
    : {
        cause: 'memory-near-limit',
        title: `It uses ${percentText(memoryPercent(usage))} of its memory, ${bytesText(limits.memory)}`,
        explanation: 'It still runs. With the next larger request the kernel may kill it (exit code 137), and before that it becomes slow, because caches have no room.',
        steps: [{ text: 'See whether it grows.', action: 'stats' }, { text: 'Give it more.', action: 'updateLimits' }],
      };

/** Held back in most slices of time, or, where the engine does not count them, near the limit. */
function isHeldBack({ cpu = 0, throttled }: Usage, cpus: number): boolean {
  return throttled === undefined ? cpu >= cpus * 90 : throttled > 0.5;
}

const processorAtLimit: Cause = ({ container: { limits }, usage }) =>
  usage === undefined || limits.cpus <= 0 || !isHeldBack(usage, limits.cpus)
    ? undefined
    : {
        cause: 'cpu-at-limit',
        title: `It uses all of the ${limits.cpus} processors that it may use`,
        explanation: 'The kernel holds it back for the rest of each tenth of a second. Answers come late, and health checks may run into their timeout, although the machine has time left.',
        steps: [{ text: 'See whether it is always so.', action: 'stats' }, { text: 'Allow more.', action: 'updateLimits' }],
      };

/** The kernel's end for want of memory, which explains every exit code and signal. */
export const memoryCauses: readonly Cause[] = [outOfMemory];
export const limitCauses: readonly Cause[] = [tooManyProcesses, noSpace];
/** Those that trouble, but have not failed yet. */
export const warningCauses: readonly Cause[] = [memoryNearLimit, processorAtLimit];
