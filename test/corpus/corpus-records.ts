/** Reads a corpus of real files with docker commands and what the real CLI says of each (GANTRY_CORPUS). */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface CorpusRecord {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly endLine: number;
  readonly block: 'fenced' | 'fenced-in-html' | 'indented' | 'inline';
  readonly lang?: string | null;
  readonly dialect?: string;
  readonly tags?: readonly string[];
  readonly sub: string;
  readonly text: string;
  /** After `docker`. */
  readonly argv: readonly string[];
  /** No variables or placeholders. */
  readonly literal: boolean;
  readonly cliAccepts: boolean;
  readonly synopsis?: boolean;
  readonly brokenContinuation?: unknown;
  readonly parseError?: unknown;
}

export interface MustFlag {
  readonly where: readonly string[];
  readonly text: string;
  readonly reason: string;
  readonly fragment: boolean;
  readonly broken?: string;
}

/** The corpus folder, or undefined when none is named. Throws when the named one is not there. */
export function corpusFolder(): string | undefined {
  const folder = process.env['GANTRY_CORPUS'];
  if (folder === undefined || folder === '') {
    return undefined;
  }
  if (!existsSync(path.join(folder, 'results.jsonl'))) {
    throw new Error(`GANTRY_CORPUS names ${folder}, which holds no results.jsonl.`);
  }
  return folder;
}

function jsonLines<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

export function corpusRecords(folder: string): CorpusRecord[] {
  return jsonLines(path.join(folder, 'results.jsonl'));
}

export function mustFlagRecords(folder: string): MustFlag[] {
  return jsonLines(path.join(folder, 'must-flag.jsonl'));
}

/** The records by file, with the file's text. */
export function corpusFiles(folder: string): { file: string; text: string; records: CorpusRecord[] }[] {
  const byFile = new Map<string, CorpusRecord[]>();
  for (const record of corpusRecords(folder)) {
    byFile.set(record.file, [...(byFile.get(record.file) ?? []), record]);
  }
  return [...byFile].map(([file, records]) => ({ file, records, text: readFileSync(path.join(folder, file), 'utf8') }));
}
