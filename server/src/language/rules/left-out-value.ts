/** Recognises a flag whose value was left out, so that pflag takes the next flag or the image for it. */
import type { DockerCommand, FlagUse } from '../command/docker-command.ts';
import type { CliVersion } from '../docker/cli-facts.ts';
import { grammarOf } from '../docker/values/index.ts';
import type { ValueProblem } from '../docker/values/value-grammar.ts';
import { memoized } from '../command/memoized.ts';
import { flagForm, isFlagOf } from './rest-of-command.ts';

export interface LeftOutValue {
  readonly use: FlagUse;
  /** What pflag takes instead. */
  readonly taken: 'flag' | 'image';
  /** Whether the CLI takes it too, as a name or a text like any other. */
  readonly isAccepted: boolean;
}

const imageLike = /^[a-z][a-z\d]*(?:[._/-]+[a-z\d]+)*(?::[\w.-]+)?(?:@sha256:[a-f\d]{64})?$/;

function problemsOf(use: FlagUse, command: DockerCommand, version: CliVersion): readonly ValueProblem[] {
  const context = { version, podman: command.engine === 'podman', command: command.facts?.id ?? '', flag: use.facts.name };
  return grammarOf(use.facts.kind).parse(use.value.text, context).problems;
}

/** Only a value that the CLI refuses, and for which the grammar knows no other reading, was hardly meant as one. */
function isRefused(use: FlagUse, command: DockerCommand, version: CliVersion): boolean {
  return problemsOf(use, command, version).some(({ refusedBy, fixes }) => refusedBy === 'cli' && (fixes ?? []).length === 0);
}

function takenFor(use: FlagUse, command: DockerCommand): LeftOutValue['taken'] | undefined {
  const { value } = use;
  if (value.attached !== 'next' || !value.literal || command.facts === undefined) {
    return undefined;
  }
  if (value.text.startsWith('-')) {
    return isFlagOf(command.facts, value.text) ? 'flag' : undefined;
  }
  const wantsImage = command.facts.id === 'run' || command.facts.id === 'create';
  const isLast = command.shell.words.at(-1) === value.word;
  return wantsImage && isLast && !command.template && !command.openEnded && imageLike.test(value.text) ? 'image' : undefined;
}

function findLeftOut(command: DockerCommand, version: CliVersion): LeftOutValue | undefined {
  for (const use of command.flags) {
    const taken = takenFor(use, command);
    if (taken !== undefined && isRefused(use, command, version)) {
      return { use, taken, isAccepted: false };
    }
    if (taken === 'flag' && command.facts !== undefined && flagForm(command.facts, use.value.text) === 'whole') {
      return { use, taken, isAccepted: problemsOf(use, command, version).every(({ refusedBy }) => refusedBy !== 'cli') };
    }
  }
  return undefined;
}

/** The first flag of the command whose value was left out. */
export const leftOutValue = memoized(findLeftOut);
