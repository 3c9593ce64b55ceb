/** What the rules say of the command that makes a container like this one, as a part of the report. */
import type { Judgement } from '../../../shared/judge-request.ts';
import { markdownText } from '../text/markdown.ts';

export function hardeningSection({ posture, findings }: Judgement): string {
  const lines = findings.map(({ ruleId, message }) => `- ${markdownText(message, 400)} (\`${ruleId.replace(/[^\w-]/g, '')}\`)`);
  return [posture, ...(lines.length === 0 ? [] : [lines.join('\n')])].join('\n\n');
}
