/** `gantry lint`: checks files and reports what it finds. */
import type { LintArguments } from './arguments.ts';
import { checkStandardInput, type FileOutcome } from './check-file.ts';
import { checkFiles } from './check-files.ts';
import type { Console } from './console.ts';
import { exitCodes } from './exit-codes.ts';
import { findFiles } from './find-files.ts';
import { LintSettings } from './lint-settings.ts';
import { reporters } from './reporters/index.ts';
import { version } from '../version.ts';

/** So much of a report is printed at once, in UTF-16 units: a call for every small file would cost more than it shows. */
const portion = 1 << 16;

/** Runs the command and gives the exit code. `program` is what helping threads run; without it there are none. */
export async function lint(given: LintArguments, cwd: string, console: Console, program?: string): Promise<number> {
  // Files are written down where they are checked, so whether in colour is settled here.
  const args = { ...given, color: console.color };
  const isStandardInput = args.paths[0] === '-';
  const print = isStandardInput && args.fix ? console.err : console.out;
  const report = reporters[args.format].begin();
  const troubles = new Set<string>();
  const sum = { fixed: 0, fails: false };
  let unprinted = '';
  const complain = (message: string) => {
    if (!troubles.has(message)) {
      troubles.add(message);
      console.err(`gantry: ${message}\n`);
    }
  };
  const take = (outcome: FileOutcome) => {
    sum.fixed += outcome.fixed;
    sum.fails ||= outcome.fails;
    unprinted += report.add(outcome.reported);
    // A reader that goes away ends the run, which may not leave half of the files repaired.
    if (unprinted.length >= portion && !args.fix) {
      print(unprinted);
      unprinted = '';
    }
  };
  if (isStandardInput) {
    try {
      take(checkStandardInput(await console.readInput(), args, new LintSettings(args, cwd, complain), cwd, console.out));
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
    for await (const { outcome, troubles: found } of checkFiles(files, { args, cwd, program, progress })) {
      found.forEach(complain);
      if (outcome !== undefined) {
        take(outcome);
      }
    }
    console.progress(undefined);
  }
  print(unprinted + report.end({ color: console.color, version, fixed: sum.fixed, troubles: [...troubles] }));
  return troubles.size > 0 ? exitCodes.trouble : sum.fails ? exitCodes.findings : exitCodes.clean;
}
