/** Commands to be hardened and started on a real engine: what people write, with an image of ours. */
import type { MeasureId } from '../../server/src/language/hardening/measure.ts';

export interface BaseCommand {
  /** Between `docker run -d` and the image. */
  readonly flags: string;
  /** Below the registry of the test; `busybox` is the plain test image. */
  readonly image?: string;
  readonly process?: string;
  /** Measures that are not in force afterwards: the user decided, or they make no sense. */
  readonly without?: readonly MeasureId[];
  /** Capabilities that process 1 holds; none by default. */
  readonly holds?: readonly string[];
  /** Shell commands that must succeed inside. */
  readonly works?: readonly string[];
}

const noPorts: readonly MeasureId[] = ['loopback'];
const database = ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETGID', 'SETUID'];
const web = ['CHOWN', 'NET_BIND_SERVICE', 'SETGID', 'SETUID'];

/** Prepares a folder as root, steps down and stays: what the entrypoints of databases do. */
const stepsDown = `sh -c 'mkdir -p /run/db && busybox chown db:db /run/db && exec busybox su -s /bin/sh db -c "exec sleep 600"'`;

export const baseCommands: readonly BaseCommand[] = [
  { flags: '', without: noPorts },
  { flags: '-p 8080', works: ['echo x > /tmp/x', 'echo x > /run/x', '! echo x > /etc/x'] },
  { flags: '-p 0:8080 -p 0:9090' },
  { flags: '-p 0:8080/udp' },
  { flags: '-p "0:8080"' },
  { flags: '-p 80', process: 'busybox httpd -f -p 80', works: ['busybox nc 127.0.0.1 80 < /dev/null'] },
  { flags: '-p 443 -p 8443' },
  { flags: '-P', without: ['loopback'] },
  { flags: '--restart no -p 8080', without: ['restart'] },
  { flags: '--restart always', without: noPorts },
  { flags: '--restart on-failure:3', without: noPorts },
  { flags: '--rm -p 8080', without: ['restart'] },
  { flags: '--init=false -p 8080', without: ['init'] },
  { flags: '-m 64m -p 8080' },
  { flags: '--memory 64m --memory-swap 128m', without: ['memory', 'loopback'] },
  { flags: '--memory-reservation 32m -p 8080' },
  { flags: '--shm-size 64m -p 8080' },
  { flags: '--cpus 0.5 -p 8080' },
  { flags: '--cpu-shares 512 -p 8080' },
  { flags: '--cpuset-cpus 0 -p 8080', without: ['cpus'] },
  { flags: '--cpu-quota 50000', without: ['cpus', 'loopback'] },
  { flags: '--pids-limit 64 --ulimit nofile=1024:1024', without: noPorts },
  { flags: '--log-driver local', without: noPorts },
  { flags: '--log-driver none', without: ['log-rotation', 'loopback'] },
  { flags: '--log-opt max-file=2', without: noPorts },
  { flags: '--log-opt max-size=1m --log-opt tag=web', without: noPorts },
  { flags: '--read-only --tmpfs /tmp:size=1m --tmpfs /run', without: noPorts },
  { flags: '--tmpfs /tmp:exec -v /run', without: noPorts },
  { flags: '-v /tmp', without: noPorts, works: ['! echo x > /etc/x'] },
  { flags: '--mount type=tmpfs,dst=/scratch', without: noPorts, works: ['echo x > /scratch/x'] },
  { flags: '--read-only=false', without: ['read-only', 'loopback'], works: [] },
  { flags: '--cap-add NET_RAW -p 8080' },
  { flags: '--cap-drop NET_RAW --cap-drop CHOWN', without: noPorts },
  { flags: '--user 0', without: ['user', 'loopback'] },
  { flags: '-u 1234:1234 -e A=1 -e "B=two words"', without: noPorts, works: ['test "$B" = "two words"'] },
  { flags: '--security-opt seccomp=unconfined', without: noPorts },
  { flags: '--security-opt no-new-privileges=false', without: ['no-new-privileges', 'loopback'] },
  { flags: '--network none', without: noPorts },
  { flags: '--network host', without: noPorts },
  { flags: '--hostname web --add-host db:10.0.0.9 --dns 10.0.0.53 -p 8080' },
  { flags: '--entrypoint sleep -p 8080', process: '600' },
  { flags: '-it -p 8080', process: 'sh' },
  { flags: '--health-cmd true --health-interval 1s --stop-signal SIGINT --stop-timeout 3 -p 8080' },
  { flags: '--label team=shop --pid host', without: ['init', 'loopback'] },
  { flags: '-v /var/run/docker.sock:/var/run/docker.sock', without: ['user', 'loopback'], works: ['test -S /var/run/docker.sock'] },
  { flags: '-p 0:5432 -v /var/lib/data', image: 'postgres', process: stepsDown, without: ['user'], holds: database, works: ['busybox ps -o user,args | busybox grep -q "^db .*sleep"'] },
  { flags: '-p 0:80', image: 'nginx', process: `sh -c 'echo x > /var/cache/nginx/x && exec busybox httpd -f -p 80'`, without: ['user'], holds: web },
  { flags: '-p 0:9000', image: 'bitnami/app', without: ['user', 'read-only'] },
  { flags: '-p 0:8989', image: 'linuxserver/sonarr', without: ['user', 'read-only', 'init'], holds: ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'KILL', 'SETGID', 'SETUID'] },
];
