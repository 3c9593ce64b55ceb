/** Tells whether a mistake among the flags makes every claim about the words behind them guesswork. */
import type { DockerCommand } from '../command/docker-command.ts';
import { memoized } from '../command/memoized.ts';
import type { RuleContext } from './rule.ts';
import { brokenContinuation } from './broken-continuation.ts';
import { dashedWords } from './dashed-words.ts';
import { leftOutValue } from './left-out-value.ts';
import { isSingleDashLongFlag } from './single-dash.ts';

/** Whether pflag stopped at a flag, read one for another or took one for an argument. */
const isMisread = memoized(
  (command) =>
    command.problems.some(({ code }) => code !== 'too-few-arguments' && code !== 'too-many-arguments') ||
    command.flags.some(({ word, value }) => value.attached === 'joined' && isSingleDashLongFlag(command, word)) ||
    dashedWords(command).length > 0,
);

/** Whether pflag misread a flag, or the command is cut off: the rest follows from that one mistake. */
export function isDerailed(command: DockerCommand, context: Pick<RuleContext, 'version' | 'region'>): boolean {
  return isMisread(command) || leftOutValue(command, context.version) !== undefined || brokenContinuation(command, context.region) !== undefined;
}

/** Whether the words of the command can be counted and judged: a known command that really runs, without holes. */
export function isWhole(command: DockerCommand): boolean {
  return command.facts !== undefined && !command.help && !command.template && !command.openEnded;
}
