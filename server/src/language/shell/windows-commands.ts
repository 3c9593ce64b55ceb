/** The commands of PowerShell and cmd texts, by the rules that POSIX commands follow: wrappers are taken off, other programs left out. */
import { readCmd } from './cmd.ts';
import type { CommandLine } from './command-line.ts';
import { mostWrappers } from './nesting.ts';
import { readPowerShell } from './powershell.ts';
import type { ShellAssignment, ShellCommand } from './shell-command.ts';
import type { ShellSource } from './shell-source.ts';
import { unwrap } from './wrappers.ts';

function commandOf(line: CommandLine, dialect: 'powershell' | 'cmd', isProgram: (name: string) => boolean): ShellCommand | undefined {
  let { words } = line;
  const wrappers: string[] = [];
  let assignments: readonly ShellAssignment[] = [];
  let openEnded = false;
  for (let inner = unwrap(words, isProgram); inner !== undefined && wrappers.length < mostWrappers; inner = unwrap(words, isProgram)) {
    wrappers.push(words[0]?.word.value ?? '');
    assignments = assignments.concat(inner.assignments);
    openEnded ||= inner.appends;
    words = inner.words;
  }
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined || !isProgram(first.word.value)) {
    return undefined;
  }
  return {
    span: { start: first.word.span.start, end: last.word.span.end },
    words: words.map(({ word }) => word),
    assignments,
    wrappers,
    dialect,
    nested: false,
    guardedByTerminalCheck: false,
    input: line.input,
    openEnded,
  };
}

/** The commands of the source whose program is asked for. */
export function readWindowsCommands(source: ShellSource, dialect: 'powershell' | 'cmd', isProgram: (name: string) => boolean): ShellCommand[] {
  const { commands } = dialect === 'cmd' ? readCmd(source) : readPowerShell(source);
  return commands.flatMap((line) => commandOf(line, dialect, isProgram) ?? []);
}
