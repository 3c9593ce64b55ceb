/** `gantry lint`: checks files and reports what it finds. */
import path from 'node:path';
import { fixAll, withLineEnding } from '../language/features/fix-all.ts';
import { posturesIn, type Posture } from '../language/features/posture.ts';
import { analyse, findingsOf, type Snapshot } from '../language/features/snapshot.ts';
import type { Threshold } from '../language/configuration/configuration.ts';
import { movedFinding } from '../language/rules/finding.ts';
import type { Finding } from '../language/rules/rule.ts';
import { documentKindOf } from '../language/shell/documents.ts';
import { LineIndex } from '../language/text/line-index.ts';
import type { LintArguments } from './arguments.ts';
import { findFiles } from './find-files.ts';
import type { Console } from './console.ts';
import { LintSettings } from './lint-settings.ts';
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

const rank: Record<Threshold, number> = { hint: 0, info: 1, warning: 2, error: 3, never: 4 };

function checked(file: string, snapshot: Snapshot, args: LintArguments): CheckedFile {
  const { text } = snapshot;
  const findings = findingsOf(snapshot).map((finding) => movedFinding(finding, 0, (edits) => withLineEnding(edits, text)));
  return { path: file.split(path.sep).join('/'), text, lines: new LineIndex(text), findings, postures: args.posture ? posturesIn(snapshot) : [] };
}

interface Outcome {
  readonly checked: CheckedFile;
  readonly fixed: number;
  /** Whether a finding is loud enough to fail the run. */
  readonly fails: boolean;
}

function outcome(file: string, snapshot: Snapshot, fixed: number, args: LintArguments, failOn: Threshold): Outcome {
  const result = checked(file, snapshot, args);
  return { checked: result, fixed, fails: result.findings.some(({ severity }) => rank[severity] >= rank[failOn]) };
}

async function lintStandardInput(args: LintArguments, settings: LintSettings, cwd: string, console: Console): Promise<Outcome> {
  const name = args.stdinFilename ?? '<stdin>';
  const { text, hasByteOrderMark } = decode(await console.readInput());
  const kind = documentKindOf(name, text) ?? 'shell';
  const { analysis, failOn } = settings.of(path.resolve(cwd, args.stdinFilename ?? 'stdin'));
  if (!args.fix) {
    return outcome(name, analyse(text, kind, analysis), 0, args, failOn);
  }
  const fixed = fixAll(text, kind, analysis);
  console.out((hasByteOrderMark ? '\ufeff' : '') + fixed.text);
  return outcome(name, fixed.snapshot, fixed.fixed, args, failOn);
}

async function lintFile(file: string, args: LintArguments, settings: LintSettings, cwd: string): Promise<Outcome | undefined> {
  const absolute = path.resolve(cwd, file);
  const content = readTextFile(absolute, file);
  const kind = documentKindOf(file, content.text);
  if (kind === undefined) {
    return undefined;
  }
  const { analysis, failOn } = settings.of(absolute);
  if (!args.fix) {
    return outcome(file, analyse(content.text, kind, analysis), 0, args, failOn);
  }
  const result = fixAll(content.text, kind, analysis);
  if (result.text !== content.text) {
    await writeTextFile(absolute, { ...content, text: result.text });
  }
  return outcome(file, result.snapshot, result.fixed, args, failOn);
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
  const outcomes: Outcome[] = [];
  const troubles: string[] = [];
  const complain = (message: string) => {
    troubles.push(message);
    console.err(`gantry: ${message}\n`);
  };
  const settings = new LintSettings(args, cwd, complain);
  const toStandardOutput = args.paths[0] === '-' && args.fix;
  if (args.paths[0] === '-') {
    try {
      outcomes.push(await lintStandardInput(args, settings, cwd, console));
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
        const result = await lintFile(file, args, settings, cwd);
        outcomes.push(...(result === undefined ? [] : [result]));
      } catch (error) {
        complain(error instanceof Error ? error.message : String(error));
      }
    }
    console.progress(undefined);
  }
  const fixed = outcomes.reduce((sum, one) => sum + one.fixed, 0);
  const report = reports[args.format](outcomes.map((one) => one.checked), { color: console.color, fixed, troubles });
  (toStandardOutput ? console.err : console.out)(report);
  return troubles.length > 0 ? exitCodes.trouble : outcomes.some(({ fails }) => fails) ? exitCodes.findings : exitCodes.clean;
}
