/** The `gantry` command, which is also what its helping threads run. */
import { isMainThread } from 'node:worker_threads';
import { explainUsage, lintUsage, readArguments, usage, UsageError } from './arguments.ts';
import { processConsole } from './console.ts';
import { exitCodes } from './exit-codes.ts';
import { explain } from './explain.ts';
import { help } from './helper-threads.ts';
import { lint } from './lint.ts';
import { version } from '../version.ts';

async function main(): Promise<number> {
  const args = readArguments(process.argv.slice(2));
  switch (args.command) {
    case 'help':
      process.stdout.write(args.topic === 'lint' ? lintUsage : args.topic === 'explain' ? explainUsage : usage);
      return exitCodes.clean;
    case 'version':
      process.stdout.write(`${version}\n`);
      return exitCodes.clean;
    case 'explain':
      return explain(args.rule, processConsole(args.color));
    case 'lint':
      return lint(args, process.cwd(), processConsole(args.color), typeof __filename === 'string' ? __filename : undefined);
  }
}

// A reader that goes away (`gantry lint | head`) ends the output, and is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') {
    process.exit(exitCodes.clean);
  }
  throw error;
});

(isMainThread ? main() : help()).then(
  (code) => {
    process.exitCode = code ?? exitCodes.clean;
  },
  (error: unknown) => {
    process.exitCode = exitCodes.trouble;
    if (error instanceof UsageError) {
      process.stderr.write(`gantry: ${error.message}\nTry "gantry --help".\n`);
    } else {
      process.stderr.write(`gantry: unexpected failure: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    }
  },
);
