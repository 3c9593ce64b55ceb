/** What the value grammars say about every literal flag value of a command, worked out once for all rules that ask. */
import { lastUse, literalValues, type DockerCommand, type FlagUse } from '../command/docker-command.ts';
import { memoized } from '../command/memoized.ts';
import type { CliVersion } from '../docker/cli-facts.ts';
import type { ParsedValue, ValueProblem } from '../docker/values/value-grammar.ts';
import { isSingleDashLongFlag } from './single-dash.ts';
import { leftOutValue } from './left-out-value.ts';
import { parseValue } from '../docker/parsed-values.ts';

export interface JudgedValue {
  readonly use: FlagUse;
  readonly parsed: ParsedValue;
}

/** A problem with the flag in whose value it stands. */
export interface FoundProblem {
  readonly use: FlagUse;
  readonly problem: ValueProblem;
}

interface Judgement {
  readonly values: readonly JudgedValue[];
  readonly byCode: ReadonlyMap<string, readonly FoundProblem[]>;
}

/** Whether the logging driver is known only at run time: then nothing can be said of its options. */
function hidesLogDriver(command: DockerCommand): boolean {
  return lastUse(command, 'log-driver')?.value.literal === false;
}

function judge(command: DockerCommand, version: CliVersion): JudgedValue[] {
  if (command.facts === undefined || command.help) {
    return [];
  }
  const { id } = command.facts;
  const podman = command.engine === 'podman';
  const leftOut = leftOutValue(command, version);
  let known: ReturnType<typeof literalValues> | undefined;
  const siblings = () => (known ??= literalValues(command));
  let hidesDriver: boolean | undefined;
  const judged: JudgedValue[] = [];
  for (const uses of [command.globals, command.flags]) {
    for (const use of uses) {
      if (!use.value.literal || use.value.attached === 'implied' || use === leftOut?.use || isSingleDashLongFlag(command, use.word)) {
        continue;
      }
      if (use.facts.kind !== 'log-opt' || !(hidesDriver ??= hidesLogDriver(command))) {
        judged.push({ use, parsed: parseValue(use.facts.kind, use.value.text, { version, podman, command: id, flag: use.facts.name }, siblings) });
      }
    }
  }
  return judged;
}

/** Of most commands. */
const noProblems: ReadonlyMap<string, FoundProblem[]> = new Map();

function groupByCode(values: readonly JudgedValue[]): ReadonlyMap<string, FoundProblem[]> {
  if (values.every(({ parsed }) => parsed.problems.length === 0)) {
    return noProblems;
  }
  const byCode = new Map<string, FoundProblem[]>();
  for (const { use, parsed } of values) {
    for (const problem of parsed.problems) {
      const found = byCode.get(problem.code);
      if (found === undefined) {
        byCode.set(problem.code, [{ use, problem }]);
      } else {
        found.push({ use, problem });
      }
    }
  }
  return byCode;
}

const judgementOf = memoized((command: DockerCommand, version: CliVersion): Judgement => {
  const values = judge(command, version);
  return { values, byCode: groupByCode(values) };
});

/** Every literal value that the command gives to a flag, with its parts and problems. */
export function judgedValues(command: DockerCommand, version: CliVersion): readonly JudgedValue[] {
  return judgementOf(command, version).values;
}

/** The problems with this code in the flag values of the command. */
export function problemsWithCode(command: DockerCommand, version: CliVersion, code: string): readonly FoundProblem[] {
  return judgementOf(command, version).byCode.get(code) ?? [];
}

/** The codes of all problems in the flag values of the command. */
export function valueProblemCodes(command: DockerCommand, version: CliVersion): Iterable<string> {
  return judgementOf(command, version).byCode.keys();
}
