/** Words for what the engine says when it cannot copy: what is in the way, and what works instead. */
import { EngineError, type EngineErrorReason } from './errors.ts';

interface Explanation {
  readonly says: RegExp;
  readonly reason: EngineErrorReason;
  readonly words: (path: string) => string;
}

const gone = 'The container is gone: something else removed it.';

const explanations: readonly Explanation[] = [
  {
    says: /rootfs is marked read-only/i,
    reason: 'refused',
    words: (path) => `The container runs with --read-only, so nothing can be copied to ${path}. A volume or a bind mount of the container takes files; a tmpfs takes them only from a process inside.`,
  },
  {
    says: /(?:volume|mount)\S* is marked read-only|read-only file system/i,
    reason: 'refused',
    words: (path) => `${path} is on a mount that is read-only. Change the files at their source on the host, or recreate the container without ":ro".`,
  },
  { says: /no such container|container .*not found|no container with name or id/i, reason: 'not-found', words: () => gone },
  { says: /extraction point is not a directory|not a directory/i, reason: 'refused', words: (path) => `${path} is not a folder, or a part of it is a file.` },
  { says: /cannot overwrite (?:non-)?directory/i, reason: 'refused', words: (path) => `A file stands where ${path} needs a folder, or the other way round. Remove or rename it first.` },
  { says: /device or resource busy/i, reason: 'refused', words: (path) => `A file to be replaced at ${path} is a mount of its own. Change it at its source on the host.` },
  { says: /no space left on device|disk quota exceeded/i, reason: 'engine-failed', words: () => 'The disk of the engine is full. What was copied until then is in the container.' },
  { says: /could not find the file|no such file or directory|could not be found|file or directory not found/i, reason: 'not-found', words: (path) => `The container has no ${path}. Files on a tmpfs, in /proc and in /sys are not visible to a copy.` },
];

/** `path` is shown without its control characters. */
export function archiveError(error: unknown, doing: 'read' | 'write', path: string): unknown {
  if (!(error instanceof EngineError) || error.status === undefined) {
    return error;
  }
  const shown = path.replace(/[\u0000-\u001f\u007f-\u009f\uf780-\uf7ff]/g, '\ufffd').slice(0, 300);
  // Podman answers a HEAD for nothing without any words.
  const said = error.details === '' && error.status === 404 ? 'could not find the file' : error.details;
  const found = explanations.find(({ says }) => says.test(said));
  return found === undefined ? new EngineError(error.reason, `The engine could not ${doing} ${shown}: ${error.message}`, error.details, error.status) : new EngineError(found.reason, found.words(shown), error.details, error.status);
}

/** Whether the container is missing rather than a path in it. */
export function isGone(error: EngineError): boolean {
  return error.message === gone;
}
