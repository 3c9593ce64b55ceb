/** Recognises the tests by which a script asks whether it has a terminal: `[ -t 0 ]`, `test -t 1`, `[[ ! -t 0 ]]`, `tty -s`. */
import type { Statement, SyntaxNode, TestExpression } from './script.ts';

/** `held`: success means there is a terminal; `denied`: success means there is none. */
export type TerminalCheck = 'held' | 'denied' | undefined;

function opposite(check: TerminalCheck): TerminalCheck {
  return check === undefined ? undefined : check === 'held' ? 'denied' : 'held';
}

/** Of several tests joined: success of `&&` needs all, failure of `||` needs all. */
function joined(operator: '&&' | '||', checks: readonly TerminalCheck[]): TerminalCheck {
  const [strong, weak] = operator === '&&' ? (['held', 'denied'] as const) : (['denied', 'held'] as const);
  return checks.includes(strong) ? strong : checks.every((check) => check === weak) ? weak : undefined;
}

function ofExpression(expression: TestExpression): TerminalCheck {
  switch (expression.type) {
    case 'TestUnary':
      return expression.operator === '-t' ? 'held' : undefined;
    case 'TestNot':
      return expression.negations.length % 2 === 1 ? opposite(ofExpression(expression.operand)) : ofExpression(expression.operand);
    case 'TestGroup':
      return ofExpression(expression.expression);
    case 'TestLogical':
      return joined(expression.operator, expression.operands.map(ofExpression));
    default:
      return undefined;
  }
}

function ofWords(name: string, words: readonly string[]): TerminalCheck {
  if (name === 'tty') {
    return 'held';
  }
  if ((name !== '[' && name !== 'test') || words.includes('-o')) {
    return undefined;
  }
  const at = words.indexOf('-t');
  return at < 0 ? undefined : words[at - 1] === '!' ? 'denied' : 'held';
}

/** What success of the node says about the terminal. */
export function terminalCheck(node: SyntaxNode | undefined): TerminalCheck {
  switch (node?.type) {
    case 'Command':
      return ofWords(node.name?.text ?? '', node.args.map(({ text }) => text));
    case 'TestCommand':
      return ofExpression(node.expression);
    case 'Pipeline': {
      const check = node.commands.length === 1 ? terminalCheck(node.commands[0]) : undefined;
      return node.prefixes.filter(({ type }) => type === 'Negation').length % 2 === 1 ? opposite(check) : check;
    }
    case 'AndOr': {
      const [operator, ...others] = node.operators;
      const same = operator !== undefined && others.every((other) => other === operator);
      return same ? joined(operator, node.commands.map(terminalCheck)) : undefined;
    }
    case 'Statement':
      return terminalCheck(node.command);
    case 'CompoundList':
      return terminalCheck(node.commands.at(-1));
    default:
      return undefined;
  }
}

function leaves(node: SyntaxNode | undefined): boolean {
  switch (node?.type) {
    case 'Command':
      return ['exit', 'return'].includes(node.name?.text ?? '');
    case 'Statement':
      return leaves(node.command);
    case 'CompoundList':
      return leaves(node.commands.at(-1));
    case 'BraceGroup':
      return leaves(node.body);
    default:
      return false;
  }
}

/** Whether the script goes on behind the statement only where it has a terminal. */
export function leavesWithoutTerminal({ command }: Statement): boolean {
  if (command.type === 'AndOr' && command.commands.length === 2 && leaves(command.commands[1])) {
    return terminalCheck(command.commands[0]) === (command.operators[0] === '||' ? 'held' : 'denied');
  }
  if (command.type === 'If' && command.elif.length === 0) {
    const check = terminalCheck(command.clause);
    return (check === 'denied' && leaves(command.then)) || (check === 'held' && leaves(command.else));
  }
  return false;
}
