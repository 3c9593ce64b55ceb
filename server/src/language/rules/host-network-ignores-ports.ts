/** Published ports on the host's network, or on none: there is nothing to publish. */
import { isOn, usesOf, type DockerCommand, type FlagUse } from '../command/docker-command.ts';
import { removeFlags } from './remove-flags.ts';
import type { Rule } from './rule.ts';

function portFlags(command: DockerCommand): FlagUse[] {
  const all = usesOf(command, 'publish-all').filter(() => isOn(command, 'publish-all'));
  return [...usesOf(command, 'publish'), ...all].sort((a, b) => a.span.start - b.span.start);
}

export const hostNetworkIgnoresPorts: Rule = {
  id: 'host-network-ignores-ports',
  title: 'Published ports without a network to publish them from',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'warning' },
  tag: 'unnecessary',
  docs: {
    why: 'With `--network host` the process listens on the ports of the host itself: `-p 8080:80` is discarded, and the service answers on port 80, open to the whole network. With `--network none` there is nobody who could connect. The engine warns about the first and says nothing of the second.',
    whenToIgnore: 'The flags are there for a variant of the command without host network.',
    references: ['[Host network driver](https://docs.docker.com/engine/network/drivers/host/)'],
  },
  examples: [
    { bad: 'docker run -d --network host ⟦-p 8080:80⟧ nginx:1.27\n', fixed: 'docker run -d --network host nginx:1.27\n' },
    { bad: 'docker run -d \\\n  ⟦-P⟧ \\\n  --net=none \\\n  nginx:1.27\n', fixed: 'docker run -d \\\n  --net=none \\\n  nginx:1.27\n' },
  ],
  silent: ['docker run -d -p 8080:80 nginx:1.27\n', 'docker run -d --network shop -p 8080:80 nginx:1.27\n', 'docker run -d --network "$NET" -p 8080:80 nginx:1.27\n', 'docker run -d --network host -P=false nginx:1.27\n', 'docker run -d --network host nginx:1.27 -p 8080\n'],
  causes: [{ flags: ['network'] }],
  check: (command, { region, report }) => {
    const network = usesOf(command, 'network').find(({ value }) => value.literal && (value.text === 'host' || value.text === 'none'));
    const ports = network === undefined ? [] : portFlags(command);
    const effect =
      network?.value.text === 'host'
        ? 'is discarded with `--network host`: the process listens on the ports of the host directly. Remove it, or the host network.'
        : 'has no effect with `--network none`: nobody can reach the container. Remove it, or the network mode.';
    const title = ports.length === 1 ? 'Remove the published port' : 'Remove the published ports';
    const fixes = [{ title, edits: removeFlags(command, ports, region), safe: false }];
    for (const use of ports) {
      report({ span: use.span, message: `\`${use.spelling}\` ${effect}`, fixes });
    }
  },
};
