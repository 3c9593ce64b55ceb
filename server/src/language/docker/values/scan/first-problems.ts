/** Judges pieces one by one, and stops when enough is wrong. */
import type { ValueProblem } from '../value-grammar.ts';

/** A value that is wrong everywhere is told so only this often. */
const most = 20;

/** Of a comma by itself both sides are wrong, for the same reason. */
function repeats(problem: ValueProblem, before: ValueProblem | undefined): boolean {
  return before !== undefined && before.start === problem.start && before.end === problem.end && before.message === problem.message;
}

export function firstProblems<Piece>(pieces: readonly Piece[], judge: (piece: Piece) => ValueProblem | undefined): ValueProblem[] {
  const problems: ValueProblem[] = [];
  for (const piece of pieces) {
    const problem = judge(piece);
    if (problem !== undefined && !repeats(problem, problems.at(-1))) {
      problems.push(problem);
    }
    if (problems.length === most) {
      break;
    }
  }
  return problems;
}
