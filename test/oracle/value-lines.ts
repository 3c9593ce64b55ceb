/** Command lines that put good and bad values of every kind before the CLI. */
import type { ValueKind } from '../../server/src/language/docker/cli-facts.ts';

interface KindLines {
  readonly flag: string;
  /** The command around the flag: what stands before and after it. `create … img` when absent. */
  readonly around?: readonly [before: readonly string[], after: readonly string[]];
  readonly values: readonly string[];
}

const exec = [['exec'], ['web', 'ls']] as const;
const stop = [['stop'], ['web']] as const;
const ps = [['ps'], []] as const;
const long = 'x'.repeat(70);

/** Files that the lines name; they are written to the folder in which the CLI runs. */
export const files: Readonly<Record<string, string>> = {
  'good.env': '# a comment\nA=1\nB=two words\n',
  'good.labels': 'com.example.team=web\n',
  'profile.json': '{"defaultAction":"SCMP_ACT_ALLOW"}\n',
};

export const linesByKind: Readonly<Record<ValueKind, KindLines>> = {
  bool: { flag: '--tty', values: ['true', 'False', 'T', 'tRUE', 'on', 'no', '01', ' true', '2'] },
  int: { flag: '--last', around: ps, values: ['5', '-1', '0x1F', '1_000', '010', '09', '1.0', '5m', '99999999999999999999', '+3', ''] },
  uint: { flag: '--io-maxiops', values: ['-5', 'many', '1.5', '+1', ''] },
  'free-text': { flag: '--message', around: [['commit'], ['web', 'img:1']], values: ['', 'two words', '--odd'] },
  'log-level': { flag: '--log-level', around: [[], ['ps']], values: ['debug', 'ERROR', 'warning', 'TRACE', 'panic', 'debgu', 'web', ' info', '0'] },
  // The good ones lead away from the stand-in.
  'engine-endpoint': {
    flag: '--host',
    around: [[], ['ps']],
    values: ['http://127.0.0.1:1', 'https://127.0.0.1:1', 'vsock://1', 'TCP://127.0.0.1:1', 'tcp://127.0.0.1:x', '127.0.0.1:x', 'ssh://', 'ssh://a:b@127.0.0.1', 'ssh://127.0.0.1?q=1', 'ssh://127.0.0.1#x', 'ssh://a@'],
  },
  'memory-bytes': {
    flag: '--memory-reservation',
    values: ['300M', '0.5G', '1.g', '2gIb', '7 kb', '7  kb', '1e2m', '1_024k', '0x1p10', '-0', '+2', 'inf', 'inf ', '1e999', '1.2.3', '64mb!', '64mi', '½g', '1gg', '10B', '10bib', 'm', ' ', '5e', '١m'],
  },
  'memory-swap-bytes': { flag: '--memory-swap', values: ['-1', '-1 ', '-01', '512M', '1,5g', '2gi', '0'] },
  swappiness: { flag: '--memory-swappiness', values: ['10', '-1', '100', '0x64', '101', '-100', '50%', '0144', ''] },
  cpus: {
    flag: '--cpus',
    values: ['3', '.25', '0.10', '1/4', '-1/4', '1/-4', '1/0', '3/9', '010/8', '1.5/2', '5e-10', '5e-9', '1E2', '0x.8', '0x1p-1', '0b11', '0o17', '0b1.1', '1_5', '1__5', '_1', '1.', '.', '1p2', 'e5', '+2', '50%', 'two', ' 1', 'NaN', '1e-9999', '0e-9999', '1e9999'],
  },
  'cpu-shares': { flag: '--cpu-shares', values: ['2048', '-2', '0b100', '1024.0', '512m', ' 1'] },
  'cpu-period-us': { flag: '--cpu-period', values: ['50000', '5', '50ms', '1e5'] },
  'cpu-quota-us': { flag: '--cpu-quota', values: ['25000', '-5', '25ms', '1,000'] },
  'cpu-rt-us': { flag: '--cpu-rt-runtime', values: ['950000', '0x10', '95%', '-1'] },
  cpuset: { flag: '--cpuset-cpus', values: ['0-1,3', '1-0', 'all', ','] },
  'blkio-weight': { flag: '--blkio-weight', values: ['300', '5', '65535', '65536', '0xff', '+5', '-0', '3_0'] },
  'device-weight': { flag: '--blkio-weight-device', values: ['/dev/vda:300', '/dev/vda:9', '/dev/vda:0', '/dev/:10', '/dev/vda:0x10', '/dev/vda:010', '/dev/vda:10:20', 'vda:300', ':300', '/dev/vda:', '/dev/vda:1001'] },
  'device-bps': { flag: '--device-write-bps', values: ['/dev/vda:5mb', '/dev/vda:0', '/dev/vda:5 kb', '/dev/vda:-5', '/dev/vda:', '/dev/vda:5x', 'vda:5mb', '/dev/vda', '/dev/a:b:5mb', '/tmp/vda:5mb'] },
  'device-iops': { flag: '--device-write-iops', values: ['/dev/vda:50', '/dev/vda:0', '/dev/vda:5k', '/dev/vda:+5', '/dev/vda:5.5', '/dev/vda:99999999999999999999'] },
  'oom-score-adj': { flag: '--oom-score-adj', values: ['-500', '5000', '0x3e8', 'high', '1.5'] },
  'pids-limit': { flag: '--pids-limit', values: ['500', '-7', '0o17', '08', '1e3', 'unlimited', '9223372036854775807', '9223372036854775808'] },
  ulimit: {
    flag: '--ulimit',
    values: ['nofile=4096:8192', 'nofile=4096', 'core=-1', 'nofile=+5', 'nofile=-5:3', 'nofile=3:-5', 'nofile=-1:-2', 'nofile=-1:8', 'nofile=8:-1', 'nofile=0x10', 'nofile=1:', 'nofile=:1', 'nofile==1', 'nofile:1', 'Nofile=1', 'rlimit_nofile=1', 'as=1', 'stack=8m', 'nproc=unlimited', ' nofile=1', '=1', ''],
  },
  'restart-policy': { flag: '--restart', values: ['unless-stopped', 'on-failure:3', 'on-failure:+3', 'on-failure:03', 'on-failure:0x3', 'on-failure:3 ', 'on-failure:', ':', ':3', 'no:', 'On-Failure', 'on-failure:3:4', 'sometimes', 'always:-1'] },
  publish: { flag: '--publish', values: ['443', '8443:443', '10.0.0.1:8443:443', '[fe80::1]:8443:443', '8443:443/UDP', '8443:443/icmp', '9000-9002:9000-9002', '9000-9002:9000-9001', '65536:80', 'example.com:80:80', '80:', ':80', '80:80:', '80,81', '08080:80', '10.0.0.1:80', '0:80', '80/tcp:80', '8080=80', '8080->80', '10.0.0.1:80/udp'] },
  expose: { flag: '--expose', values: ['443/tcp', '9000-9005/udp', '9005-9000', '80:80', '65536', 'http', '-80', '80-'] },
  env: { flag: '--env', values: ['LOG=debug', 'LOG=', 'UNSET_HERE', 'A B=c', '=', '=c', '', '1=2', 'A=b=c', 'A="b"', 'é=1'] },
  'env-file': { flag: '--env-file', values: ['good.env', './good.env'] },
  label: { flag: '--label', values: ['team=web', 'team', 'team=', '=web', '', ' team=web', 'te am=web', 'team =web', '\tteam=web', 'te\tam=1', 'a=b c', ' =1'] },
  'label-file': { flag: '--label-file', values: ['good.labels'] },
  annotation: { flag: '--annotation', values: ['team=web', 'team', '=web', ''] },
  volume: { flag: '--volume', values: ['data:/data', '/srv:/data:ro', '/srv:/data:ro,Z', 'data:/data:nocopy', './rel:/data', '/only', 'C:\\x:/data', 'a:/x', '/srv:/data:ro:z', ':/data', '/srv:', '/srv::ro', '', '/srv:/data:', 'rel/x:/data', '/srv:data'] },
  'volumes-from': { flag: '--volumes-from', values: ['data', 'data:ro', 'data:rx', ''] },
  tmpfs: { flag: '--tmpfs', values: ['/scratch', '/scratch:size=1g,noexec', 'scratch', '', '/scratch:', ':'] },
  mount: {
    flag: '--mount',
    values: ['type=volume,src=data,dst=/data', 'src=data,dst=/data', 'type=bind,src=/srv,dst=/data,readonly', 'type=bind,src=/srv,dst=/data,ro=1', 'type=bind,src=/srv,dst=/data,readonly=no', 'type=tmpfs,dst=/t,tmpfs-size=64m,tmpfs-mode=1777', 'type=tmpfs,dst=/t,tmpfs-size=big', 'type=tmpfs,dst=/t,tmpfs-mode=8', 'type=bind,src=/srv,dst=/data,colour=red', 'type=bind, src=/srv,dst=/data', 'type=bind,src=/srv,dst=/data,volume-nocopy', 'TYPE=bind,SRC=/srv,DST=/data', 'type=volume,dst=/data,volume-label=a=b', '"type=bind","src=/a,b","dst=/data"', 'type=bind,src=/srv', 'type', ''],
  },
  device: { flag: '--device', values: ['/dev/kvm', '/dev/kvm:/dev/x', '/dev/kvm:/dev/x:rw', '/dev/kvm:rm', '/dev/kvm:/dev/x:rx', 'kvm', '/dev/kvm:x', '', 'vendor.com/class=all', '/a:/b:/c:r'] },
  'device-cgroup-rule': { flag: '--device-cgroup-rule', values: ['c 10:200 rw', 'b *:* m', 'a *:* rwm', 'c 10 rw', 'x 1:1 r', 'c 1:1 q', 'c  1:1 r', 'c 1:1'] },
  'gpu-request': { flag: '--gpus', values: ['all', '2', 'count=1,capabilities=utility', '"device=0,1"', 'device=0,2', 'many', 'colour=red', 'count=1,count=1', ''] },
  network: { flag: '--network', values: ['backend', 'none', 'container:web', 'name=backend,alias=web', 'name=backend,ip=10.0.0.5', 'alias=web', 'name=backend,colour=red', 'name=backend,driver-opt=x', 'name=backend,gw-priority=high', 'name=backend,mac-address=zz', ''] },
  'network-alias': { flag: '--network-alias', around: [['create', '--network', 'backend'], ['img']], values: ['web', '', 'two words'] },
  link: { flag: '--link', values: ['database:db', 'database', 'a:b:c', ''] },
  'link-local-ip': { flag: '--link-local-ip', around: [['create', '--network', 'backend'], ['img']], values: ['169.254.7.7', 'nonsense'] },
  'ipv4-address': { flag: '--ip', around: [['create', '--network', 'backend'], ['img']], values: ['10.0.0.7', 'ten', '10.0.0.256', ''] },
  'ipv6-address': { flag: '--ip6', around: [['create', '--network', 'backend'], ['img']], values: ['fd00::7', 'g::1', '10.0.0.7'] },
  'ip-address': { flag: '--dns', values: ['9.9.9.9', '2620:fe::fe', ' 9.9.9.9', '[2620:fe::fe]', '9.9.9', '9.9.9.09', 'dns.example.com', ''] },
  'mac-address': { flag: '--mac-address', values: ['02:42:ac:11:00:07', '02-42-ac-11-00-07', '0242.ac11.0007', '02:42:ac:11:00', '02:42:ac:11:00:0g', '0242ac110007'] },
  'dns-search': { flag: '--dns-search', values: ['internal.example.com', '.', 'under_score.example.com', '-a.example.com', 'a..b', '1.2', ''] },
  'resolv-option': { flag: '--dns-option', values: ['ndots:1', 'anything goes', ''] },
  'extra-host': { flag: '--add-host', values: ['db:10.0.0.9', 'db:host-gateway', 'db=10.0.0.9', 'db:[fd00::9]', 'db:fd00::9', 'db', 'db:', ':10.0.0.9', 'db:ten', '10.0.0.9:db', ''] },
  hostname: { flag: '--hostname', values: ['web', 'web_2', long, '-', ''] },
  domainname: { flag: '--domainname', values: ['example.com', 'not valid', ''] },
  'user-spec': { flag: '--user', around: exec, values: ['0', 'app:app', ':', 'a b'] },
  'group-spec': { flag: '--group-add', values: ['video', '0', ''] },
  'container-path': { flag: '--workdir', values: ['/srv', 'srv', '', 'C:\\srv'] },
  'container-name': { flag: '--name', values: ['api', 'a', 'two words', '/api', '-api', '--rm', ''] },
  entrypoint: { flag: '--entrypoint', values: ['sh', '', 'sh -c', '["sh"]'] },
  'shell-command': { flag: '--health-cmd', values: ['true', '', 'curl localhost || exit 1'] },
  'health-duration': { flag: '--health-timeout', values: ['10s', '1h2m3s', '1.5m', '.5s', '1.s', '+5s', '-0s', '-5s', '0', '-0', '00', '10', '10 s', '5min', '1d', '1s1', 's', '.s', '5S', '10µs', '10μs', '300000000h', '2562047h', '2562048h', ''] },
  'health-retries': { flag: '--health-retries', values: ['5', '-5', '0x5', '5.0', 'five'] },
  signal: { flag: '--stop-signal', values: ['SIGQUIT', 'quit', '3', '0', 'NOSUCH', ''] },
  'stop-timeout-seconds': { flag: '--time', around: stop, values: ['5', '-1', '0x5', '5s', '1.5', 'soon', '08'] },
  capability: { flag: '--cap-drop', values: ['MKNOD', 'cap_mknod', 'NO_SUCH', 'MKNOD,KILL', ''] },
  'security-opt': {
    flag: '--security-opt',
    values: ['no-new-privileges', 'no-new-privileges:', 'no-new-privileges=', 'no_new_privileges', 'nnp', 'seccomp=profile.json', 'seccomp=unconfined', 'seccomp=', 'seccomp', 'apparmor=', 'apparmor=none', 'apparmor:', 'label', 'label:type:x', '=x', ':x', '=', ':', 'a:b=c', 'writable-cgroups', 'unconfined', ''],
  },
  sysctl: { flag: '--sysctl', values: ['net.core.rmem_max=1', 'net.=', 'net.x', 'net=1', 'fs.mqueue.queues_max=9', 'fs.file-max=9', 'kernel.sem=1 2 3 4', 'kernel.sem', 'kernel.sem2=1', 'kernel.pid_max=1', 'Net.core.x=1', ' net.core.x=1', '', '='] },
  'storage-opt': { flag: '--storage-opt', values: ['size=1G', 'size', '=', ''] },
  'log-driver': { flag: '--log-driver', values: ['syslog', 'no-such', ''] },
  'log-opt': { flag: '--log-opt', values: ['max-size=1m', 'anything', '=', ''] },
  'pull-policy': { flag: '--pull', values: ['always', 'missing', 'newer', 'Never', ' never', 'true', ''] },
  platform: { flag: '--platform', values: ['linux', 'LINUX', 'arm64', 'aarch64', 'x86-64', 'i386', 'i486', 'macos', 'windows', 'linux/anything', 'linux/arm/v7', 'linux/arm/v7/x', 'linux/', '/arm64', 'linux/a b', 'linux(1.0)/arm64', 'linux(1.0)', 'linux/a.b', '*', 'linux-arm64', 'loong64', 'freebsd', 'wasip1', 'wasm', ''] },
  'pid-mode': { flag: '--pid', values: ['host', 'HOST', 'host:', 'container:web', 'container:', 'container:a:b', 'container', ':', 'none', ''] },
  'ipc-mode': { flag: '--ipc', values: ['shareable', 'anything', 'container:', ''] },
  'uts-mode': { flag: '--uts', values: ['host', 'host:', 'Host', 'container:web', ':', ''] },
  'userns-mode': { flag: '--userns', values: ['host', 'host:', 'keep-id', 'auto', ':', ''] },
  'cgroupns-mode': { flag: '--cgroupns', values: ['host', 'private', 'host:', 'PRIVATE', 'none', ''] },
  'cgroup-parent': { flag: '--cgroup-parent', values: ['/batch', 'batch.slice', ''] },
  isolation: { flag: '--isolation', values: ['default', 'hyperv', 'anything', ''] },
  'runtime-name': { flag: '--runtime', values: ['runsc', ''] },
  'volume-driver': { flag: '--volume-driver', values: ['local', ''] },
  'std-stream': { flag: '--attach', values: ['stdout', 'StdErr', 'STDin', 'std', 'stdin,stdout', ' stdin', '0', ''] },
  'detach-keys': { flag: '--detach-keys', around: [['exec'], ['web', 'ls']], values: ['ctrl-x', 'ctrl-a,b', 'DEL'] },
  'host-file-new': { flag: '--cidfile', values: ['no-such-folder/cid', ''] },
  'host-file': { flag: '--output', around: [['export'], ['web']], values: ['out.tar'] },
  'host-dir': { flag: '--checkpoint-dir', around: [['start', '--checkpoint', 'one'], ['web']], values: ['/var/lib/checkpoints', ''] },
  'checkpoint-name': { flag: '--checkpoint', around: [['start'], ['web']], values: ['one', ''] },
  'ps-filter': { flag: '--filter', around: ps, values: ['name=web', 'status=running', 'Name=web', ' name = web ', 'name', '=', '', 'colour=red', 'status=asleep'] },
  'prune-filter': { flag: '--filter', around: [['container', 'prune', '--force'], []], values: ['until=24h', 'label!=keep', 'label', '', 'colour=red'] },
  'format-ps': { flag: '--format', around: ps, values: ['{{.Names}}', 'table {{.ID}}\t{{.Image}}', 'json', '{{json .}}', '{{.Label "a"}}', '{{.Nope}}', '{{.ID', '{{', '}}', '{{nope .ID}}', '{{if .ID}}x{{end}}', '{{if .ID}}x', 'raw', ''] },
  'format-stats': { flag: '--format', around: [['stats', '--no-stream'], []], values: ['{{.Name}} {{.CPUPerc}}', '{{.Name', 'json'] },
  'format-inspect': { flag: '--format', around: [['container', 'inspect'], ['web']], values: ['{{.State.Status}}', '{{json .Config}}', '{{.State.Status', '{{range .Args}}{{.}}{{end}}', '{{range .Args}}', '{{nope}}', 'json', '{{index .Config.Labels "a"}}'] },
  'object-type': { flag: '--type', around: [['inspect'], ['web']], values: ['container', 'image', 'Container', 'pod', ''] },
  timestamp: { flag: '--since', around: [['logs'], ['web']], values: ['10m', '1h30m', '2024-05-01', '2024-05-01T10', '2024-05-01T10:20:30Z', '2024-05-01T10:20:30.5+02:00', '1714550000', '1714550000.25', '1d', 'yesterday', '2024-13-01', '2024-05-01 10:20', ''] },
  'log-tail': { flag: '--tail', around: [['logs'], ['web']], values: ['10', 'all', '-1', 'some', ''] },
  'dockerfile-instruction': { flag: '--change', around: [['commit'], ['web', 'img:1']], values: ['CMD ["sh"]', 'ENV A=1', 'NONSENSE x', ''] },
};

/** One command line per value, with `=` so that an empty value and one that begins with `-` stay values. */
export function valueLines(): string[][] {
  return Object.values(linesByKind).flatMap(({ flag, around: [before, after] = [['create'], ['img']], values }) =>
    values.map((value) => [...before, `${flag}=${value}`, ...after]),
  );
}
