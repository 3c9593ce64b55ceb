/** Reports flags that make no sense with the network that the container gets, and that the engine refuses. */
import { isOn, literalValue, usesOf, type DockerCommand } from '../command/docker-command.ts';
import type { CliVersion } from '../docker/cli-facts.ts';
import { isUserDefined, networkChoices } from './network-choices.ts';
import { removeFlags } from './remove-flags.ts';
import type { Rule, RuleContext } from './rule.ts';

interface Conflict {
  /** Long names of the flags that the engine refuses. */
  readonly flags: readonly string[];
  readonly why: string;
}

/** A container without a network stack of its own has no ports, names or addresses of its own. */
const borrowed: Conflict = {
  flags: ['publish', 'publish-all', 'expose', 'hostname', 'dns', 'add-host', 'link'],
  why: 'The container uses the network of another one, whose settings count. Set this on that container.',
};
const linkOnHost: Conflict = { flags: ['link'], why: 'With `--network host` there are no container names to link. Use `localhost` and the port.' };
const addressOutside: Conflict = { flags: ['ip', 'ip6'], why: 'A fixed address is possible only on a network of your own. Make one with `docker network create --subnet …` and name it with `--network`.' };
const hostName: Conflict = { flags: ['hostname'], why: 'With `--uts host` the container has the name of the host, and no other.' };

function conflictsOf(command: DockerCommand, version: CliVersion): Conflict[] {
  const choices = networkChoices(command);
  const conflicts = literalValue(command, 'uts') === 'host' ? [hostName] : [];
  if (choices === undefined) {
    return conflicts;
  }
  const [first] = choices;
  if (first?.mode.startsWith('container:') === true) {
    return [...conflicts.filter((conflict) => conflict !== hostName), borrowed];
  }
  if (first?.mode === 'host') {
    conflicts.push(linkOnHost);
  }
  // Without --network, old CLIs drop the address.
  const isLost = first === undefined && (version === '20.10.24' || command.openEnded);
  // The default network of Windows lets containers choose their address.
  const isWindows = command.shell.dialect !== 'posix';
  if (!isLost && !isWindows && !isUserDefined(first?.mode ?? '')) {
    conflicts.push(addressOutside);
  }
  return conflicts;
}

function check(command: DockerCommand, { report, region, version }: RuleContext): void {
  if (command.help || command.engine === 'podman' || (command.facts?.id !== 'run' && command.facts?.id !== 'create')) {
    return;
  }
  for (const { flags, why } of conflictsOf(command, version)) {
    for (const name of flags) {
      const uses = usesOf(command, name);
      const [first] = uses;
      const isGiven = name === 'publish-all' ? isOn(command, name) : first !== undefined;
      const removed = uses.length > 1 ? `every \`${first?.spelling ?? ''}\`` : `\`${first?.spelling ?? ''}\``;
      if (isGiven && first !== undefined) {
        report({ span: first.span, message: why, fixes: [{ title: `Remove ${removed}`, safe: false, edits: removeFlags(command, uses, region) }] });
      }
    }
  }
  const modes = (networkChoices(command) ?? []).filter(({ mode }) => mode === 'host' || mode === 'none');
  const second = modes.find(({ mode }) => mode !== modes[0]?.mode);
  if (second !== undefined) {
    report({
      span: second.use.span,
      message: '`--network host` and `--network none` exclude each other. Keep one.',
      fixes: [{ title: `Remove \`${second.use.spelling} ${second.mode}\``, safe: false, edits: removeFlags(command, [second.use], region) }],
    });
  }
}

export const networkModeConflict: Rule = {
  id: 'network-mode-conflict',
  title: 'A flag does not go with the network of the container',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'With `--network container:web` ports, names and hosts are those of `web`; with `--network host` there is nothing to link; fixed addresses exist only on networks that you made. The engine refuses a container that asks for such a thing.',
    references: ['[Networking overview](https://docs.docker.com/engine/network/)', '[Host network driver](https://docs.docker.com/engine/network/drivers/host/)'],
  },
  examples: [
    { bad: 'docker run --network container:web ⟦-p 8080:80⟧ alpine:3.20 sh', fixed: 'docker run --network container:web alpine:3.20 sh' },
    { bad: 'docker run ⟦--ip 172.30.0.10⟧ nginx:1.27', fixed: 'docker run nginx:1.27' },
    { bad: 'docker run --net=host ⟦--link db⟧ nginx:1.27', fixed: 'docker run --net=host nginx:1.27' },
    { bad: 'docker run --uts host ⟦-h web⟧ nginx:1.27', fixed: 'docker run --uts host nginx:1.27' },
  ],
  silent: [
    'docker run --network front --ip 172.30.0.10 --link db -p 80:80 nginx:1.27',
    'docker run --network host --hostname web nginx:1.27',
    'docker run --network "$NET" --ip 172.30.0.10 nginx:1.27',
    'docker run --network container:web --dns-search example.com alpine:3.20',
    '```powershell\ndocker run --ip 172.24.194.96 nginx:1.27\n```',
    'docker run --network name=front,alias=web --ip 172.30.0.10 nginx:1.27',
  ],
  causes: [{ commands: ['run', 'create'], flags: ['network', 'uts', 'ip', 'ip6'] }],
  check,
};
