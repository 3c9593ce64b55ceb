/** What a value grammar is told about the command around the value. */
import { literalValues, type DockerCommand } from '../command/docker-command.ts';
import { canonicalName, type CliVersion, type FlagFacts } from '../docker/cli-facts.ts';
import type { ValueContext } from '../docker/values/value-grammar.ts';

export function valueContext(command: DockerCommand, flag: FlagFacts, version: CliVersion): ValueContext {
  return {
    version,
    podman: command.engine === 'podman',
    ...(command.facts === undefined ? {} : { command: command.facts.id }),
    flag: canonicalName(flag),
    siblings: literalValues(command),
  };
}
