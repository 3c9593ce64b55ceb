/** Checks one file of `gantry lint`, and repairs it where that was asked for. */
import path from 'node:path';
import { fixAll } from '../language/features/fix-all.ts';
import { isAtLeast, type Threshold } from '../language/rules/severities.ts';
import { documentKindOf } from '../language/shell/document-kind.ts';
import type { LintArguments } from './arguments.ts';
import { checkedFile, checkedText, type CheckedFile, type ReportedParts } from './checked-file.ts';
import type { LintSettings } from './lint-settings.ts';
import { reporters } from './reporters/index.ts';
import { reported, type ReportedFile } from './reporters/reporter.ts';
import { decode, readTextFile, writeTextFile } from './text-file.ts';

/** What came of a file that could be read. */
export interface FileOutcome {
  readonly reported: ReportedFile;
  readonly fixed: number;
  /** Whether a finding is loud enough to fail the run. */
  readonly fails: boolean;
}

function partsFor({ format, posture }: LintArguments): ReportedParts {
  return { fixes: reporters[format].printsFixes, posture };
}

function outcome(checked: CheckedFile, fixed: number, { format, color = false }: LintArguments, failOn: Threshold): FileOutcome {
  const fails = failOn !== 'never' && checked.findings.some(({ severity }) => isAtLeast(severity, failOn));
  return { reported: reported(checked, reporters[format], color), fixed, fails };
}

/** Checks the bytes of standard input; `write` gets them back repaired where that was asked for. */
export function checkStandardInput(input: Uint8Array, args: LintArguments, settings: LintSettings, cwd: string, write: (text: string) => void): FileOutcome {
  const name = args.stdinFilename ?? '<stdin>';
  const { text, hasByteOrderMark } = decode(input);
  const kind = documentKindOf(name, text) ?? 'shell';
  const { analysis, failOn } = settings.of(args.stdinFilename === undefined ? undefined : path.resolve(cwd, args.stdinFilename));
  if (!args.fix) {
    return outcome(checkedText(name, text, kind, analysis, partsFor(args)), 0, args, failOn);
  }
  const fixed = fixAll(text, kind, analysis);
  write((hasByteOrderMark ? '\ufeff' : '') + fixed.text);
  return outcome(checkedFile(name, fixed.snapshot, partsFor(args)), fixed.fixed, args, failOn);
}

/** `file` is relative to `cwd`. Undefined where it holds neither a script nor Markdown; throws where it cannot be read. */
export async function checkFile(file: string, args: LintArguments, settings: LintSettings, cwd: string): Promise<FileOutcome | undefined> {
  const absolute = path.resolve(cwd, file);
  const content = readTextFile(absolute, file);
  const kind = documentKindOf(file, content.text);
  if (kind === undefined) {
    return undefined;
  }
  const name = file.split(path.sep).join('/');
  const { analysis, failOn } = settings.of(absolute);
  if (!args.fix) {
    return outcome(checkedText(name, content.text, kind, analysis, partsFor(args)), 0, args, failOn);
  }
  const result = fixAll(content.text, kind, analysis);
  if (result.text !== content.text) {
    await writeTextFile(absolute, { ...content, text: result.text });
  }
  return outcome(checkedFile(name, result.snapshot, partsFor(args)), result.fixed, args, failOn);
}
