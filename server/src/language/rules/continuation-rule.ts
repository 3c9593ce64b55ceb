/** Makes the rules about commands that are cut off at a line end: they differ in the cause and in what they tell. */
import { brokenContinuation, type ContinuationBreak } from './broken-continuation.ts';
import { repairContinuation } from './repair-continuation.ts';
import type { Rule } from './rule.ts';

interface ContinuationRule extends Pick<Rule, 'title' | 'severity' | 'docs' | 'examples' | 'silent'> {
  readonly id: ContinuationBreak;
  readonly message: string;
  /** Where no line below belongs to the command, so that nothing is cut off. */
  readonly messageAtEnd?: string;
  readonly fixTitle: string;
}

export function continuationRule({ message, messageAtEnd, fixTitle, ...rule }: ContinuationRule): Rule {
  return {
    ...rule,
    refusedBy: 'shell',
    check: (command, { region, report }) => {
      const broken = brokenContinuation(command, region);
      if (broken?.kind !== rule.id) {
        return;
      }
      const { edits, joins } = repairContinuation(command, region, broken);
      report({
        span: broken.span,
        message: joins ? message : (messageAtEnd ?? message),
        fixes: edits.length === 0 ? [] : [{ title: fixTitle, edits, safe: joins }],
      });
    },
  };
}
