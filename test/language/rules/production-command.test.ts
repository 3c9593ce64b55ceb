/** A command as it should go to production leaves the rules nothing to say aloud, and each step back from it does. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse, findingsOf } from '../../../server/src/language/features/snapshot.ts';
import { defaultSettings } from '../../support/commands.ts';

const production = `docker run -d \\
  --name orders \\
  --restart unless-stopped \\
  --memory 768m \\
  --memory-swap 768m \\
  --cpus 1.5 \\
  --pids-limit 150 \\
  --read-only \\
  --tmpfs /tmp:size=64m \\
  --cap-drop ALL \\
  --cap-add NET_BIND_SERVICE \\
  --security-opt no-new-privileges \\
  -p 127.0.0.1:9090:9090 \\
  --env-file /etc/orders/orders.env \\
  --user 1200:1200 \\
  registry.example.com/shop/orders:v3.1
`;

function loud(text: string, kind: 'shell' | 'markdown'): string[] {
  return findingsOf(analyse(text, kind, defaultSettings)).flatMap(({ severity, ruleId }) => (severity === 'hint' ? [] : [ruleId]));
}

const steps: readonly (readonly [from: string, to: string, ruleId: string])[] = [
  ['--cap-drop ALL', '--privileged', 'privileged-container'],
  ['NET_BIND_SERVICE', 'SYS_ADMIN', 'dangerous-capability'],
  ['127.0.0.1:9090:9090', '5432:5432', 'published-on-all-interfaces'],
  ['--env-file /etc/orders/orders.env', '-e DB_URL=postgres://orders:s3cr3t@db/orders', 'secret-in-environment'],
  ['no-new-privileges', 'seccomp=unconfined', 'security-profile-disabled'],
  ['--read-only', '-v /etc:/host', 'sensitive-host-mount'],
  ['--read-only', '-v /var/run/docker.sock:/var/run/docker.sock', 'docker-socket-mount'],
  ['--memory-swap 768m', '--pid host', 'host-namespace'],
  [':v3.1', '', 'image-without-tag'],
  [':v3.1', ':latest', 'image-mutable-tag'],
];

void describe('a command for production', () => {
  void test('gets nothing above a hint in a script', () => {
    assert.deepEqual(loud(production, 'shell'), []);
  });

  void test('gets nothing above a hint in a text', () => {
    assert.deepEqual(loud(`\`\`\`sh\n${production}\`\`\`\n`, 'markdown'), []);
  });

  for (const [from, to, ruleId] of steps) {
    void test(`with ${to === '' ? 'no tag' : to} is ${ruleId}`, () => {
      assert.ok(loud(production.replace(from, to), 'shell').includes(ruleId));
    });
  }
});
