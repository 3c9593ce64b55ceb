/** Reports addresses at which the client finds no engine, behind `-H` and in `DOCKER_HOST`. */
import type { DockerCommand } from '../command/docker-command.ts';
import { engineEndpoint } from '../docker/values/engine-endpoint.ts';
import { replace } from '../text/edit.ts';
import { assignedEndpoints, exportedEndpoints } from './docker-host.ts';
import type { Fix, RuleContext } from './rule.ts';
import { valueRule } from './value-rule.ts';

const id = 'invalid-engine-endpoint';

function checkVariable(command: DockerCommand, context: RuleContext): void {
  const podman = command.engine === 'podman';
  for (const { address, addressSpan } of [...assignedEndpoints(command), ...exportedEndpoints(command, context)]) {
    // Quotes and escapes within the address leave no place to point at.
    const isPlain = addressSpan.end - addressSpan.start === address.length;
    const { problems } = isPlain ? engineEndpoint.parse(address, { version: context.version, podman }) : { problems: [] };
    for (const { start, end, message, fixes = [] } of problems) {
      const at = (from: number, to: number) => ({ start: addressSpan.start + from, end: addressSpan.start + to });
      const written = fixes.map((fix): Fix => ({ title: fix.title, safe: fix.safe, edits: [replace(at(fix.start ?? 0, fix.end ?? address.length), fix.newText)] }));
      context.report({ span: at(start, end), message, fixes: written });
    }
  }
}

export const invalidEngineEndpoint = valueRule({
  id,
  title: 'No engine can be at this address',
  refusedBy: 'cli',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'The client knows `unix://`, `ssh://` and `tcp://` (on Windows also `npipe://`), in lower case. It refuses other schemes, such as the `http://` that many APIs have, with `invalid bind address format`. An address with too few slashes is not refused: `unix:/var/run/docker.sock` is looked up as a host named `unix`, and `unix://var/run/docker.sock` is a path relative to the working directory.',
    references: ['[docker, --host](https://docs.docker.com/reference/cli/docker/#host)', '[Protect the Docker daemon socket](https://docs.docker.com/engine/security/protect-access/)'],
  },
  examples: [
    { bad: 'docker -H ⟦https://⟧build-1.example.com:2376 --tlsverify ps\n', fixed: 'docker -H tcp://build-1.example.com:2376 --tlsverify ps\n' },
    { bad: 'docker --host ⟦unix:/var/run/docker.sock⟧ ps\n', fixed: 'docker --host unix:///var/run/docker.sock ps\n' },
    { bad: 'export DOCKER_HOST=⟦unix://run/user/1000/docker.sock⟧\ndocker ps\n', fixed: 'export DOCKER_HOST=unix:///run/user/1000/docker.sock\ndocker ps\n' },
    { bad: 'docker -H ssh://ops⟦:secret⟧@build-1.example.com ps\n', fixed: 'docker -H ssh://ops@build-1.example.com ps\n' },
  ],
  silent: [
    'docker -H ssh://ops@build-1.example.com:2222 ps\n',
    'docker -H unix:///var/run/docker.sock ps\n',
    'docker -H npipe:////./pipe/docker_engine ps\n',
    'docker -H tcp://[::1]:2376 --tlsverify ps\n',
    'docker -H "$SCHEME://build-1:2376" ps\n',
    'DOCKER_HOST=ssh://ops@build-1.example.com docker ps\n',
    'docker run -e DOCKER_HOST=http://proxy:2375 deployer:1.8\n',
    'podman -H http://build-1 ps\n',
    '```sh\ndocker -H host:port ps\n```\n',
  ],
  also: { causes: [{ text: /DOCKER_HOST/ }], check: checkVariable },
});
