/** `gantry lint`: checks files and reports what it finds. */
import type { LintArguments } from './arguments.ts';
import { checkStandardInput, type FileOutcome } from './check-file.ts';
import { checkFiles } from './check-files.ts';
import type { CheckedFile } from './checked-file.ts';
import type { Console } from './console.ts';
import { exitCodes } from './exit-codes.ts';
import { findFiles } from './find-files.ts';
import { LintSettings } from './lint-settings.ts';
import { githubReport } from './reporters/github.ts';
import { jsonReport } from './reporters/json.ts';
import { junitReport } from './reporters/junit.ts';
import { sarifReport } from './reporters/sarif.ts';
import { textReport } from './reporters/text.ts';
import { version } from './version.ts';

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

/** Runs the command and gives the exit code. `program` is what helping threads run; without it there are none. */
export async function lint(args: LintArguments, cwd: string, console: Console, program?: string): Promise<number> {
  const outcomes: FileOutcome[] = [];
  const troubles = new Set<string>();
  const complain = (message: string) => {
    if (!troubles.has(message)) {
      troubles.add(message);
      console.err(`gantry: ${message}\n`);
    }
  };
  const isStandardInput = args.paths[0] === '-';
  if (isStandardInput) {
    try {
      outcomes.push(checkStandardInput(await console.readInput(), args, new LintSettings(args, cwd, complain), cwd, console.out));
    } catch (error) {
      complain(`${args.stdinFilename ?? '<stdin>'}: ${error instanceof Error ? error.message : String(error)}`);
    }
  } else {
    const { files, problems, skipped } = await findFiles(args.paths, cwd);
    problems.forEach(complain);
    skipped.forEach((file) => {
      console.err(`gantry: ${file}: neither a shell script nor Markdown, skipped\n`);
    });
    const progress = (done: number, file: string) => {
      console.progress(`${done}/${files.length} ${file}`);
    };
    for (const { outcome, troubles: found } of await checkFiles(files, { args, cwd, program, progress })) {
      found.forEach(complain);
      outcomes.push(...(outcome === undefined ? [] : [outcome]));
    }
    console.progress(undefined);
  }
  const fixed = outcomes.reduce((sum, one) => sum + one.fixed, 0);
  const report = reports[args.format](outcomes.map((one) => one.checked), { color: console.color, fixed, troubles: [...troubles] });
  (isStandardInput && args.fix ? console.err : console.out)(report);
  return troubles.size > 0 ? exitCodes.trouble : outcomes.some(({ fails }) => fails) ? exitCodes.findings : exitCodes.clean;
}
