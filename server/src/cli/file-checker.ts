/** Checks files by their names and keeps what is said on the way: that of a file is told with it, whichever thread checked it. */
import type { LintArguments } from './arguments.ts';
import { checkFile, type FileOutcome } from './check-file.ts';
import { LintSettings } from './lint-settings.ts';

export interface FileResult {
  /** Absent where the file holds nothing to check, or could not be read. */
  readonly outcome?: FileOutcome | undefined;
  /** One sentence each: why it could not be read, and the mistakes in configuration files that were read for it first. */
  readonly troubles: readonly string[];
}

export class FileChecker {
  readonly #args: LintArguments;
  readonly #cwd: string;
  readonly #settings: LintSettings;
  #troubles: string[] = [];

  constructor(args: LintArguments, cwd: string) {
    this.#args = args;
    this.#cwd = cwd;
    this.#settings = new LintSettings(args, cwd, (message) => this.#troubles.push(message));
  }

  async check(file: string): Promise<FileResult> {
    const troubles: string[] = [];
    this.#troubles = troubles;
    try {
      return { outcome: await checkFile(file, this.#args, this.#settings, this.#cwd), troubles };
    } catch (error) {
      troubles.push(error instanceof Error ? error.message : String(error));
      return { troubles };
    }
  }
}
