/** What engines answer instead of doing as asked: why, and in plain words. Docker and Podman agree on neither words nor numbers. */
import type { EngineErrorReason } from './errors.ts';

export interface Refusal {
  readonly reason: EngineErrorReason;
  readonly sentence: string;
}

/** Characters of an engine's own words in a sentence for the user. */
const sentenceLimit = 300;

/** Refusals for the container's state, most telling first. Docker answers 409 or 500, Podman 500. */
const conflicts: readonly (readonly [pattern: RegExp, sentence: string])[] = [
  [/cannot start a paused container|must be in created or stopped state to be started/i, 'The container is paused: unpause it instead.'],
  [/is running or paused, refusing to clean up/i, 'This engine cannot stop a paused container: unpause it first.'],
  [/unable to restart a container in a paused/i, 'This engine cannot restart a paused container: unpause it first.'],
  [/cannot remove a(?: \w+)? container|cannot remove container .*: container is|cannot be removed without force/i, 'The container has not ended: stop it first, or remove it by force.'],
  [/UNIQUE constraint failed: ContainerConfig\.Name/, 'The name is already in use by another container.'],
  [/is not paused/i, 'The container is not paused.'],
  [/already paused/i, 'The container is already paused.'],
  // Between two attempts there is no process to pause or to limit, and no network to rename it in.
  [/is restarting, wait|cannot (?:pause|update) a stopped container|sandbox \w+ not found/i, 'The container waits for its restart policy to start it again.'],
  [/is not running|not in running state|can only kill running|can only be used on running/i, 'The container is not running.'],
];

/** Refusals for something else than this container and its state. */
const failures: typeof conflicts = [
  [/unable to freeze/, 'The kernel did not manage to freeze all its processes at once: try again.'],
  [/^ps: exec: "ps": executable file not found/, 'The host of the engine has no ps, which lists the processes.'],
  [/joining \w+ namespace of container: no such container/i, 'It shares a namespace of a container that is gone.'],
  [/failed to join \w+ namespace: container \w+ is not running/i, 'It shares a namespace of a container that does not run.'],
];

/** `text`: the engine's own words, bounded and without control characters. */
export function refusalOf(status: number, text: string): Refusal {
  const first = text.split('\n', 1).join('').replace(/[\da-f]{64}/g, (id) => id.slice(0, 12)).slice(0, sentenceLimit);
  const failure = failures.find(([pattern]) => pattern.test(text));
  if (failure !== undefined) {
    return { reason: 'engine-failed', sentence: failure[1] };
  }
  const known = conflicts.find(([pattern]) => pattern.test(text));
  if (known !== undefined) {
    return { reason: 'conflict', sentence: known[1] };
  }
  if (status === 409 || /container state improper/i.test(text)) {
    return { reason: 'conflict', sentence: nameInUse(text) ?? (first || 'The state of the container does not allow it.') };
  }
  // Podman says so with 500 where the container went away in the middle of a call.
  if (status === 404 || /: no such container$/i.test(text)) {
    return notFound(text, first);
  }
  return { reason: status >= 500 ? 'engine-failed' : 'refused', sentence: first || 'The engine refused without a word.' };
}

function nameInUse(text: string): string | undefined {
  const name = /name "\/?([\w.-]{1,200})" is already in use/.exec(text)?.[1];
  return name === undefined ? undefined : `The name "${name}" is already in use by another container.`;
}

function notFound(text: string, first: string): Refusal {
  // There is no such call, rather than no such container.
  if (/^(?:page )?not found$/i.test(text)) {
    return { reason: 'refused', sentence: 'This engine does not offer that.' };
  }
  // Podman says nothing at all in some of its answers.
  return { reason: 'not-found', sentence: text === '' || /no such container/i.test(text) ? 'The container is gone: something else removed it.' : first };
}
