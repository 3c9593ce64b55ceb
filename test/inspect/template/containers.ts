/** Containers whose descriptions have something in every corner that a template can reach. */
import { type DockerCli, ensureTestImage, removeLabelled, testImage } from '../../support/docker-engine.ts';

const odd = ['com.example.a-b=with "quotes"', `it's=' single`, 'empty=', 'unicode=größe ⛵ ß', 'html=<b>&amp;"</b>', 'tab=a\tb\\c', 'plain=value', 'line=one\ntwo', 'sep=\u2028'];

async function made(docker: DockerCli, ...args: string[]): Promise<string> {
  const { ok, output } = await docker(...args);
  if (!ok) {
    throw new Error(output);
  }
  return output.trim().split('\n').at(-1) ?? '';
}

/** Full ids, all with the label, as is the network of one of them; the label ends with a random hexadecimal number. None has two mounts: the engine tells them in another order each time. */
export async function describedContainers(docker: DockerCli, label: string): Promise<readonly string[]> {
  await ensureTestImage();
  const labels = ['--label', label];
  const name = label.slice(-12);
  const network = await made(docker, 'network', 'create', ...labels, '--ipv6', '--subnet', `fd${name.slice(0, 2)}:${name.slice(2, 6)}:${name.slice(6, 10)}::/64`, `gantry-extract-${name}`);
  const running = await made(docker, 'run', '-d', ...labels, ...odd.flatMap((each) => ['--label', each]), '-e', 'DB_PASSWORD=geheim', '-e', 'MODE=a b=c', '-p', '127.0.0.1::80', '-p', '53/udp', '--expose', '9000', '-v', '/tmp:/host:ro', '--tmpfs', '/scratch:size=1m', '--restart', 'on-failure:3', '--memory', '64m', '--ulimit', 'nofile=1024:2048', '--health-cmd', 'true', '--health-interval', '1h', '--health-timeout', '1500ms', '--health-retries', '2', '--log-opt', 'max-size=1m', '--dns', '10.0.0.1', '--cap-add', 'NET_ADMIN', '--init', '--stop-timeout', '7', testImage, 'sleep', '600');
  const exited = await made(docker, 'run', '-d', ...labels, '-v', '/anonymous', '--entrypoint', 'sh', testImage, '-c', 'exit 3');
  await docker('wait', exited);
  const checked = await made(docker, 'run', '-d', ...labels, '--health-cmd', 'echo "<fine>"', '--health-interval', '100ms', testImage, 'sleep', '1');
  await docker('wait', checked);
  const created = await made(docker, 'create', ...labels, '--mount', 'type=volume,target=/v,volume-label=a=b', '--pids-limit', '99', '--device', '/dev/null:/dev/zip:r', '--sysctl', 'net.core.somaxconn=128', testImage, 'true');
  const networked = await made(docker, 'run', '-d', ...labels, '--network', network, '--network-alias', 'friend', '--hostname', 'box', '--user', '7:8', '--read-only', '-t', testImage, 'sleep', '600');
  const host = await made(docker, 'create', ...labels, '--network', 'host', '--pid', 'host', '--privileged', '--no-healthcheck', '--mount', 'type=tmpfs,target=/t,tmpfs-size=65536', testImage, 'echo', 'it is "quoted"', '');
  return [running, exited, checked, created, networked, host];
}

export async function removeDescribed(docker: DockerCli, label: string): Promise<void> {
  await removeLabelled(label, docker);
  const networks = await docker('network', 'ls', '-q', '--filter', `label=${label}`);
  await docker('network', 'rm', ...networks.output.split('\n').filter((id) => id !== ''));
}
