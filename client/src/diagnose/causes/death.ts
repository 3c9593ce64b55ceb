/** Causes that show in how the container ended: its exit code, signals, and how long it ran. */
import { exitCodeMeaning } from '../../text/exit-code.ts';
import type { Evidence } from '../evidence.ts';
import { type Cause, code, hasEnded, imageWord, linesLike, proofOf } from '../finding.ts';
import { commandOf, isShell } from './command.ts';

/** Signals that were sent in the last moments before it ended, in the engine's numbers. */
function signalsBefore({ events, container: { finishedAt = 0 } }: Evidence): string[] {
  const window = events.filter(({ action, time }) => action === 'kill' && time > finishedAt - 120_000 && time < finishedAt + 2_000);
  return window.map(({ attributes }) => attributes['signal'] ?? '');
}

const isKill = (signal: string) => signal === '9' || /^(?:SIG)?KILL$/.test(signal);

const slowToStop: Cause = (evidence) => {
  const signals = signalsBefore(evidence);
  const last = signals.at(-1) ?? '';
  const asked = signals.slice(0, -1).some((signal) => !isKill(signal));
  if (!hasEnded(evidence) || evidence.container.exitCode !== 137 || !isKill(last) || !asked) {
    return undefined;
  }
  const { stopSignal, stopTimeout } = evidence.container;
  const runsInShell = isShell(commandOf(evidence)[0]);
  return {
    cause: 'slow-to-stop',
    title: `It did not end on ${code(stopSignal)} and was killed after the grace period${stopTimeout === undefined ? '' : ` of ${stopTimeout} seconds`}`,
    explanation: `The engine sends the signal to the first process only, then SIGKILL when the time is over (exit code 137): open work is lost.${runsInShell ? ' Its first process is a shell, which hands no signal on to the program that it started.' : ' A first process has no default handlers: it ignores each signal that it does not handle.'}`,
    steps: [
      { text: runsInShell ? 'Let the shell replace itself by the program: `exec program` as the last line, or the JSON form of `CMD`.' : 'Handle the signal in the program, or make the container with `--init`.' },
      { text: 'If the program needs the time, allow it: `--stop-timeout 60`, or here.', action: 'stopWithTimeout' },
    ],
  };
};

const killed: Cause = (evidence) => {
  if (!hasEnded(evidence) || evidence.container.exitCode !== 137 || evidence.container.oomKilled) {
    return undefined;
  }
  const byEngine = signalsBefore(evidence).some(isKill);
  return {
    cause: 'killed',
    title: byEngine ? 'Somebody killed it with SIGKILL, through the engine' : 'Something outside killed it with SIGKILL',
    explanation: byEngine ? '`docker kill` and `docker rm --force` leave a program no time to finish what it does.' : 'The engine sent no signal. The kernel may have done it because the whole machine was out of memory, or a person with `kill -9`.',
    steps: byEngine ? [{ text: 'Use `docker stop`: it asks first.' }] : [{ text: 'Look for "Out of memory" in the kernel\'s log of the machine: `journalctl -k`.' }, { text: 'Give it a limit of memory, so that it is known who is hit.', action: 'updateLimits' }],
  };
};

const crashed: Cause = (evidence) => {
  const { exitCode } = evidence.container;
  if (!hasEnded(evidence) || ![132, 134, 135, 136, 139].includes(exitCode)) {
    return undefined;
  }
  return {
    cause: 'crashed',
    title: `The program crashed: ${exitCodeMeaning(exitCode) ?? `exit code ${exitCode}`}`,
    explanation: exitCode === 139 ? 'It touched memory that is not there: a mistake in native code, a library that does not fit, or an image for another processor that is emulated.' : 'The kernel or the program itself stopped it at a mistake that it cannot go on with.',
    proof: proofOf(linesLike(evidence, /segmentation fault|SIG(?:SEGV|ABRT|ILL|BUS|FPE)|core dumped|assert|panic|abort/i)),
    steps: [{ text: 'Read the last lines that it wrote.', action: 'logs' }, { text: 'Keep a core file: `--ulimit core=-1`, with `/proc/sys/kernel/core_pattern` of the host pointing into a mount.' }],
  };
};

const shellNotFound: Cause = (evidence) => {
  const lines = linesLike(evidence, /: (?:command )?not found\b|: No such file or directory$/);
  return evidence.container.exitCode === 127 && hasEnded(evidence)
    ? {
        cause: 'command-not-found',
        title: 'Its script calls a program that is not in the image',
        explanation: 'A shell ends with 127 when it does not find a command. Small images have few; a script with line ends of Windows looks for names with a carriage return behind them.',
        proof: proofOf(lines),
        steps: [{ text: 'Install the program in the image, or use one that is there.' }, { text: 'See what is there.', action: 'start' }],
      }
    : undefined;
};

