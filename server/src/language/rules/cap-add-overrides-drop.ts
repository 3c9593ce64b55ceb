/** One capability both dropped and added: adding wins. */
import { usesOf, type DockerCommand, type FlagUse } from '../command/docker-command.ts';
import { code } from '../text/markdown.ts';
import { removeFlags } from './remove-flags.ts';
import type { Rule } from './rule.ts';

/** The engine's name of the capability: upper case, without the prefix. */
function nameOf({ value }: FlagUse): string | undefined {
  return value.literal ? value.text.toUpperCase().replace(/^CAP_/, '') : undefined;
}

/** What is added, by name. */
function addedBy(command: DockerCommand): Map<string | undefined, FlagUse[]> {
  const added = new Map<string | undefined, FlagUse[]>();
  for (const add of usesOf(command, 'cap-add')) {
    const same = added.get(nameOf(add));
    if (same === undefined) {
      added.set(nameOf(add), [add]);
    } else {
      same.push(add);
    }
  }
  return added;
}

/** The additions that make the engine ignore a drop of this name. `ALL` keeps what is dropped by name, and ignores only a drop of `ALL`. */
function winnersOver(name: string | undefined, added: ReadonlyMap<string | undefined, FlagUse[]>): readonly FlagUse[] {
  return name === undefined || (added.has('ALL') && name !== 'ALL') ? [] : (added.get(name) ?? []);
}

export const capAddOverridesDrop: Rule = {
  id: 'cap-add-overrides-drop',
  title: 'Capability both dropped and added',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'warning' },
  docs: {
    why: 'The order of the flags does not matter: a capability that is added stays, even where it is dropped too. `--cap-add ALL --cap-drop ALL` drops nothing at all.',
    references: ['[Runtime privilege and Linux capabilities](https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities)'],
  },
  examples: [
    { bad: 'docker run --cap-add NET_RAW ⟦--cap-drop=CAP_NET_RAW⟧ probe:1.2\n', fixed: 'docker run --cap-drop=CAP_NET_RAW probe:1.2\n' },
    { bad: 'docker run ⟦--cap-drop ALL⟧ --cap-add ALL probe:1.2\n', fixed: 'docker run --cap-drop ALL probe:1.2\n' },
  ],
  silent: ['docker run --cap-drop ALL --cap-add NET_RAW probe:1.2\n', 'docker run --cap-add ALL --cap-drop NET_RAW probe:1.2\n', 'docker run --cap-add "$CAP" --cap-drop "$CAP" probe:1.2\n'],
  causes: [{ flags: ['cap-drop'] }],
  check: (command, { region, report }) => {
    if (command.flags.some(({ facts }) => facts.name === 'privileged')) {
      return;
    }
    const added = addedBy(command);
    for (const drop of usesOf(command, 'cap-drop')) {
      const winners = winnersOver(nameOf(drop), added);
      const winner = winners[0];
      if (winner === undefined) {
        continue;
      }
      report({
        span: drop.span,
        message: `Adding ${code(winner.value.text)} wins over dropping it: the container keeps it. Remove one of the two.`,
        fixes: () => [
          { title: 'Remove `--cap-add`', edits: removeFlags(command, winners, region), safe: false },
          { title: 'Remove `--cap-drop`, which has no effect', edits: removeFlags(command, [drop], region), safe: false },
        ],
      });
    }
  },
};
