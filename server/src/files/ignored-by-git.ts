/** Whether git leaves a file out of the repository, as far as the .gitignore files between the two say. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globMatcher, globProblem } from '../language/configuration/globs.ts';

type Matches = (relative: string) => boolean;

const nothing: Matches = () => false;

/** The patterns of git mean what ours do, but for a slash in front, which keeps a name to its folder. */
function matcherOf(text: string): Matches {
  const globs = text
    .split(/\r?\n/)
    .map((line) => line.trimEnd().replace(/^(!?)\//, '$1./'))
    .filter((line) => line !== '' && !line.startsWith('#') && globProblem(line) === undefined);
  return globs.some((glob) => !glob.startsWith('!')) ? globMatcher(globs) : nothing;
}

export class IgnoredByGit {
  readonly #matchers = new Map<string, Matches>();

  /** `file` is below `root`, both absolute. */
  has(file: string, root: string): boolean {
    for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
      const parts = path.relative(folder, file).split(path.sep);
      const matches = this.#matcherIn(folder);
      // Of an ignored folder everything is ignored.
      if (parts.some((_, index) => matches(parts.slice(0, index + 1).join('/')) || matches(`${parts.slice(0, index + 1).join('/')}/`))) {
        return true;
      }
      if (folder === root || folder === path.dirname(folder)) {
        return false;
      }
    }
  }

  #matcherIn(folder: string): Matches {
    let matches = this.#matchers.get(folder);
    if (matches === undefined) {
      try {
        matches = matcherOf(readFileSync(path.join(folder, '.gitignore'), 'utf8'));
      } catch {
        matches = nothing;
      }
      this.#matchers.set(folder, matches);
    }
    return matches;
  }
}
