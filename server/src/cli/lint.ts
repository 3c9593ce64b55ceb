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

/** Runs the command and gives the exit code. `program` is what helping threads run; without it there are none. */
export async function lint(given: LintArguments, cwd: string, console: Console, program?: string): Promise<number> {
  // Files are written down where they are checked, so whether in colour is settled here.
  const args = { ...given, color: console.color };
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
  const report = reporters[args.format].whole(outcomes.map((one) => one.reported), { color: console.color, version, fixed, troubles: [...troubles] });
  (isStandardInput && args.fix ? console.err : console.out)(report);
  return troubles.size > 0 ? exitCodes.trouble : outcomes.some(({ fails }) => fails) ? exitCodes.findings : exitCodes.clean;
}