const shellNotExecutable: Cause = (evidence) =>
  evidence.container.exitCode === 126 && hasEnded(evidence)
    ? {
        cause: 'command-not-executable',
        title: 'Its script calls a file that may not be executed',
        explanation: 'A shell ends with 126 when the file is there and cannot be run: no execute permission, a `noexec` mount, or no program at all.',
        proof: proofOf(linesLike(evidence, /permission denied|cannot execute|is a directory/i)),
        steps: [{ text: '`chmod +x` the file in the image: `COPY --chmod=755`.' }],
      }
    : undefined;

const stopped: Cause = (evidence) => {
  const { exitCode, state } = evidence.container;
  return state === 'exited' && (exitCode === 143 || exitCode === 130 || (exitCode === 0 && signalsBefore(evidence).length > 0))
    ? {
        cause: 'stopped',
        title: exitCode === 130 ? 'It was interrupted (SIGINT), as by Ctrl-C' : 'It was asked to stop, and did',
        explanation: `Nothing is wrong with it. ${exitCode === 0 ? 'It ended with 0, after tidying up.' : `Exit code ${exitCode} only says which signal ended it.`} A container with \`--restart unless-stopped\` stays stopped when somebody stops it, also over a restart of the engine.`,
        steps: [{ text: 'Start it again.', action: 'start' }],
      }
    : undefined;
};

const endedAtOnce: Cause = (evidence) => {
  const { exitCode, state, startedAt = 0, finishedAt = 0, openStdin } = evidence.container;
  const [program, ...more] = commandOf(evidence);
  const isShellAlone = isShell(program) && more.length === 0;
  if (state !== 'exited' || exitCode !== 0 || finishedAt - startedAt > 5_000) {
    return undefined;
  }
  return {
    cause: 'nothing-to-do',
    title: isShellAlone && !openStdin ? 'Its command is a shell without input, which ends at once' : 'Its command had done all that it was asked to, and ended',
    explanation: 'A container lives as long as its first process. What goes to the background, as `service nginx start` or a daemon does, leaves nothing in the foreground.',
    steps: [{ text: isShellAlone ? 'Give the shell a terminal, `docker run -it`, or the container a command.' : 'Let the program stay in the foreground: `nginx -g "daemon off;"`, `apachectl -D FOREGROUND`.' }],
  };
};

const ownError: Cause = (evidence) => {
  const { exitCode } = evidence.container;
  return hasEnded(evidence) && exitCode !== 0
    ? {
        cause: 'own-error',
        title: `The program ended with exit code ${exitCode}${exitCodeMeaning(exitCode) === undefined ? '' : `: ${exitCodeMeaning(exitCode) ?? ''}`}`,
        explanation: 'Only the program knows what its code means. The last lines that it wrote to standard error are the best sign.',
        proof: proofOf(evidence.log.filter(({ stream }) => stream === 'stderr').slice(-3)),
        steps: [{ text: 'Read its whole log.', action: 'logs' }, { text: `Try its command by hand in a container that stays: ${code(`docker run --rm -it --entrypoint sh ${imageWord(evidence)}`)}.` }],
      }
    : undefined;
};

const frozen: Cause = ({ container: { state } }) =>
  state === 'paused'
    ? {
        cause: 'paused',
        title: 'It is paused: all of its processes are frozen',
        explanation: 'Connections stay open and nothing answers, so that others run into timeouts. Health checks do not run either.',
        steps: [{ text: 'Let it go on.', action: 'unpause' }],
      }
    : undefined;

const neverStarted: Cause = ({ container: { state, error, mounts } }) => {
  const bound = mounts.filter(({ type }) => type === 'bind').map(({ source }) => code(source));
  return state === 'created' && error === ''
    ? {
        cause: 'never-started',
        title: 'It was made and has never run',
        explanation: `\`docker create\` and \`docker compose create\` only make containers. Or its start was refused before anything ran, which the engine does not keep in mind.${bound.length === 0 ? '' : ` A usual reason: what it mounts is not on the host of the engine: ${bound.join(', ')}.`}`,
        steps: [{ text: 'Start it, and read what the engine answers.', action: 'start' }],
      }
    : undefined;
};

const beingRemoved: Cause = ({ container: { state } }) =>
  state === 'removing' || state === 'dead'
    ? {
        cause: 'half-removed',
        title: 'The engine could not remove it completely',
        explanation: 'Something still holds its files: a process that hangs, or another container that mounts them.',
        steps: [{ text: 'Try `docker rm -f` again; if it stays, restart the engine, which tidies up.' }],
      }
    : undefined;

/** A signal explains an end completely: the first that fits does. */
export const signalCauses: readonly Cause[] = [slowToStop, crashed, killed, stopped];
/** What the shell of a script could not run. */
export const commandCauses: readonly Cause[] = [shellNotFound, shellNotExecutable];
export const stateCauses: readonly Cause[] = [frozen, neverStarted, beingRemoved];
/** What is left to say where nothing else explains how it ended. */
export const lastCauses: readonly Cause[] = [endedAtOnce, ownError];
