/** Walks the tree of a script in the order it runs and hands every simple command to `command-reader.ts`. */
import { readCommand, readHeldCommands } from './command-reader.ts';
import { forEachChild, parseScript, unclosedAt, unexpectedAt } from './script.ts';
import type { Command, CommandArgument, CommandExpansionPart, If, ParsedScript, Pipeline, Redirection, Statement, SyntaxNode } from './script.ts';
import type { ShellCommand, StandardInput } from './shell-command.ts';
import { runningFunctions } from './functions.ts';
import { heldCommands } from './held-commands.ts';
import { escapedBackticks } from './backticks.ts';
import { deepest } from './nesting.ts';
import type { ShellSource } from './shell-source.ts';
import { inputBehind, inputFrom, inputWithin } from './standard-input.ts';
import { leavesWithoutTerminal, terminalCheck } from './terminal-check.ts';
import { VariableScope, type Splitting } from './variable-scope.ts';
import { assignVariables } from './variables.ts';

/** What is asked for, and what was found so far. */
export interface Search {
  readonly isProgram: (name: string) => boolean;
  /** At what the shell splits variables that stand without quotes, as long as the script does not change it. */
  readonly splitting: Splitting;
  readonly found: ShellCommand[];
}

/** What holds for the commands at a place in the tree. */
export interface Surroundings {
  readonly source: ShellSource;
  readonly variables: VariableScope;
  /** Names of the functions that run their words. */
  readonly functions: ReadonlySet<string>;
  /** Offsets in the source of quotes that are never closed. */
  readonly unclosed: readonly number[];
  /** Offsets at which a command is cut off by what no shell expects there. */
  readonly unexpected: readonly number[];
  readonly guarded: boolean;
  readonly input: StandardInput;
  readonly wrappers: readonly string[];
  readonly nested: boolean;
  readonly depth: number;
  /** The command whose output the command here gets. */
  readonly feeder?: Command | undefined;
}

/** Reads a source from its first statement to its last. */
export function readScript(source: ShellSource, search: Search, script = parseScript(source.text)): void {
  const around = { guarded: false, input: 'unknown' as const, wrappers: [], nested: false, depth: 0 };
  readStatements(script.commands, { ...around, source, functions: runningFunctions(source.text, script.commands), variables: VariableScope.outermost(search.splitting), unclosed: unclosedAt(script), unexpected: unexpectedAt(script) }, search);
}

/** Reads a script that a command of another one runs. */
export function readPayload(source: ShellSource, search: Search, around: Surroundings, wrappers: readonly string[]): void {
  const depth = around.depth + 1;
  if (depth <= deepest) {
    const script = parseScript(source.text);
    const inside = { guarded: around.guarded, input: inputWithin(around.input), wrappers, nested: true, depth };
    readStatements(script.commands, { ...inside, source, functions: runningFunctions(source.text, script.commands), variables: VariableScope.outermost(search.splitting), unclosed: unclosedAt(script), unexpected: unexpectedAt(script) }, search);
  }
}

function readStatements(statements: readonly Statement[], around: Surroundings, search: Search): void {
  let here = around;
  for (const statement of statements) {
    readNode(statement.command, here, search);
    if (!here.guarded && leavesWithoutTerminal(statement)) {
      here = { ...here, guarded: true };
    }
  }
}

/** Commands that may not run: what they assign is not known behind them. */
function readBranch(node: SyntaxNode, around: Surroundings, search: Search, guarded: boolean): void {
  const variables = around.variables.branch();
  readNode(node, { ...around, variables, guarded: around.guarded || guarded }, search);
  around.variables.join(variables);
}

function readLoop(node: SyntaxNode, around: Surroundings, search: Search, guarded = false): void {
  const variables = around.variables.loop(() => around.source.text.slice(node.pos, node.end));
  readNode(node, { ...around, variables, guarded: around.guarded || guarded }, search);
  around.variables.join(variables);
}

function readIf(node: If, around: Surroundings, search: Search): void {
  readNode(node.clause, around, search);
  let check = terminalCheck(node.clause);
  readBranch(node.then, around, search, check === 'held');
  let otherwise = check === 'denied';
  for (const { clause, then } of node.elif) {
    readBranch(clause, around, search, otherwise);
    check = terminalCheck(clause);
    readBranch(then, around, search, otherwise || check === 'held');
    otherwise ||= check === 'denied';
  }
  if (node.else !== undefined) {
    readBranch(node.else, around, search, otherwise);
  }
}

function readPipeline(node: Pipeline, around: Surroundings, search: Search): void {
  const timed = node.prefixes.some(({ type }) => type === 'Time');
  const alone = node.commands.length === 1;
  if (alone && !timed && node.commands[0] !== undefined) {
    readNode(node.commands[0], around, search);
    return;
  }
  for (const [index, command] of node.commands.entries()) {
    const wrappers = timed && index === 0 ? [...around.wrappers, 'time'] : around.wrappers;
    const before = node.commands[index - 1];
    const feeder = command.type === 'Command' && before?.type === 'Command' ? before : undefined;
    const variables = alone ? around.variables : around.variables.branch();
    const input = index === 0 ? around.input : command.type === 'Command' ? inputFrom(feeder) : 'foreign';
    readNode(command, { ...around, wrappers, variables, feeder, input }, search);
  }
}

