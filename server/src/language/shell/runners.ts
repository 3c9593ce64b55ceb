/** Programs and functions that run their words, known by their name, by their body or by the `--` in front of what they run. */
import type { ReadWord } from './value-builder.ts';
import { baseName, isWrapper } from './wrappers.ts';

/**
 * Functions by which tests and careful scripts run their words, such as `run` of bats and `must_do`. They are known by their bare
 * name; what stands in front of the program (`!`, a number of tries, a label) is up to each of them.
 */
const runner =
  /^(?:run|retry|check|assert|refute|try|quietly|execute|eventually|wait_for|wait_until|(?:run|retry|try|must|with|exec|do)[_-]\w+|\w[\w-]*[_-](?:run|do|exec|retry|try|cmd|timeout)|(?:as|maybe|need|use)[_-](?:root|sudo))$/;

/** The name of a program as it is written, which no label, number or option is. */
const programName = /^[A-Za-z/.][\w./+-]*$/;

/** Programs to which the words behind `--` are files, patterns or text. */
const takesOperands: ReadonlySet<string> = new Set(
  '[ ack ag awk basename cat cd chmod chown cp cut diff dirname echo egrep export fgrep find git grep head kill ln local logger ls mkdir mv pgrep pkill popd printf pushd read rg rm sed sort tail tar tee test touch wc'.split(' '),
);

/** Whether the function of this name runs its words: one of the script that does so, or one that is called as if it did. */
export function isRunner(name: string, functions: ReadonlySet<string>): boolean {
  return functions.has(name) || (runner.test(name) && !isWrapper(name));
}

/** What a function runs; undefined when the first word is no such function. */
export function runByFunction(words: readonly ReadWord[], functions: ReadonlySet<string>): readonly ReadWord[] | undefined {
  if (!isRunner(words[0]?.word.value ?? '', functions)) {
    return undefined;
  }
  const at = words.findIndex(({ word }, index) => index > 0 && programName.test(word.source));
  return at < 0 ? undefined : words.slice(at);
}

/** What stands behind the `--` of any other program, as in `kubectl exec web -- ls -l`; undefined where that is no command. */
export function behindDashes(words: readonly ReadWord[]): readonly ReadWord[] | undefined {
  const at = takesOperands.has(baseName(words[0]?.word.value ?? '')) ? -1 : words.findIndex(({ word }) => word.source === '--');
  return at < 1 || at + 2 >= words.length ? undefined : words.slice(at + 1);
}

/** Tools that run the words right behind a verb, in an environment of theirs. */
const environmentTools: ReadonlySet<string> = new Set(['poetry', 'pipenv', 'bundle', 'asdf', 'mise', 'uv', 'pdm', 'hatch', 'toolbox', 'dotenv']);
const environmentVerb = /^(?:exec|run|x)$/;

export function isEnvironmentTool(name: string): boolean {
  return environmentTools.has(baseName(name));
}

/** What runs in the environment of a tool, as in `poetry run make`; undefined for other commands. */
export function runInEnvironment([tool, verb, ...rest]: readonly ReadWord[]): readonly ReadWord[] | undefined {
  return isEnvironmentTool(tool?.word.value ?? '') && environmentVerb.test(verb?.word.value ?? '') && rest[0]?.word.value !== '--' ? rest : undefined;
}
