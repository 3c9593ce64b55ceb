/**
 * The contract of a report. Each file is written down where it was checked, by whichever thread did it: its text takes a
 * fraction of the memory of its findings, and where the format allows it is let go of when it is printed.
 */
import type { Severity } from '../../language/rules/severities.ts';
import type { CheckedFile } from '../checked-file.ts';

/** A file as a report has it. */
export interface ReportedFile {
  readonly path: string;
  /** What `file` wrote. */
  readonly text: string;
  readonly counts: Readonly<Record<Severity, number>>;
  /** How many findings `--fix` would repair. */
  readonly fixable: number;
  /** Whether the hardening of a container is told. */
  readonly hasPosture: boolean;
}

export interface Circumstances {
  readonly color: boolean;
  readonly version: string;
  /** How many findings were repaired. */
  readonly fixed: number;
  /** The sentences about files that could not be read. */
  readonly troubles: readonly string[];
}

/** One report in the making. Its files come in their order. */
export interface Report {
  /** What can be printed now that this file is known. */
  add(file: ReportedFile): string;
  /** What is left to print when all files are. */
  end(circumstances: Circumstances): string;
}

export interface Reporter {
  /** Whether it prints fixes, which are written for it only. */
  readonly printsFixes: boolean;
  /** What the report says of one file. */
  file(file: CheckedFile, circumstances: Pick<Circumstances, 'color'>): string;
  begin(): Report;
}

export function findingCount({ counts }: ReportedFile): number {
  return counts.error + counts.warning + counts.info + counts.hint;
}

export function reported(file: CheckedFile, reporter: Reporter, color: boolean): ReportedFile {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  let fixable = 0;
  for (const { severity, hasSafeFix } of file.findings) {
    counts[severity]++;
    fixable += hasSafeFix ? 1 : 0;
  }
  return { path: file.path, text: reporter.file(file, { color }), counts, fixable, hasPosture: file.postures.length > 0 };
}

/** For formats that begin with what is known at the end. */
export function atTheEnd(whole: (files: readonly ReportedFile[], circumstances: Circumstances) => string): Report {
  const files: ReportedFile[] = [];
  return {
    add: (file) => {
      files.push(file);
      return '';
    },
    end: (circumstances) => whole(files, circumstances),
  };
}
