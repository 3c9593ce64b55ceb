/** How working with files fails, in plain words, with a reason that a file system provider can pass on. */
import { displayText } from '../text/display-text.ts';
import { EngineError } from '../engine/errors.ts';
import { TarError } from './tar-header.ts';

export type FileProblemReason =
  | 'not-found'
  | 'exists'
  | 'not-a-directory'
  | 'is-a-directory'
  | 'no-permission'
  | 'no-space'
  | 'too-large'
  /** The state of the container, its tools or its mounts do not allow it. */
  | 'unavailable'
  /** The user or the caller ended it. */
  | 'cancelled'
  | 'failed';

export class FileProblem extends Error {
  override readonly name = 'FileProblem';
  readonly reason: FileProblemReason;
  /** The system's or the engine's own text. */
  readonly details: string;

  constructor(reason: FileProblemReason, message: string, details = '') {
    super(message);
    this.reason = reason;
    this.details = details;
  }
}

const bySystemCode: Readonly<Record<string, readonly [FileProblemReason, (path: string) => string]>> = {
  ENOSPC: ['no-space', (path) => `The disk is full: there is no room for ${path}.`],
  EDQUOT: ['no-space', (path) => `Your disk quota is used up: there is no room for ${path}.`],
  EFBIG: ['no-space', (path) => `${path} is larger than this disk can hold in one file.`],
  EACCES: ['no-permission', (path) => `You have no permission for ${path}.`],
  EPERM: ['no-permission', (path) => `This system does not permit ${path}.`],
  EROFS: ['no-permission', (path) => `The disk of ${path} is read-only.`],
  ENOENT: ['not-found', (path) => `There is no ${path}.`],
  ENOTDIR: ['not-a-directory', (path) => `A part of ${path} is a file, not a folder.`],
  EISDIR: ['is-a-directory', (path) => `${path} is a folder.`],
  ENAMETOOLONG: ['failed', (path) => `The name ${path} is too long for this disk.`],
  EILSEQ: ['failed', (path) => `This disk does not take the name ${path}.`],
};

/** The path as it may be shown. */
export function shownPath(path: string | Uint8Array): string {
  return displayText(typeof path === 'string' ? path : Buffer.from(path).toString('utf8'), 300);
}

/** Anything thrown while `path` was at work, as a problem in words. */
export function fileProblem(error: unknown, path: string | Uint8Array): FileProblem {
  if (error instanceof FileProblem) {
    return error;
  }
  if (error instanceof EngineError) {
    return new FileProblem(reasonOf(error), error.message, error.details);
  }
  if (error instanceof TarError) {
    return new FileProblem('failed', `What the engine sent is no complete archive: ${error.message}.`);
  }
  const { code = '', message }: NodeJS.ErrnoException = error instanceof Error ? error : new Error(String(error));
  if (code === 'ABORT_ERR') {
    return new FileProblem('cancelled', 'The copy was cancelled.');
  }
  const [reason, words] = bySystemCode[code] ?? ['failed', (shown: string) => `${shown} could not be copied: ${displayText(message)}`];
  return new FileProblem(reason, words(shownPath(path)), displayText(message, 1000));
}

function reasonOf({ reason, message }: EngineError): FileProblemReason {
  switch (reason) {
    case 'not-found':
      return 'not-found';
    case 'aborted':
      return 'cancelled';
    case 'conflict':
      return 'unavailable';
    case 'refused':
      return /is not a folder/.test(message) ? 'not-a-directory' : 'no-permission';
    default:
      return 'failed';
  }
}
