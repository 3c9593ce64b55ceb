/** Answers our own request for the judgement of one command line that stands in no document, such as that of a running container. */
import type { Judgement } from '../../../shared/judge-request.ts';
import { postureTable } from '../language/features/hover/posture-table.ts';
import { posturesIn } from '../language/features/posture.ts';
import { findingsOf, type Snapshot } from '../language/features/snapshot.ts';
import { fieldOf, invalid } from './protocol.ts';

/** UTF-16 units; a container can have some thousand variables. */
const longest = 1_000_000;

/** Null where the text is no command that makes a container. */
export function judgeCommand(params: unknown, analyse: (text: string) => Snapshot | undefined): Judgement | null {
  const command = fieldOf(params, 'command');
  if (typeof command !== 'string' || command.length > longest) {
    throw invalid('The request holds no command.');
  }
  const snapshot = analyse(command);
  const posture = snapshot === undefined ? undefined : posturesIn(snapshot)[0];
  if (snapshot === undefined || posture === undefined) {
    return null;
  }
  return { posture: postureTable(posture.rows), findings: findingsOf(snapshot).map(({ ruleId, message, severity }) => ({ ruleId, message, severity })) };
}