function readNode(node: SyntaxNode, around: Surroundings, search: Search): void {
  switch (node.type) {
    case 'Script':
    case 'CompoundList':
      readStatements(node.commands, around, search);
      return;
    case 'Statement':
      readNode(node.command, around, search);
      return;
    case 'Command':
      readSimple(node, around, search);
      return;
    case 'Pipeline':
      readPipeline(node, around, search);
      return;
    case 'AndOr': {
      let guarded = false;
      for (const [index, command] of node.commands.entries()) {
        const operator = node.operators[index - 1];
        const check = index === 0 ? undefined : terminalCheck(node.commands[index - 1]);
        guarded = operator === '&&' ? guarded || check === 'held' : check === 'denied';
        if (index === 0) {
          readNode(command, around, search);
        } else {
          readBranch(command, around, search, guarded);
        }
      }
      return;
    }
    case 'If':
      readIf(node, around, search);
      return;
    case 'While': {
      const check = terminalCheck(node.clause);
      readLoop(node.clause, around, search);
      readLoop(node.body, around, search, check === (node.kind === 'while' ? 'held' : 'denied'));
      return;
    }
    case 'For':
    case 'Select':
      for (const word of node.wordlist ?? []) {
        readSubstitutions(word, around, search);
      }
      around.variables.forget(node.name.text);
      readLoop(node.body, around, search);
      return;
    case 'ArithmeticFor':
      readLoop(node.body, around, search);
      return;
    case 'Case':
      readSubstitutions(node.word, around, search);
      for (const { body } of node.items) {
        readBranch(body, around, search, false);
      }
      return;
    case 'Subshell':
      readNode(node.body, { ...around, variables: around.variables.branch() }, search);
      return;
    case 'BraceGroup':
    case 'Coproc':
      readNode(node.body, around, search);
      return;
    case 'Function': {
      const variables = around.variables.body();
      readNode(node.body, { ...around, variables }, search);
      around.variables.leak(variables);
      return;
    }
    case 'Redirected':
      readNode(node.command, { ...around, input: inputWithin(inputBehind(node.redirects, around.input)) }, search);
      for (const redirect of node.redirects) {
        readPart(redirect, around, search);
      }
      return;
    default:
      readSubstitutions(node, around, search);
  }
}

function readSimple(command: Command, surroundings: Surroundings, search: Search): void {
  const input = inputBehind(command.suffix, inputBehind(command.prefix, surroundings.input));
  const around = surroundings.input === 'given' ? { ...surroundings, input: inputWithin(surroundings.input) } : surroundings;
  for (const part of command.prefix) {
    readPart(part, around, search);
  }
  if (command.name !== undefined) {
    readSubstitutions(command.name, around, search);
  }
  for (const part of command.suffix) {
    readPart(part, around, search);
  }
  const held = heldCommands(command, around.source, search.isProgram);
  assignVariables(command, around, held);
  const here = input === around.input ? around : { ...around, input };
  readHeldCommands(held, here, search);
  readCommand(command, here, search);
}

/** Looks for commands in a word, an assignment or a redirection. */
function readPart(part: CommandArgument | Redirection, around: Surroundings, search: Search): void {
  if (part.type === 'HereDoc') {
    if (part.delimiter?.quoted !== true) {
      readSubstitutions(part.body, around, search);
    }
  } else if (part.type === 'Word' || part.type === 'Assignment') {
    readSubstitutions(part, around, search);
  } else if (part.target !== undefined) {
    readSubstitutions(part.target, around, search);
  }
}

/** Follows `$( )`, backticks and process substitutions; the parser reads them when they are asked for, so ask for few. */
function readSubstitutions(node: SyntaxNode, around: Surroundings, search: Search): void {
  if (around.depth === deepest) {
    return;
  }
  const text = 'text' in node ? node.text : around.source.text.slice(node.pos, node.end);
  if (text.includes('(') || text.includes('`') || text.includes('${ ') || text.includes('${|')) {
    followSubstitutions(node, around, search);
  }
}

function followSubstitutions(node: SyntaxNode, around: Surroundings, search: Search): void {
  if (node.type === 'CommandExpansion') {
    readExpansion(node, around, search);
  } else if (node.type === 'Script') {
    readNested(node, around.source, around, search);
  } else {
    forEachChild(node, (child) => {
      followSubstitutions(child, around, search);
    });
  }
}

function readExpansion(part: CommandExpansionPart, around: Surroundings, search: Search): void {
  const { script } = part;
  if (script?.source === undefined) {
    if (script !== undefined) {
      readNested(script, around.source, around, search);
    }
    return;
  }
  const source = escapedBackticks(around.source, part.pos + 1, part.end - 1);
  if (source.text === script.source) {
    readNested(script, source, around, search);
  }
}

function readNested(script: ParsedScript, source: ShellSource, around: Surroundings, search: Search): void {
  const depth = around.depth + 1;
  if (depth <= deepest) {
    const inside = { ...around, source, variables: around.variables.branch(), unclosed: unclosedAt(script), depth };
    readStatements(script.commands, inside, search);
  }
}
