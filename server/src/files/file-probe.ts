/** Tells rules whether a relative path of a script exists, inside the workspace only and with a bound on the questions. */
import { lstatSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { errorCode } from './error-code.ts';
import { isInside } from './read-text.ts';
import type { FileProbe } from '../language/rules/rule.ts';

type Kind = ReturnType<FileProbe['kindOf']>;

/** Answers are kept this long, so that typing does not ask the disk again and again. */
const freshFor = 2_000;

/** A generated script with thousands of mounts must not stall the server. */
const mostAnswers = 500;

function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** Of a place in the folder; links out of it are not followed, as a script must not tell what lies there. */
function kindOnDisk(file: string, folder: string): Kind {
  try {
    const real = realpathSync(file);
    if (!isInside(realpathSync(folder), real)) {
      return 'unknown';
    }
    return statSync(real).isDirectory() ? 'directory' : 'file';
  } catch (error) {
    const code = errorCode(error);
    const missing = code === 'ENOTDIR' || (code === 'ENOENT' && !isLink(file));
    return missing && (file === folder || kindOnDisk(path.dirname(file), folder) !== 'unknown') ? 'missing' : 'unknown';
  }
}

/**
 * A probe for one document. Scripts are run from their own folder or from the top of the workspace: a path that exists in
 * either place is there, and only one that exists in neither is missing.
 */
export function fileProbe(document: string | undefined, folders: readonly string[], now: () => number = Date.now): FileProbe {
  const folder = document === undefined ? undefined : folders.find((candidate) => isInside(candidate, document));
  if (document === undefined || folder === undefined) {
    return { kindOf: () => 'unknown' };
  }
  const answers = new Map<string, { readonly kind: Kind; readonly at: number }>();
  const look = (relative: string): Kind => {
    const places = [path.dirname(document), folder].map((base) => path.resolve(base, relative));
    const inside = places.filter((place) => isInside(folder, place));
    const found = inside.map((place) => kindOnDisk(place, folder)).find((kind) => kind !== 'missing');
    return found ?? (inside.length < places.length ? 'unknown' : 'missing');
  };
  return {
    kindOf(asked) {
      if (path.isAbsolute(asked) || /^~|^[A-Za-z]:|\0/.test(asked)) {
        return 'unknown';
      }
      const known = answers.get(asked);
      if (known !== undefined && now() - known.at < freshFor) {
        return known.kind;
      }
      if (known === undefined && answers.size >= mostAnswers) {
        return 'unknown';
      }
      const kind = look(asked);
      answers.set(asked, { kind, at: now() });
      return kind;
    },
  };
}
