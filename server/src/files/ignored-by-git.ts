/** Whether git leaves a file out of the repository, as far as the .gitignore files between the two say. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';

export class IgnoredByGit {
  readonly #byFolder = new Map<string, Ignore>();

  /** `file` is below `root`, both absolute. */
  has(file: string, root: string): boolean {
    for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
      const relative = path.relative(folder, file).split(path.sep).join('/');
      // Where folders are mounted and files are read, the name alone does not tell which of the two is meant.
      if (this.#patternsIn(folder).ignores(relative) || this.#patternsIn(folder).ignores(`${relative}/`)) {
        return true;
      }
      if (folder === root || folder === path.dirname(folder)) {
        return false;
      }
    }
  }

  #patternsIn(folder: string): Ignore {
    let patterns = this.#byFolder.get(folder);
    if (patterns === undefined) {
      patterns = ignore();
      try {
        patterns.add(readFileSync(path.join(folder, '.gitignore'), 'utf8'));
      } catch {
        // Most folders have none.
      }
      this.#byFolder.set(folder, patterns);
    }
    return patterns;
  }
}
