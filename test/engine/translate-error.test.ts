/** What engines answer instead of doing as asked, recorded from Docker 20.10.24 and 28.5.2, Podman 4.3.1 and 5.8.6, in plain words. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Endpoint } from '../../client/src/engine/endpoint.ts';
import type { EngineErrorReason } from '../../client/src/engine/errors.ts';
import { statusError, transportError } from '../../client/src/engine/translate-error.ts';

const id = 'a076846e22f9b6335b6a3a551fd660c14757d3a28a6c187dca671d02b35eb37f';
const endpoint: Endpoint = { kind: 'unix', path: '/run/x.sock' };

const notRunning = 'The container is not running.';
const notPaused = 'The container is not paused.';
const alreadyPaused = 'The container is already paused.';
const loops = 'The container waits for its restart policy to start it again.';
const notEnded = 'The container has not ended: stop it first, or remove it by force.';
const gone = 'The container is gone: something else removed it.';
const notOffered = 'This engine does not offer that.';

const answers: readonly (readonly [status: number, message: string, reason: EngineErrorReason, sentence: string])[] = [
  // Docker
  [409, `Cannot kill container: ${id}: Container ${id} is not running`, 'conflict', notRunning],
  [409, `Container ${id} is not running`, 'conflict', notRunning],
  [500, `Container ${id} is not paused`, 'conflict', notPaused],
  [409, `Container ${id} is already paused`, 'conflict', alreadyPaused],
  [409, `Container ${id} is restarting, wait until the container is running`, 'conflict', loops],
  [500, `Cannot pause container ${id}: cannot pause a stopped container: unknown`, 'conflict', loops],
  [500, `Cannot pause container ${id}: OCI runtime pause failed: unable to freeze: unknown`, 'engine-failed', 'The kernel did not manage to freeze all its processes at once: try again.'],
  [500, `Cannot update container ${id}: cannot update a stopped container: unknown`, 'conflict', loops],
  [404, `sandbox ${id} not found`, 'conflict', loops],
  [409, 'cannot start a paused container, try unpause instead', 'conflict', 'The container is paused: unpause it instead.'],
  [409, `You cannot remove a running container ${id}. Stop the container before attempting removal or force remove`, 'conflict', notEnded],
  [409, `You cannot remove a paused container ${id}. Unpause and then stop the container before attempting removal or force remove`, 'conflict', notEnded],
  [409, `Error when allocating new name: Conflict. The container name "/web" is already in use by container "${id}". You have to remove (or rename) that container to be able to reuse that name.`, 'conflict', 'The name "web" is already in use by another container.'],
  [409, `removal of container ${id} is already in progress`, 'conflict', 'removal of container a076846e22f9 is already in progress'],
  [404, `No such container: ${id}`, 'not-found', gone],
  [404, 'page not found', 'refused', notOffered],
  [404, 'service web not found', 'not-found', 'service web not found'],
  [500, `driver failed programming external connectivity on endpoint web (${id}): Bind for 0.0.0.0:80 failed: port is already allocated`, 'engine-failed', 'driver failed programming external connectivity on endpoint web (a076846e22f9): Bind for 0.0.0.0:80 failed: port is already allocated'],
  [409, 'cannot remove container "web": container is running: stop the container before removing or force remove', 'conflict', notEnded],
  [409, 'cannot remove container "web": container is restarting: stop the container before removing or force remove', 'conflict', notEnded],
  [409, 'cannot remove container "web": container is paused and must be unpaused first', 'conflict', notEnded],
  [409, `cannot kill container: web: container ${id} is not running`, 'conflict', notRunning],
  [500, 'ps: exec: "ps": executable file not found in $PATH', 'engine-failed', 'The host of the engine has no ps, which lists the processes.'],
  [404, `joining network namespace of container: No such container: ${id}`, 'engine-failed', 'It shares a namespace of a container that is gone.'],
  [409, `failed to join PID namespace: container ${id} is not running`, 'engine-failed', 'It shares a namespace of a container that does not run.'],
  // Podman
  [500, `retrieving exec session ${id} from container ${id}: container ${id} does not exist in database: no such container`, 'not-found', gone],
  [500, `can only kill running containers. ${id} is in state created: container state improper`, 'conflict', notRunning],
  [500, '"created" is not running, can\'t pause: container state improper', 'conflict', notRunning],
  [500, `"${id}" is not paused, can't unpause: container state improper`, 'conflict', notPaused],
  [500, `"${id}" is already paused: container state improper`, 'conflict', alreadyPaused],
  [500, `container ${id} must be in Created or Stopped state to be started: container state improper`, 'conflict', 'The container is paused: unpause it instead.'],
  [500, `container ${id} is running or paused, refusing to clean up: container state improper`, 'conflict', 'This engine cannot stop a paused container: unpause it first.'],
  [500, 'unable to restart a container in a paused or unknown state: container state improper', 'conflict', 'This engine cannot restart a paused container: unpause it first.'],
  [500, `cannot remove container ${id} as it is running - running or paused containers cannot be removed without force: container state improper`, 'conflict', notEnded],
  [500, `sending SIGKILL to container ${id}: container state improper: stopped`, 'conflict', 'sending SIGKILL to container a076846e22f9: container state improper: stopped'],
  [500, 'top can only be used on running containers', 'conflict', notRunning],
  [500, `renaming container ${id}: updating container config table with new configuration for container ${id}: UNIQUE constraint failed: ContainerConfig.Name`, 'conflict', 'The name is already in use by another container.'],
  [404, 'Not Found', 'refused', notOffered],
  [404, '', 'not-found', gone],
];

void suite('an answer of an engine', () => {
  for (const [status, message, reason, sentence] of answers) {
    void test(`${status} ${message.replaceAll(id, '<id>')}`, () => {
      const error = statusError(status, message === 'Not Found' || message === '' ? message : JSON.stringify({ message }), endpoint);
      assert.deepEqual([error.reason, error.message, error.status], [reason, sentence, status]);
      assert.ok(error.details.includes(message), 'the raw text stays');
    });
  }

  void test('of Podman, which tells the cause apart, is read as well', () => {
    assert.equal(statusError(500, JSON.stringify({ cause: 'container state improper', message: '', response: 500 }), endpoint).reason, 'conflict');
  });

  void test('that is not JSON, or another shape of it, is taken as it is', () => {
    for (const body of ['plain', 'null', '[]', '"text"', '{"message":7}']) {
      const error = statusError(500, body, endpoint);
      assert.deepEqual([error.reason, error.details], ['engine-failed', body]);
    }
  });

  void test('is bounded, and free of control characters', () => {
    const error = statusError(500, JSON.stringify({ message: `\u001b[31m${'x'.repeat(1_000_000)}\u0000` }), endpoint);
    assert.ok(error.message.length <= 300 && error.details.length <= 4_000);
    assert.doesNotMatch(error.message + error.details, /[\u0000-\u0009\u000b-\u001f]/);
  });
});

void suite('a connection that is reset', () => {
  const secure: Endpoint = { kind: 'tcp', host: 'build', port: 2376, tls: { verify: true } };
  const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });

  void test('before an engine with TLS ever answered is about certificates', () => {
    assert.equal(transportError(reset, secure).reason, 'tls');
  });

  void test('later, and on every other engine, is not', () => {
    assert.equal(transportError(reset, secure, true).reason, 'unreachable');
    assert.equal(transportError(reset, endpoint).reason, 'unreachable');
  });
});
