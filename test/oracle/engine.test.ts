/** What the engine refuses, and the CLI does not: judged by a real engine, at create or at start. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { quote } from 'shell-quote';
import { analyse, findingsOf } from '../../server/src/language/features/snapshot.ts';
import { rules } from '../../server/src/language/rules/index.ts';
import { defaultSettings } from '../support/commands.ts';
import { docker, ensureTestImage, missingEngine, removeLabelled, testImage } from '../support/docker-engine.ts';

const label = `gantry.test=${process.pid}`;
const reason = await missingEngine();
if (reason !== undefined) {
  console.log(`Engine tests are skipped: ${reason}.`);
}

/** Rules whose findings say that the command will fail. */
const refusing = new Map(rules.filter(({ refusedBy }) => refusedBy === 'cli' || refusedBy === 'engine').map((rule) => [rule.id, rule]));

/** What Gantry says: the ids of the rules by which the command fails. */
function refusedBy(args: readonly string[]): string[] {
  const text = `docker run -d ${quote(args)} ${testImage} sleep 60\n`;
  const forced = Object.fromEntries([...refusing.keys()].map((id) => [id, 'error' as const]));
  return findingsOf(analyse(text, 'shell', { ...defaultSettings, rules: forced }))
    .filter(({ ruleId, severity }) => refusing.has(ruleId) && severity === 'error')
    .map(({ ruleId }) => ruleId);
}

const refused: readonly (readonly string[])[] = [
  ['--memory', '512'],
  ['-m', '5m'],
  ['--memory', '100m', '--memory-swap', '50m'],
  ['--memory-swap', '1g'],
  ['--memory', '100m', '--memory-reservation', '200m'],
  ['--cpus', '1', '--cpu-period', '100000'],
  ['--cpus', '1', '--cpu-quota', '50000'],
  ['--cpu-period', '999'],
  ['--cpu-period', '1000001'],
  ['--cpu-quota', '500'],
  ['--cpuset-cpus', 'abc'],
  ['--oom-score-adj', '1001'],
  ['--restart', 'never'],
  ['--restart', 'ALWAYS'],
  ['--restart', 'always:3'],
  ['--restart', 'on-failure:-1'],
  ['--name', 'w'],
  ['--name', '-web'],
  ['--name', 'we b'],
  ['--workdir', 'app'],
  ['--stop-signal', 'SIGFOO'],
  ['--cap-add', 'BOGUS'],
  ['--cap-drop', 'NET_ADMIN,SYS_ADMIN'],
  ['--security-opt', 'no-new-privileges=bogus'],
  ['--security-opt', 'systempaths=other'],
  ['--log-opt', 'max-sizes=10m'],
  ['--log-opt', 'mode=sometimes'],
  ['--log-opt', 'max-buffer-size=4m'],
  ['--health-interval', '500us'],
  ['--ipc', 'bogus'],
  ['--network', 'container:'],
  ['--uts', 'host', '--hostname', 'h'],
  ['--network', 'host', '--link', 'db'],
  ['--volume', '/h:/c:bogus'],
  ['--volume', '/h:c'],
  ['--volume', '/h:/'],
  ['--volume', 'rel/x:/c'],
  ['--volume', '~/x:/c'],
  ['--volume', 'v1:/d:shared'],
  ['--volume', '/a:/d', '--volume', '/b:/d'],
  ['--mount', 'type=bind,src=/a,dst=b'],
  ['--mount', 'type=bind,dst=/b'],
  ['--mount', 'type=tmpfs,src=/a,dst=/b'],
  ['--mount', 'type=bind,src=/tmp,dst=/b,bind-propagation=bogus'],
  ['--tmpfs', 'run'],
  ['--tmpfs', '/'],
  ['--tmpfs', '/run:bogus'],
  ['--log-opt', 'max-size=abc'],
  ['--log-driver', 'syslog', '--log-opt', 'syslog-address=10.0.0.5:514'],
  ['--log-driver', 'syslog', '--log-opt', 'syslog-facility=deamon'],
  ['--log-driver', 'syslog', '--log-opt', 'syslog-facility=24'],
  ['--log-driver', 'syslog', '--log-opt', 'syslog-format=rfc1'],
  ['--log-driver', 'gelf'],
  ['--log-driver', 'awslogs', '--log-opt', 'awslogs-region=eu-central-1'],
  ['--log-driver', 'splunk', '--log-opt', 'splunk-url=http://127.0.0.1:8088'],
  ['--log-driver', 'splunk', '--log-opt', 'splunk-token=00000000'],
  ['--log-driver', 'gelf', '--log-opt', 'gelf-address=127.0.0.1:12201'],
  ['--log-driver', 'gelf', '--log-opt', 'gelf-address=udp://127.0.0.1'],
  ['--log-driver', 'gelf', '--log-opt', 'gelf-address=udp://127.0.0.1:12201', '--log-opt', 'gelf-compression-type=brotli'],
  ['--log-driver', 'fluentd', '--log-opt', 'fluentd-address=http://127.0.0.1'],
  ['--log-driver', 'fluentd', '--log-opt', 'fluentd-async=yes'],
  ['--log-driver', 'fluentd', '--log-opt', 'fluentd-retry-wait=5'],
  ['--log-driver', 'fluentd', '--log-opt', 'fluentd-buffer-limit=much'],
  ['--log-opt', 'max-file=0', '--log-opt', 'max-size=1m'],
  ['--sysctl', 'net.core.somaxconn=1024', '--network', 'host'],
];

