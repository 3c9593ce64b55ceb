/** Addresses of engines: what each means, and what is said about one that means nothing. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { describeEndpoint, type Endpoint } from '../../client/src/engine/endpoint.ts';
import { parseEndpoint, withoutPassword } from '../../client/src/engine/endpoint-url.ts';
import { EngineError } from '../../client/src/engine/errors.ts';

const accepted: Readonly<Record<string, Endpoint>> = {
  'unix:///run/user/1000/docker.sock': { kind: 'unix', path: '/run/user/1000/docker.sock' },
  'unix://': { kind: 'unix', path: '/var/run/docker.sock' },
  'npipe:////./pipe/docker_engine': { kind: 'npipe', path: '//./pipe/docker_engine' },
  'npipe://\\\\.\\pipe\\podman': { kind: 'npipe', path: '//./pipe/podman' },
  'tcp://build.example:2376': { kind: 'tcp', host: 'build.example', port: 2376 },
  'tcp://': { kind: 'tcp', host: 'localhost', port: 2375 },
  'tcp://u:p@h:1': { kind: 'tcp', host: 'h', port: 1 },
  ':77': { kind: 'tcp', host: 'localhost', port: 77 },
  h: { kind: 'tcp', host: 'h', port: 2375 },
  '  h:99 ': { kind: 'tcp', host: 'h', port: 99 },
  'tcp://[::1]:5': { kind: 'tcp', host: '::1', port: 5 },
  'http://h:80/': { kind: 'tcp', host: 'h', port: 80 },
  'https://h': { kind: 'tcp', host: 'h', port: 2376, tls: { verify: true } },
  'ssh://h': { kind: 'ssh', destination: 'h' },
  'ssh://ann@h:2222/run/x%20y.sock': { kind: 'ssh', destination: 'h', user: 'ann', port: 2222, path: '/run/x y.sock' },
  'ssh://ann@h/': { kind: 'ssh', destination: 'h', user: 'ann' },
  'ssh://ann@corp@h': { kind: 'ssh', destination: 'h', user: 'ann@corp' },
};

const refused: Readonly<Record<string, RegExp>> = {
  'UNIX:///x': /"UNIX:\/\/" is none of unix:\/\//,
  'fd://': /is none of/,
  'unix://relative.sock': /third slash/,
  'npipe://docker': /npipe:\/\/\/\/\.\/pipe\/name/,
  'tcp://h:0': /"0" is not a port/,
  'tcp://h:70000': /"70000" is not a port/,
  'tcp://h:80/path': /nothing may follow the port/,
  'tcp://::1': /square brackets/,
  '/var/run/docker.sock': /a socket is written as unix:\/\/\/var\/run\/docker\.sock\.$/,
  'unix:/run/x.sock': /a socket is written as unix:\/\/\/run\/x\.sock\.$/,
  'ssh://': /the host is missing/,
  'ssh://ann:secret@h': /ssh takes no password/,
  'ssh://h/x?y': /only the path/,
  'ssh://h/%00': /control character/,
  'unix:///a b': /space/,
};

void describe('addresses of engines', () => {
  for (const [address, endpoint] of Object.entries(accepted)) {
    void it(`reads ${JSON.stringify(address)}`, () => {
      assert.deepEqual(parseEndpoint(address), endpoint);
    });
  }

  for (const [address, message] of Object.entries(refused)) {
    void it(`refuses ${JSON.stringify(address)} and says why`, () => {
      assert.throws(() => parseEndpoint(address), (error) => error instanceof EngineError && error.reason === 'misconfigured' && message.test(error.message) && !error.message.includes('secret'));
    });
  }

  void it('fails in one way only, whatever the text', () => {
    const address = fc.oneof(fc.string(), fc.tuple(fc.constantFrom('unix://', 'tcp://', 'ssh://', 'npipe://', 'http://', ''), fc.string()).map((parts) => parts.join('')));
    fc.assert(
      fc.property(address, (text) => {
        try {
          const endpoint = parseEndpoint(text);
          return endpoint.kind !== 'tcp' || (endpoint.port >= 1 && endpoint.port <= 65_535);
        } catch (error) {
          return error instanceof EngineError;
        }
      }),
    );
  });

  void it('shows an endpoint as an address that means the same', () => {
    for (const address of ['unix:///run/x.sock', 'npipe:////./pipe/x', 'tcp://[::1]:5', 'ssh://ann@h:22/run/x.sock']) {
      assert.equal(describeEndpoint(parseEndpoint(address)), address);
    }
  });

  void it('never shows a password', () => {
    assert.equal(withoutPassword('tcp://ann:hunter2@h:1'), 'tcp://ann:***@h:1');
    assert.equal(withoutPassword('ann:hunter2@h:1'), 'ann:***@h:1');
    assert.equal(withoutPassword('tcp://h:1'), 'tcp://h:1');
  });
});
