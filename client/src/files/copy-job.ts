/** What both directions of a copy share: progress, the question before something is replaced, and the report at the end. */
import { FileProblem, shownPath } from './file-problem.ts';

export interface CopyProgress {
  readonly files: number;
  readonly bytes: number;
  /** Present where everything was counted beforehand. */
  readonly totalBytes?: number;
  /** What is being copied, as it may be shown. */
  readonly current: string;
}

export type Answer = 'overwrite' | 'overwrite-all' | 'skip' | 'skip-all' | 'cancel';

export interface CopyControl {
  readonly signal?: AbortSignal;
  /** Called often; whoever draws it has to limit that. */
  readonly onProgress?: (progress: CopyProgress) => void;
  /** Asked before a file or a link is replaced; the path as it may be shown. Absent: everything is replaced, as `docker cp` does. */
  readonly onConflict?: (path: string) => Promise<Answer>;
}

export interface Skipped {
  /** As it may be shown. */
  readonly path: string;
  readonly why: string;
}

export interface CopyReport {
  /** Files and links. */
  readonly files: number;
  readonly directories: number;
  readonly bytes: number;
  /** The first thousand that were left out; folders and files that the user chose to keep count as well. */
  readonly skipped: readonly Skipped[];
  readonly skippedCount: number;
}

const longestList = 1000;

/** Counts, asks and collects during one copy. */
export class CopyJob {
  readonly #control: CopyControl;
  readonly #totalBytes: number | undefined;
  readonly #skipped: Skipped[] = [];
  #skippedCount = 0;
  #files = 0;
  #directories = 0;
  #bytes = 0;
  #forAll: 'overwrite' | 'skip' | undefined;

  constructor(control: CopyControl, totalBytes?: number) {
    this.#control = control;
    this.#totalBytes = totalBytes;
  }

  get report(): CopyReport {
    return { files: this.#files, directories: this.#directories, bytes: this.#bytes, skipped: this.#skipped, skippedCount: this.#skippedCount };
  }

  /** Throws when the copy was cancelled. */
  check(): void {
    if (this.#control.signal?.aborted === true) {
      throw new FileProblem('cancelled', 'The copy was cancelled.');
    }
  }

  skip(path: string | Uint8Array, why: string): void {
    this.#skippedCount += 1;
    if (this.#skipped.length < longestList) {
      this.#skipped.push({ path: shownPath(path), why });
    }
  }

  addBytes(bytes: number, current: string | Uint8Array): void {
    this.#bytes += bytes;
    this.#tell(current);
  }

  addFile(current: string | Uint8Array): void {
    this.#files += 1;
    this.#tell(current);
  }

  addDirectory(): void {
    this.#directories += 1;
  }

  /** Whether to go on and replace what is at the path; the skipped are in the report. */
  async mayReplace(path: string | Uint8Array): Promise<boolean> {
    const answer = this.#forAll ?? (await this.#control.onConflict?.(shownPath(path))) ?? 'overwrite';
    this.check();
    if (answer === 'cancel') {
      throw new FileProblem('cancelled', 'The copy was cancelled.');
    }
    if (answer === 'overwrite-all' || answer === 'skip-all') {
      this.#forAll = answer === 'overwrite-all' ? 'overwrite' : 'skip';
    }
    const replaces = answer === 'overwrite' || answer === 'overwrite-all';
    if (!replaces) {
      this.skip(path, 'It exists, and you chose to keep it.');
    }
    return replaces;
  }

  #tell(current: string | Uint8Array): void {
    this.#control.onProgress?.({ files: this.#files, bytes: this.#bytes, ...(this.#totalBytes !== undefined && { totalBytes: this.#totalBytes }), current: shownPath(current) });
  }
}
