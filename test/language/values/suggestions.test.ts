/** What is offered while a value is typed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ValueKind } from '../../../server/src/language/docker/cli-facts.ts';
import { grammars } from '../../../server/src/language/docker/values/index.ts';
import { marked } from '../../support/markers.ts';
import { accept, contextOf, siblings, suggested, type PartialContext } from '../../support/values.ts';

type Row = readonly [kind: ValueKind, typed: string, includes: readonly string[], excludes?: readonly string[], context?: PartialContext];

/** Labels after taking the suggestion at the cursor `‸`. */
const rows: readonly Row[] = [
  ['restart-policy', 'un‸', ['unless-stopped', 'on-failure:5', 'no']],
  ['capability', '‸', ['NET_ADMIN', 'CHOWN', 'ALL']],
  ['signal', 'SIG‸', ['SIGTERM', 'SIGHUP', 'SIGKILL', 'SIGRTMIN+3']],
  ['log-driver', '‸', ['local', 'json-file', 'journald'], ['logentries']],
  ['log-opt', '‸', ['max-size=10m', 'max-file=3', 'mode=non-blocking'], ['syslog-address=udp://logs.example.com:514']],
  ['log-opt', '‸', ['syslog-address=udp://logs.example.com:514'], ['max-size=10m'], siblings({ 'log-driver': ['syslog'] })],
  ['log-opt', '‸', ['max-file=3'], ['max-size=10m'], siblings({ 'log-opt': ['max-size=5m', ''] })],
  ['log-opt', 'mode=‸', ['mode=non-blocking', 'mode=blocking'], ['max-size=10m']],
  ['log-opt', 'ma‸=10m', ['max-size=10m'], ['max-size=10m=10m']],
  ['security-opt', '‸', ['no-new-privileges', 'seccomp=unconfined', 'apparmor=docker-default', 'label=disable']],
  ['pid-mode', '‸', ['host', 'container:name'], ['private']],
  ['ipc-mode', '‸', ['private', 'shareable', 'host', 'none', 'container:name']],
  ['cgroupns-mode', '‸', ['private', 'host']],
  ['pull-policy', '‸', ['missing', 'always', 'never']],
  ['std-stream', '‸', ['stdin', 'stdout', 'stderr']],
  ['ulimit', '‸', ['nofile=65536:65536', 'nproc=4096', 'rttime=1000000'], ['as=1024']],
  ['ulimit', 'nofile=‸', ['nofile=65536:65536', 'nofile=-1'], ['nproc=4096']],
  ['platform', '‸', ['linux/amd64', 'linux/arm64', 'windows/amd64']],
  ['memory-bytes', '‸', ['512m', '1g']],
  ['memory-swap-bytes', '‸', ['768m', '-1'], [], siblings({ memory: ['768m'] })],
  ['health-duration', '‸', ['30s', '1m30s']],
  ['shell-command', '‸', ['pg_isready -U postgres', 'curl -fsS http://localhost:8080/health || exit 1']],
  ['bool', 't‸', ['true', 'false']],
];

for (const [kind, typed, includes, excludes = [], context] of rows) {
  test(`${kind} ${typed} ${JSON.stringify([...(context?.siblings ?? [])])}`, () => {
    const { text, cursor } = marked(typed);
    const results = suggested(kind, text, cursor, context).map((suggestion) => accept(text, suggestion));
    for (const expected of includes) {
      assert.ok(results.includes(expected), `${expected} is offered, among ${results.join(', ')}`);
    }
    for (const unexpected of excludes) {
      assert.ok(!results.includes(unexpected), `${unexpected} is not offered`);
    }
  });
}

test('capabilities that a container has come first when dropping, those that it lacks when adding', () => {
  const first = (flag: string) => suggested('capability', '', 0, { flag }).map(({ text }) => text);
  assert.equal(first('cap-drop')[0], 'ALL');
  assert.equal(first('cap-drop')[1], 'CHOWN');
  assert.notEqual(first('cap-add')[0], 'ALL');
  assert.ok(first('cap-add').indexOf('NET_ADMIN') < first('cap-add').indexOf('CHOWN'));
});

/** Kinds that are put together from several suggestions, so that one alone is not a whole value. */
const inSteps: ReadonlySet<ValueKind> = new Set(['mount', 'network', 'gpu-request', 'ps-filter', 'prune-filter']);

test('whatever is offered is accepted by the CLI and the engine', () => {
  for (const grammar of grammars.filter(({ kind }) => !inSteps.has(kind))) {
    for (const suggestion of grammar.suggest?.('', 0, contextOf()) ?? []) {
      const value = accept('', suggestion);
      const refusals = grammar.parse(value, contextOf()).problems.filter(({ refusedBy }) => refusedBy !== 'nobody');
      assert.deepEqual(refusals, [], `${grammar.kind}: ${value}`);
    }
  }
});

test('the signature of --ulimit follows the cursor', () => {
  const ulimit = grammars.find(({ kind }) => kind === 'ulimit');
  for (const [typed, active] of [['nof‸', 'name'], ['nofile=‸', 'soft'], ['nofile=1024:20‸', '[:hard]']] as const) {
    const { text, cursor } = marked(typed);
    const signature = ulimit?.signature?.(text, cursor, contextOf());
    assert.ok(signature !== undefined);
    assert.equal(signature.parameters[signature.active]?.label, active);
    assert.ok(signature.parameters.every(({ label }) => signature.label.includes(label)));
  }
});

test('the signature of the health flags shows which of them is typed', () => {
  for (const [kind, flag] of [['health-duration', 'health-timeout'], ['shell-command', 'health-cmd']] as const) {
    const signature = grammars.find((grammar) => grammar.kind === kind)?.signature?.('', 0, contextOf({ flag }));
    assert.ok(signature?.parameters[signature.active]?.label.startsWith(`--${flag} `));
  }
});
