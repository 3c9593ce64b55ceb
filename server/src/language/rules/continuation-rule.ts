/** Makes the rules about commands that are cut off at a line end: they differ in the cause and in what they tell. */
import type { DockerCommand } from '../command/docker-command.ts';
import { brokenContinuation, type ContinuationBreak } from './broken-continuation.ts';
import { repairContinuation } from './repair-continuation.ts';
import type { Rule } from './rule.ts';

interface ContinuationRule extends Pick<Rule, 'title' | 'severity' | 'docs' | 'examples' | 'silent'> {
  readonly id: ContinuationBreak;
  readonly message: string;
  readonly fixTitle: string;
  /** Where no line below belongs to the command, so that nothing is cut off. */
  readonly atEnd?: Pick<ContinuationRule, 'message' | 'fixTitle'>;
  /** Whether only the writer knows that the lines below belong to the command. */
  readonly asksWriter?: (command: DockerCommand) => boolean;
}

export function continuationRule({ message, fixTitle, atEnd, asksWriter, ...rule }: ContinuationRule): Rule {
  return {
    ...rule,
    refusedBy: 'shell',
    causes: [{ problems: [rule.id] }],
    check: (command, { region, report }) => {
      const broken = brokenContinuation(command, region);
      if (broken?.kind !== rule.id) {
        return;
      }
      const { edits, joins } = repairContinuation(command, region, broken);
      const told = joins || atEnd === undefined ? { message, fixTitle } : atEnd;
      report({
        span: broken.span,
        message: told.message,
        fixes: edits.length === 0 ? [] : [{ title: told.fixTitle, edits, safe: joins && asksWriter?.(command) !== true }],
        ...(told === atEnd ? { severity: { script: 'warning', markdown: 'warning' } } : {}),
      });
    },
  };
}
