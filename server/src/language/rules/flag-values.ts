/** What the value grammars say about every literal flag value of a command, worked out once for all rules that ask. */
import { lastUse, type DockerCommand, type FlagUse } from '../command/docker-command.ts';
import type { CliVersion } from '../docker/cli-facts.ts';
import type { ParsedValue, ValueContext } from '../docker/values/value-grammar.ts';
import { grammarOf } from '../docker/values/index.ts';
import { isSingleDashLongFlag } from './single-dash.ts';
import { leftOutValue } from './left-out-value.ts';

export interface JudgedValue {
  readonly use: FlagUse;
  readonly parsed: ParsedValue;
}

const cache = new WeakMap<DockerCommand, Map<CliVersion, readonly JudgedValue[]>>();

/** Literal values by long flag name, hidden spellings counted as what they stand for. */
function siblingsOf(command: DockerCommand): ReadonlyMap<string, readonly string[]> {
  const siblings = new Map<string, string[]>();
  for (const { facts, value } of command.flags) {
    if (value.literal) {
      const name = facts.aliasOf ?? facts.name;
      const texts = siblings.get(name);
      if (texts === undefined) {
        siblings.set(name, [value.text]);
      } else {
        texts.push(value.text);
      }
    }
  }
  return siblings;
}

/** Whether the value of another flag that this one depends on is known only at run time; then nothing can be said. */
function dependsOnUnknown(command: DockerCommand, { facts }: FlagUse): boolean {
  return facts.kind === 'log-opt' && lastUse(command, 'log-driver')?.value.literal === false;
}

function judge(command: DockerCommand, version: CliVersion): JudgedValue[] {
  if (command.facts === undefined || command.help) {
    return [];
  }
  const shared = { version, podman: command.engine === 'podman', command: command.facts.id, siblings: siblingsOf(command) };
  const leftOut = leftOutValue(command, version);
  return [...command.globals, ...command.flags].flatMap((use) => {
    if (!use.value.literal || use.value.attached === 'implied' || use === leftOut?.use || isSingleDashLongFlag(command, use.word) || dependsOnUnknown(command, use)) {
      return [];
    }
    const context: ValueContext = { ...shared, flag: use.facts.name };
    return [{ use, parsed: grammarOf(use.facts.kind).parse(use.value.text, context) }];
  });
}

/** Every literal value that the command gives to a flag, with its parts and problems. */
export function judgedValues(command: DockerCommand, version: CliVersion): readonly JudgedValue[] {
  let byVersion = cache.get(command);
  if (byVersion === undefined) {
    byVersion = new Map();
    cache.set(command, byVersion);
  }
  let judged = byVersion.get(version);
  if (judged === undefined) {
    judged = judge(command, version);
    byVersion.set(version, judged);
  }
  return judged;
}
