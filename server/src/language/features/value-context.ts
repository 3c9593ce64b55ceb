/** What a value grammar is told about the command around the value. */
import type { DockerCommand, FlagUse } from '../command/docker-command.ts';
import type { CliVersion, FlagFacts } from '../docker/cli-facts.ts';
import type { ValueContext } from '../docker/values/value-grammar.ts';

/** Literal values by long name, those of the flag in question left out. */
function siblingsOf(flags: readonly FlagUse[], except: FlagFacts): Map<string, string[]> {
  const siblings = new Map<string, string[]>();
  for (const { facts, value } of flags) {
    const name = facts.aliasOf ?? facts.name;
    if (value.literal && name !== (except.aliasOf ?? except.name)) {
      siblings.set(name, [...(siblings.get(name) ?? []), value.text]);
    }
  }
  return siblings;
}

export function valueContext(command: DockerCommand, flag: FlagFacts, version: CliVersion): ValueContext {
  return {
    version,
    podman: command.engine === 'podman',
    ...(command.facts === undefined ? {} : { command: command.facts.id }),
    flag: flag.aliasOf ?? flag.name,
    siblings: siblingsOf(command.flags, flag),
  };
}
