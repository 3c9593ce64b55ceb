/** Paths of a container as text: any bytes survive, in URIs too. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { baseOf, joinPath, normalPath, parentOf, pathBytes, pathQuery, pathText } from '../../client/src/engine/container-path.ts';

void describe('container paths', () => {
  void it('carry any bytes through text and through a URI', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.string({ unit: 'binary' }).map((text) => Buffer.from(text))), (bytes) => {
        const text = pathText(bytes);
        assert.deepEqual(pathBytes(decodeURIComponent(encodeURIComponent(text))), Buffer.from(bytes));
      }),
      { numRuns: 500 },
    );
  });

  void it('read as what they are where they are UTF-8', () => {
    assert.equal(pathText(Buffer.from('/grün/日本')), '/grün/日本');
    assert.equal(pathQuery('/a b/\uf7ff?&'), '/a%20b/%ff%3f%26');
  });

  void it('never give two names the same text', () => {
    assert.notEqual(pathText(Buffer.from([0xff])), pathText(Buffer.from('\uf7ff')));
  });

  void it('are taken apart as absolute paths', () => {
    assert.equal(normalPath('/a//b/./../c/'), '/a/c');
    assert.equal(normalPath('../..'), '/');
    assert.equal(parentOf('/a/b'), '/a');
    assert.equal(parentOf('/a'), '/');
    assert.equal(baseOf('/a/b/'), 'b');
    assert.equal(joinPath('/', 'x'), '/x');
  });
});
