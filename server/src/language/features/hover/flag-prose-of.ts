/** The prose of a flag where it stands: before the command word the same name or letter may mean something else. */
import { globalFlags, type CommandFacts, type FlagFacts } from '../../docker/cli-facts.ts';
import { globalFlagProse } from '../../docker/commands.ts';
import { proseOn, type FlagProse } from '../../docker/flags/flag-prose.ts';
import { proseOf } from '../../docker/flags/index.ts';

export function flagProse(flag: FlagFacts, owner: CommandFacts): FlagProse | undefined {
  if (owner === globalFlags) {
    return globalFlagProse(flag.name);
  }
  const prose = proseOf(flag);
  return prose === undefined ? undefined : proseOn(prose, owner);
}
