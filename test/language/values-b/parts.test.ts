/** What a hover says of the pieces of a value: named, in order, and concrete for this value. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ValueKind } from '../../../server/src/language/docker/cli-facts.ts';
import { parseImageReference } from '../../../server/src/language/docker/image-reference.ts';
import { explained } from '../../support/values.ts';

/** Each line: the piece, its name, and words that its meaning must hold. */
const rows: readonly (readonly [kind: ValueKind, value: string, parts: readonly (readonly [text: string, label: string, says: RegExp])[]])[] = [
  ['publish', '127.0.0.1:8080:80/udp', [['127.0.0.1', 'host address', /Only programs on this host/], ['8080', 'host port', /port 8080 of the host/], ['80', 'container port', /listen on port 80/], ['udp', 'protocol', /UDP only/]]],
  ['publish', '8080:80', [['8080', 'host port', /every interface.*\[::\].*ufw.*127\.0\.0\.1:/], ['80', 'container port', /listen on port 80/]]],
  ['publish', '80', [['80', 'container port', /free one.*every interface/]]],
  ['publish', '[::1]:0:80', [['[::1]', 'host address', /Only programs on this host/], ['0', 'host port', /free host port/], ['80', 'container port', /port 80/]]],
  ['publish', '8000-8010:80', [['8000-8010', 'host port', /picks one free port/], ['80', 'container port', /port 80/]]],
  ['publish', '0.0.0.0:80:80', [['0.0.0.0', 'host address', /other machines reach it/], ['80', 'host port', /rootless/], ['80', 'container port', /HTTP/]]],
  ['publish', 'target=5432,published=15432', [['5432', 'container port', /PostgreSQL/], ['15432', 'host port', /15432/]]],
  ['engine-endpoint', 'ssh://ops@build-1:2222', [['ssh', 'scheme', /dial-stdio/], ['ops', 'user', /account/], ['build-1', 'host', /ssh\/config/], ['2222', 'port', /2222/]]],
  ['engine-endpoint', 'tcp://[::1]:2375', [['tcp', 'scheme', /root/], ['[::1]', 'host', /::1/], ['2375', 'port', /without TLS/]]],
  ['engine-endpoint', 'unix:///var/run/docker.sock', [['unix', 'scheme', /this machine/], ['/var/run/docker.sock', 'path', /root on the host/]]],
  ['engine-endpoint', 'build-1:2376', [['build-1', 'host', /./], ['2376', 'port', /with TLS/]]],
  ['expose', '53/udp', [['53', 'container port', /nothing on the host listens/], ['udp', 'protocol', /udp/]]],
  ['volume', 'data:/var/lib/x', [['data', 'volume name', /Named volume `data`.*`\.\/data`/], ['/var/lib/x', 'container path', /add `:ro`/]]],
  ['volume', '/srv:/x:ro,Z', [['/srv', 'host path', /owned by root/], ['/x', 'container path', /hides/], ['ro', 'option', /Read-only/], ['Z', 'option', /SELinux/]]],
  ['volume', '/cache', [['/cache', 'container path', /Anonymous volume/]]],
  ['tmpfs', '/run:size=64m', [['/run', 'container path', /unless `exec`/], ['size=64m', 'option', /64 MiB/]]],
  ['tmpfs', '/run', [['/run', 'container path', /half of the host's memory/]]],
  ['mount', 'type=bind,src=/a,dst=/b,readonly', [['type=bind', 'type', /fails when the source/], ['src=/a', 'source', /must exist/], ['dst=/b', 'target', /`\/b`/], ['readonly', 'readonly', /cannot write/]]],
  ['mount', 'dst=/b', [['dst=/b', 'target', /anonymous/]]],
  ['mount', 'type=volume,src=v,dst=/b,"volume-opt=o=addr=1,rw"', [['type=volume', 'type', /default/], ['src=v', 'source', /`v`/], ['dst=/b', 'target', /./], ['volume-opt=o=addr=1,rw', 'volume-opt', /driver/]]],
  ['network', 'host', [['host', 'network', /`-p` has no effect/]]],
  ['network', 'container:web', [['container:web', 'network', /`web`.*`localhost` is shared/]]],
  ['network', 'name=MyNet,ip=172.30.0.5', [['name=MyNet', 'name', /lower case: `mynet`/], ['ip=172.30.0.5', 'ip', /subnet/]]],
  ['device', '/dev/ttyUSB0:rw', [['/dev/ttyUSB0', 'host device', /must exist/], ['rw', 'permissions', /read, write\./]]],
  ['device-cgroup-rule', 'c 188:* rw', [['c', 'device type', /serial/], ['188:*', 'device numbers', /major number 188/], ['rw', 'permissions', /read, write/]]],
  ['gpu-request', '"device=0,1"', [['device=0,1', 'cards', /`0`, `1`/]]],
  ['extra-host', 'db:host-gateway', [['db', 'host name', /etc\/hosts/], ['host-gateway', 'host gateway', /not reached/]]],
  ['mac-address', '01:00:5e:00:00:01', [['01:00:5e:00:00:01', 'MAC address', /group address/]]],
  ['ps-filter', 'status=dead', [['status', 'filter', /without `-a`/], ['dead', 'value', /removed completely/]]],
  ['format-inspect', '{{.State.ExitCode}}', [['.State.ExitCode', 'field', /137/]]],
  ['format-inspect', '{{.HostConfig.Resources.Memory}}', [['.HostConfig.Resources.Memory', 'field', /bytes/]]],
  ['format-inspect', '{{.NetworkSettings.Networks.shop.Gateway}}', [['.NetworkSettings.Networks.shop.Gateway', 'field', /IPv4 gateway/]]],
  ['format-inspect', '{{range $k, $v := .Mounts}}{{$v.Source}}{{end}}', [['range', 'function', /each element/], ['.Mounts', 'field', /folders/], ['$v.Source', 'field', /Path on the host/], ['end', 'function', /Closes/]]],
  ['format-inspect', '{{(index .Mounts 0).Source}}', [['index', 'function', /./], ['.Mounts', 'field', /folders/], ['.Source', 'field', /Path on the host/]]],
  ['format-inspect', '{{range .Mounts}}{{.Source}}{{end}}', [['range', 'function', /each element/], ['.Mounts', 'field', /folders/], ['.Source', 'field', /Path on the host/], ['end', 'function', /Closes/]]],
  ['format-ps', 'table {{.Names}}', [['table', 'format', /headings/], ['.Names', 'field', /name/]]],
  ['timestamp', '1136073600', [['1136073600', 'point in time', /2006-01-01T00:00:00Z/]]],
  ['timestamp', '90m', [['90m', 'point in time', /1 hour 30 minutes before now/]]],
  ['log-tail', '1000', [['1000', 'lines', /1,000 lines/]]],
  ['dockerfile-instruction', 'ENV A=b ', [['ENV', 'instruction', /passwords/], ['A=b', 'argument', /`A=b`/]]],
];

for (const [kind, value, parts] of rows) {
  test(`${kind} ${value}`, () => {
    const lines = explained(kind, value);
    assert.deepEqual(lines.map((line) => line.split(' | ').slice(0, 2)), parts.map(([text, label]) => [text, label]));
    parts.forEach(([, , says], index) => {
      assert.match(lines[index] ?? '', says);
    });
  });
}

const hash = 'a'.repeat(64);
const references: readonly (readonly [text: string, parts: readonly (readonly [text: string, label: string, says: RegExp])[]])[] = [
  ['nginx', [['nginx', 'repository', /docker\.io\/library\/nginx.*`:latest`/]]],
  ['bitnami/redis:7', [['bitnami/redis', 'repository', /Docker Hub/], ['7', 'tag', /move it/]]],
  ['nginx:latest', [['nginx', 'repository', /Official/], ['latest', 'tag', /not refreshed/]]],
  [`REG.example.com:5000/team/app:1.2@sha256:${hash}`, [['REG.example.com:5000', 'registry', /docker login/], ['team/app', 'repository', /name of the image there/], ['1.2', 'tag', /digest behind it decides/], [`sha256:${hash}`, 'digest', /exactly these bytes/]]],
  ['localhost/app', [['localhost', 'registry', /localhost/], ['app', 'repository', /`:latest`/]]],
  [hash, [[hash, 'image id', /never pulled/]]],
];

for (const [text, parts] of references) {
  test(`image ${text}`, () => {
    const found = parseImageReference(text).parts;
    assert.deepEqual(found.map(({ start, end, label }) => [text.slice(start, end), label]), parts.map(([piece, label]) => [piece, label]));
    parts.forEach(([, , says], index) => {
      assert.match(found[index]?.meaning ?? '', says);
    });
  });
}
