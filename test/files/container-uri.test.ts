/** Addresses of files in containers name what they were made for, whatever engines and files are called. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { normalPath } from '../../client/src/engine/container-path.ts';
import { placeOf, placePath } from '../../client/src/files/container-uri.ts';

void describe('addresses of files in containers', () => {
  void it('come back as what they were made of', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(name, name, fc.string({ unit: 'binary' }).map(normalPath), (engine, container, path) => {
        assert.deepEqual(placeOf(placePath({ engine, container, path })), { engine, container, path });
      }),
    );
  });

  void it('read like a path', () => {
    assert.equal(placePath({ engine: 'default', container: 'web', path: '/etc/hosts' }), '/default/web/etc/hosts');
    assert.equal(placePath({ engine: 'tcp://build:2376', container: 'web', path: '/' }), '/tcp%3A%2F%2Fbuild%3A2376/web/');
    assert.deepEqual(placeOf('/default/web'), { engine: 'default', container: 'web', path: '/' });
  });

  void it('never lead out of their container, and name none above it', () => {
    assert.deepEqual(placeOf('/default/web/../../other/db'), { engine: 'default', container: 'web', path: '/other/db' });
    for (const path of ['', '/', '/default', '/default/', '//web/x', '/%E0%A4%A/web/x']) {
      assert.equal(placeOf(path), undefined, path);
    }
  });
});