const accepted: readonly (readonly string[])[] = [
  ['--log-driver', 'syslog', '--log-opt', 'syslog-address=udp://127.0.0.1:514', '--log-opt', 'syslog-facility=3'],
  ['--log-driver', 'gelf', '--log-opt', 'gelf-address=udp://127.0.0.1:12201', '--log-opt', 'gelf-compression-level=-1'],
  ['--log-driver', 'fluentd', '--log-opt', 'fluentd-address=127.0.0.1:24224', '--log-opt', 'fluentd-async=1', '--log-opt', 'fluentd-retry-wait=500ms'],
  ['--memory', '64m', '--memory-swap', '64m', '--cpus', '0.5', '--pids-limit', '100'],
  ['--memory', '64m', '--memory-swap', '-1'],
  ['--cpu-quota', '-1', '--cpus', '0.5'],
  ['--restart', 'on-failure:5'],
  ['--restart', 'on-failure:0'],
  ['--restart', 'no', '--rm'],
  ['--workdir', '/does/not/exist'],
  ['--stop-signal', 'term'],
  ['--stop-signal', 'RTMIN+3'],
  ['--cap-drop', 'ALL', '--cap-add', 'net_bind_service'],
  ['--cap-add', 'CAP_CHOWN'],
  ['--security-opt', 'no-new-privileges'],
  ['--security-opt', 'no-new-privileges:true'],
  ['--log-driver', 'local', '--log-opt', 'max-size=10m'],
  ['--log-driver', 'none'],
  ['--log-opt', 'max-size=10m', '--log-opt', 'max-file=3'],
  ['--log-opt', 'mode=non-blocking', '--log-opt', 'max-buffer-size=4m'],
  ['--health-cmd', 'true', '--health-interval', '1ms'],
  ['--ipc', 'shareable'],
  ['--network', 'none'],
  ['--network', 'host', '--hostname', 'h'],
  ['--tmpfs', '/run:size=1m,mode=1777'],
  ['--tmpfs', '/run:exec'],
  ['--mount', 'type=tmpfs,dst=/scratch,tmpfs-size=1m'],
  ['--mount', 'type=volume,dst=/data'],
  ['--read-only'],
  ['--user', '1001:1001'],
  ['--ulimit', 'nofile=1024:1024'],
  ['--sysctl', 'net.core.somaxconn=1024'],
  ['--hostname', 'web_1'],
  ['--init'],
  ['--expose', '80/foo'],
  ['--network', 'none', '-p', '80'],
  ['--pid', 'host'],
  ['--env', 'A B=1'],
];

void describe('a real engine agrees', { skip: reason ?? false, concurrency: 2 }, () => {
  before(() => ensureTestImage());
  after(() => removeLabelled(label));

  for (const args of refused) {
    void it(`that it refuses ${quote(args)}`, async () => {
      const real = await docker('run', '-d', '--label', label, ...args, testImage, 'sleep', '60');
      assert.equal(real.ok, false, `the engine took it: ${real.output}`);
      assert.notDeepEqual(refusedBy(args), [], `Gantry says nothing, the engine: ${real.output}`);
    });
  }

  for (const args of accepted) {
    void it(`that it takes ${quote(args)}`, async () => {
      const real = await docker('run', '-d', '--label', label, ...args, testImage, 'sleep', '60');
      assert.equal(real.ok, true, real.output);
      assert.deepEqual(refusedBy(args), []);
    });
  }
});
