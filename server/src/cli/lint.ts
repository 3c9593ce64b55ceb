/** `gantry lint`: checks files and reports what it finds. */
import path from 'node:path';
import { fixAll, withLineEnding } from '../language/features/fix-all.ts';
import { posturesIn, type Posture } from '../language/features/posture.ts';
import { analyse, findingsOf, type AnalysisSettings, type Snapshot } from '../language/features/snapshot.ts';
import type { Finding, Severity } from '../language/rules/rule.ts';
import { documentKindOf, type DocumentKind } from '../language/shell/documents.ts';
import { LineIndex } from '../language/text/line-index.ts';
import type { LintArguments } from './arguments.ts';
import { findFiles } from './find-files.ts';
import type { Console } from './console.ts';
import { exitCodes } from './exit-codes.ts';
import { githubReport } from './reporters/github.ts';
import { jsonReport } from './reporters/json.ts';
import { junitReport } from './reporters/junit.ts';
import { sarifReport } from './reporters/sarif.ts';
import { textReport } from './reporters/text.ts';
import { version } from './version.ts';
import { decode, readTextFile, writeTextFile } from './text-file.ts';

/** One checked file. */
export interface CheckedFile {
  /** As given, or relative to the working directory, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly findings: readonly Finding[];
  /** Of the containers that its commands make; empty unless they were asked for. */
  readonly postures: readonly Posture[];
}

const rank: Record<Severity | 'never', number> = { hint: 0, info: 1, warning: 2, error: 3, never: 4 };

function settingsOf(args: LintArguments): AnalysisSettings {
  return { version: args.version, rules: args.rules, files: { kindOf: () => 'unknown' } };
}

function checked(file: string, snapshot: Snapshot, args: LintArguments): CheckedFile {
  const { text } = snapshot;
  const findings = findingsOf(snapshot).map((finding) => ({ ...finding, fixes: finding.fixes.map((fix) => ({ ...fix, edits: withLineEnding(fix.edits, text) })) }));
  return { path: file.split(path.sep).join('/'), text, lines: new LineIndex(text), findings, postures: args.posture ? posturesIn(snapshot) : [] };
}

function check(file: string, text: string, kind: DocumentKind, args: LintArguments): CheckedFile {
  return checked(file, analyse(text, kind, settingsOf(args)), args);
}

async function lintStandardInput(args: LintArguments, console: Console): Promise<{ checked: CheckedFile; fixed: number }> {
  const name = args.stdinFilename ?? '<stdin>';
  const { text, hasByteOrderMark } = decode(await console.readInput());
  const kind = documentKindOf(name, text) ?? 'shell';
  if (!args.fix) {
    return { checked: check(name, text, kind, args), fixed: 0 };
  }
  const fixed = fixAll(text, kind, settingsOf(args));
  console.out((hasByteOrderMark ? '\ufeff' : '') + fixed.text);
  return { checked: checked(name, fixed.snapshot, args), fixed: fixed.fixed };
}

async function lintFile(file: string, args: LintArguments, cwd: string): Promise<{ checked: CheckedFile; fixed: number } | undefined> {
  const absolute = path.resolve(cwd, file);
  const content = await readTextFile(absolute).catch((error: unknown) => {
    throw new Error(error instanceof Error ? error.message.replace(absolute, file) : String(error), { cause: error });
  });
  const kind = documentKindOf(file, content.text);
  if (kind === undefined) {
    return undefined;
  }
  if (!args.fix) {
    return { checked: check(file, content.text, kind, args), fixed: 0 };
  }
  const result = fixAll(content.text, kind, settingsOf(args));
  if (result.text !== content.text) {
    await writeTextFile(absolute, { ...content, text: result.text });
  }
  return { checked: checked(file, result.snapshot, args), fixed: result.fixed };
}

interface Circumstances {
  readonly color: boolean;
  readonly fixed: number;
  readonly troubles: readonly string[];
}

const reports: Readonly<Record<LintArguments['format'], (files: readonly CheckedFile[], circumstances: Circumstances) => string>> = {
  text: textReport,
  json: jsonReport,
  sarif: (files, { troubles }) => sarifReport(files, troubles, version),
  github: githubReport,
  junit: junitReport,
};

/** Runs the command and gives the exit code. */
export async function lint(args: LintArguments, cwd: string, console: Console): Promise<number> {
  const results: CheckedFile[] = [];
  let fixed = 0;
  const troubles: string[] = [];
  const complain = (message: string) => {
    troubles.push(message);
    console.err(`gantry: ${message}\n`);
  };
  const toStandardOutput = args.paths[0] === '-' && args.fix;
  if (args.paths[0] === '-') {
    try {
      const result = await lintStandardInput(args, console);
      results.push(result.checked);
      fixed = result.fixed;
    } catch (error) {
      complain(`${args.stdinFilename ?? '<stdin>'}: ${error instanceof Error ? error.message : String(error)}`);
    }
  } else {
    const found = await findFiles(args.paths, cwd);
    found.problems.forEach(complain);
    found.skipped.forEach((file) => {
      console.err(`gantry: ${file}: neither a shell script nor Markdown, skipped\n`);
    });
    for (const [index, file] of found.files.entries()) {
      console.progress(`${index}/${found.files.length} ${file}`);
      try {
        const result = await lintFile(file, args, cwd);
        if (result !== undefined) {
          results.push(result.checked);
          fixed += result.fixed;
        }
      } catch (error) {
        complain(error instanceof Error ? error.message : String(error));
      }
    }
    console.progress(undefined);
  }
  const report = reports[args.format](results, { color: console.color, fixed, troubles });
  (toStandardOutput ? console.err : console.out)(report);
  const worst = Math.max(-1, ...results.flatMap(({ findings }) => findings.map(({ severity }) => rank[severity])));
  return troubles.length > 0 ? exitCodes.trouble : worst >= rank[args.failOn] ? exitCodes.findings : exitCodes.clean;
}
