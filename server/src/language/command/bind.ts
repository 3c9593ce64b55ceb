/** Binds the words of a shell command to a docker command line: program, global flags, command word, flags, positionals. */
import { commandByPath, globalFlags, type CommandFacts } from '../docker/cli-facts.ts';
import type { ShellCommand, ShellWord } from '../shell/shell-command.ts';
import type { BindProblem, DockerCommand } from './docker-command.ts';
import { parseFlags, type ParsedFlags } from './parse-flags.ts';
import { engineOf } from './programs.ts';

/** The commands whose first positional is an image. */
const imageCommands: ReadonlySet<string> = new Set(['run', 'create']);
/** The commands that take the words behind their first positional, an image or a container, for a process. */
const processCommands: ReadonlySet<string> = new Set(['run', 'create', 'exec', 'top']);

function commandPath(words: readonly ShellWord[]): { path: ShellWord[]; facts: CommandFacts | undefined } {
  const [first, second] = words;
  if (first?.kind !== 'literal') {
    return { path: [], facts: undefined };
  }
  if (first.value === 'container' && second?.kind === 'literal' && !second.value.startsWith('-')) {
    return { path: [first, second], facts: commandByPath(['container', second.value]) };
  }
  return { path: [first], facts: commandByPath([first.value]) };
}

function arityProblem(facts: CommandFacts, parsed: ParsedFlags, last: ShellWord): BindProblem | undefined {
  const count = parsed.positionals.length;
  if (count < facts.minPositionals) {
    return { code: 'too-few-arguments', span: last.span, word: last, name: facts.id };
  }
  const extra = facts.maxPositionals === undefined ? undefined : parsed.positionals[facts.maxPositionals];
  return extra === undefined ? undefined : { code: 'too-many-arguments', span: extra.span, word: extra, name: facts.id };
}

/** Global flags of podman alone that take no value; its others do. */
const podmanSwitches: ReadonlySet<string> = new Set(['--remote', '--syslog', '--noout', '--trace', '--transient-store']);

/** So many of them are read over. */
const mostPodmanFlags = 16;

/** Reads what stands in front of the command word; podman has global flags that docker lacks, whose values are no command. */
function parseGlobals(words: readonly ShellWord[], podmanFlags: number): ParsedFlags {
  const parsed = parseFlags(globalFlags, words);
  const [first, ...behind] = parsed.positionals;
  const flag = podmanFlags > 0 && first !== undefined ? words[words.indexOf(first) - 1] : undefined;
  const takesIt = flag !== undefined && !/=/.test(flag.value) && !podmanSwitches.has(flag.value) && parsed.problems.some(({ code, word }) => word === flag && code === 'unknown-flag');
  if (!takesIt) {
    return parsed;
  }
  const further = parseGlobals(behind, podmanFlags - 1);
  return { ...further, flags: [...parsed.flags, ...further.flags], problems: [...parsed.problems, ...further.problems], help: parsed.help || further.help };
}

/** Reads a shell command as a docker command line; undefined when its program is not docker. */
export function bind(shell: ShellCommand): DockerCommand | undefined {
  const [program, ...rest] = shell.words;
  const engine = program === undefined ? undefined : engineOf(program.value);
  if (program === undefined || engine === undefined) {
    return undefined;
  }
  const globals = parseGlobals(rest, engine === 'podman' ? mostPodmanFlags : 0);
  const { path, facts } = commandPath(globals.positionals);
  const words = globals.positionals.slice(path.length);
  const parsed = facts === undefined ? undefined : parseFlags(facts, words, shell.openEnded);
  const template = shell.words.some(({ kind }) => kind === 'placeholder');
  const openEnded = shell.openEnded || rest.some(({ kind }) => kind === 'splat');
  const help = globals.help || parsed?.help === true;
  const problems = [...globals.problems, ...(parsed?.problems ?? [])];
  if (facts !== undefined && parsed !== undefined && problems.length === 0 && !template && !openEnded && !help) {
    const arity = arityProblem(facts, parsed, path.at(-1) ?? program);
    if (arity !== undefined) {
      problems.push(arity);
    }
  }
  const positionals = parsed?.positionals ?? words;
  const id = facts?.id ?? '';
  return {
    shell,
    program,
    engine,
    globals: globals.flags,
    path,
    facts,
    flags: parsed?.flags ?? [],
    positionals,
    image: imageCommands.has(id) ? positionals[0] : undefined,
    process: processCommands.has(id) ? positionals.slice(1) : [],
    endOfFlags: parsed?.endOfFlags,
    problems,
    template,
    openEnded,
    help,
    memos: [],
  };
}
