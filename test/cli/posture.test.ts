/** `gantry lint --posture` as its users meet it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readArguments, UsageError } from '../../server/src/cli/arguments.ts';
import { lint } from '../../server/src/cli/lint.ts';

async function outputOf(input: string, ...args: string[]): Promise<string> {
  const parsed = readArguments(['lint', '-', ...args]);
  assert.equal(parsed.command, 'lint');
  let out = '';
  await lint(parsed, '/', { color: false, out: (text) => (out += text), err: () => undefined, progress: () => undefined, readInput: () => Promise.resolve(new TextEncoder().encode(input)) });
  return out;
}

void describe('gantry lint --posture', () => {
  void it('ends the report with a table for each command that makes a container', async () => {
    const out = await outputOf('docker ps\ndocker run --rm --read-only shop:2.4\n\ndocker create --cap-drop ALL --init=false shop:2.4\n', '--posture');
    assert.match(out, /^<stdin>:2:1 shop:2\.4: \d+ of \d+ hardening measures$/m);
    assert.match(out, /^<stdin>:4:1 shop:2\.4: /m);
    assert.match(out, /^ {2}present {2}Read-only file system \(--read-only\) +An intruder/m);
    assert.match(out, /^ {2}declined {2}Init process \(--init\) +Switched off\.$/m);
    assert.match(out, /^ {2}- +Restart policy \(--restart\) +The engine refuses it together with --rm\.$/m);
    assert.equal(out.match(/hardening measures/g)?.length, 2);
    assert.doesNotMatch(out, /`--rm`/);
  });

  void it('says nothing about posture without being asked, or where no container is made', async () => {
    assert.doesNotMatch(await outputOf('docker run --rm shop:2.4\n'), /hardening measures/);
    assert.doesNotMatch(await outputOf('docker ps\ndocker run $OPTIONS shop:2.4\n', '--posture'), /hardening measures/);
  });

  void it('is for people, not for programs', () => {
    assert.throws(() => readArguments(['lint', '--posture', '--format', 'json']), UsageError);
  });
});
