/** Reports networks and network options of which the CLI says that they cannot be combined. */
import { usesOf, type DockerCommand, type FlagUse } from '../command/docker-command.ts';
import { code } from '../text/markdown.ts';
import { isUserDefined, networkChoices, type NetworkChoice } from './network-choices.ts';
import { removeFlags } from './remove-flags.ts';
import type { Rule, RuleContext } from './rule.ts';

interface Conflict {
  readonly uses: readonly FlagUse[];
  readonly message: string;
}

/** Flags that set for the first network what its long form can set as well. */
const properties: Readonly<Record<string, string>> = { 'network-alias': 'alias', ip: 'ip', ip6: 'ip6', 'mac-address': 'mac-address', 'link-local-ip': 'link-local-ip' };

function givenTwice(command: DockerCommand, [first]: readonly NetworkChoice[]): Conflict[] {
  return Object.entries(properties).flatMap(([flag, property]) => {
    const uses = usesOf(command, flag);
    const isTwice = uses.length > 0 && first?.properties.has(property) === true;
    return isTwice ? [{ uses, message: `\`--${flag}\` and \`${property}=\` inside \`--network\` set the same thing. Keep one.` }] : [];
  });
}

function repeated(choices: readonly NetworkChoice[]): Conflict[] {
  return choices.flatMap(({ use, mode }, index) =>
    choices.slice(0, index).some((earlier) => earlier.mode === mode) ? [{ uses: [use], message: `The network ${code(mode)} is named twice. Name it once.` }] : [],
  );
}

function mixed(choices: readonly NetworkChoice[]): Conflict[] {
  const own = choices.some(({ mode }) => isUserDefined(mode));
  const builtin = choices.find(({ mode }) => !isUserDefined(mode));
  return own && builtin !== undefined
    ? [{ uses: [builtin.use], message: `${code(builtin.mode)} cannot be joined together with networks of your own. Keep one kind; \`docker network connect\` adds \`bridge\` later.` }]
    : [];
}

function aliasOutside(command: DockerCommand, [first]: readonly NetworkChoice[], { version }: RuleContext): Conflict[] {
  const uses = usesOf(command, 'network-alias');
  // Without --network, old CLIs drop the alias.
  const isLost = first === undefined && (version === '20.10.24' || command.openEnded);
  return uses.length === 0 || isLost || isUserDefined(first?.mode ?? '')
    ? []
    : [{ uses, message: 'An alias is possible only on a network of your own. Make one with `docker network create` and name it with `--network`.' }];
}

function check(command: DockerCommand, context: RuleContext): void {
  const choices = networkChoices(command);
  if (command.help || command.engine === 'podman' || choices === undefined || (command.facts?.id !== 'run' && command.facts?.id !== 'create')) {
    return;
  }
  for (const { uses, message } of [...givenTwice(command, choices), ...repeated(choices), ...mixed(choices), ...aliasOutside(command, choices, context)]) {
    const [first] = uses;
    if (first !== undefined) {
      const title = uses.length > 1 ? `Remove every \`${first.spelling}\`` : `Remove \`${first.spelling}\``;
      context.report({ span: first.span, message, fixes: [{ title, safe: false, edits: removeFlags(command, uses, context.region) }] });
    }
  }
}

export const conflictingNetworks: Rule = {
  id: 'conflicting-networks',
  title: 'Networks or their options cannot be combined',
  refusedBy: 'cli',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'A container joins either networks of your own, several if need be, or one of the built-in `bridge`, `host` and `none`. Aliases exist only on networks of your own, and each property of a network is set in one place. The CLI refuses other combinations.',
    references: ['[Networking overview](https://docs.docker.com/engine/network/)', '[docker container run, --network](https://docs.docker.com/reference/cli/docker/container/run/#network)'],
  },
  examples: [
    { bad: 'docker run ⟦--network-alias db⟧ postgres:16', fixed: 'docker run postgres:16' },
    { bad: 'docker run --network back ⟦--network bridge⟧ nginx:1.27', fixed: 'docker run --network back nginx:1.27' },
    { bad: 'docker run --network back --network front ⟦--network back⟧ nginx:1.27', fixed: 'docker run --network back --network front nginx:1.27' },
    { bad: 'docker run --network name=back,alias=web ⟦--network-alias www⟧ nginx:1.27', fixed: 'docker run --network name=back,alias=web nginx:1.27' },
  ],
  silent: ['docker run --network back --network front --network-alias db postgres:16', 'docker run --network "$NET" --network-alias db postgres:16', 'docker run --network host nginx:1.27', 'docker run $OPTS --network-alias db postgres:16'],
  causes: [{ commands: ['run', 'create'], flags: ['network', 'network-alias', 'ip', 'ip6', 'link-local-ip', 'mac-address', 'link'] }],
  check,
};
