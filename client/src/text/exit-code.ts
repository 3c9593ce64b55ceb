/** What an exit code usually means. */

const meanings: Readonly<Record<number, string>> = {
  0: 'it did what it was asked to',
  1: 'the program reports an error of its own: its log tells',
  2: 'the program was called wrongly',
  125: 'the engine could not run the container',
  126: 'the command is there, but cannot be executed',
  127: 'the command was not found in the image',
  130: 'ended by SIGINT, as by Ctrl-C',
  134: 'the program aborted itself (SIGABRT)',
  137: 'killed by SIGKILL: out of memory, "docker kill", or a grace period that was over',
  139: 'crashed: it touched memory that is not there (SIGSEGV)',
  143: 'ended by SIGTERM, as by "docker stop"',
};

/** One clause, without a full stop; undefined where only the program knows. */
export function exitCodeMeaning(code: number): string | undefined {
  return meanings[code] ?? (code > 128 && code < 165 ? `ended by signal ${code - 128}` : undefined);
}
