/** Any text, finished or half-written, gets parts and problems inside it, suggestions at the cursor, and sound fixes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cliVersions } from '../../../server/src/language/docker/generated/cli.ts';
import { parseImageReference } from '../../../server/src/language/docker/image-reference.ts';
import type { ValueGrammar } from '../../../server/src/language/docker/values/value-grammar.ts';
import { applyFix, contextOf } from '../../support/values.ts';
import { grammars } from './grammars.ts';
import { seeds } from './seeds.ts';

const junk = fc.oneof(fc.string({ unit: 'binary', maxLength: 10 }), fc.constantFrom(':', ',', '=', '/', '"', '""', '{{', '}}', '.', '-', ' ', '[', ']', '\n', '\r', '😀', 'x'));

/** A real value with a piece cut out and junk put in. */
function damaged(kind: string): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(...(seeds[kind] ?? [''])), fc.nat(80), fc.nat(6), junk).map(([seed, at, length, text]) => seed.slice(0, at) + text + seed.slice(at + length));
}

function assertInside(what: string, value: string, spans: readonly { readonly start: number; readonly end: number }[]): void {
  for (const { start, end } of spans) {
    assert.ok(0 <= start && start <= end && end <= value.length, `${what}: [${start}, ${end}) in ${JSON.stringify(value)}`);
  }
}

function checkParse(grammar: ValueGrammar, value: string): void {
  for (const version of cliVersions) {
    const context = contextOf({ version });
    const { parts, problems } = grammar.parse(value, context);
    assertInside(grammar.kind, value, [...parts, ...problems]);
    parts.forEach((part, index) => {
      assert.ok(index === 0 || (parts[index - 1]?.end ?? 0) <= part.start, `${grammar.kind}: parts out of order in ${JSON.stringify(value)}`);
      assert.ok(part.label !== '' && part.meaning !== '', `${grammar.kind}: a part without words in ${JSON.stringify(value)}`);
    });
    for (const fix of problems.flatMap(({ fixes = [] }) => fixes)) {
      const fixed = applyFix(value, fix);
      assert.notEqual(fixed, value);
      const left = grammar.parse(fixed, context).problems.filter(({ refusedBy }) => refusedBy === 'cli');
      assert.ok(!fix.safe || left.length === 0, `${grammar.kind}: ${JSON.stringify(value)} becomes ${JSON.stringify(fixed)}: ${left[0]?.message ?? ''}`);
    }
    assert.deepEqual(grammar.parse(value, contextOf({ version, podman: true })).problems.filter(({ refusedBy }) => refusedBy === 'cli'), [], 'podman is not judged by the rules of Docker');
  }
}

function checkCursors(grammar: ValueGrammar, value: string): void {
  for (let cursor = 0; cursor <= value.length; cursor++) {
    const suggestions = grammar.suggest?.(value, cursor, contextOf()) ?? [];
    assertInside(`${grammar.kind} suggestions`, value, suggestions);
    for (const { start, end, text } of suggestions) {
      assert.ok(start <= cursor && cursor <= end, `${grammar.kind}: ${text} replaces [${start}, ${end}) with the cursor at ${cursor} in ${JSON.stringify(value)}`);
    }
    const signature = grammar.signature?.(value, cursor, contextOf());
    let from = 0;
    for (const { label } of signature?.parameters ?? []) {
      from = signature?.label.indexOf(label, from) ?? -1;
      assert.ok(from >= 0, `${grammar.kind}: ${label} is missing in the signature`);
      from += label.length;
    }
    assert.ok(signature === undefined || signature.active < signature.parameters.length);
  }
}

/** What `code('')` shows. */
const codeOfNothing = /`""`/;

for (const grammar of grammars) {
  test(`${grammar.kind}: what is missing is called so, and not shown as an empty text`, () => {
    const words = ['', 'a', '1', '/x', '/dev/x', 'type=bind', 'name', 'size', 'count', 'container', 'on-failure', '127.0.0.1', ...(seeds[grammar.kind] ?? [])].filter((word) => !word.includes(' '));
    for (const separator of [',', ':', '=', '/', '-', '@', '.', '|', '+']) {
      for (const value of words.flatMap((word) => [word, word + separator, separator + word, word + separator + separator + word, `${word},${separator}`])) {
        const { parts, problems } = grammar.parse(value, contextOf());
        for (const text of [...parts.map(({ meaning }) => meaning), ...problems.map(({ message }) => message)]) {
          assert.doesNotMatch(text, codeOfNothing, value);
        }
      }
    }
  });

  test(`${grammar.kind}: any text`, () => {
    fc.assert(
      fc.property(fc.oneof(damaged(grammar.kind), junk), (value) => {
        checkParse(grammar, value);
        checkCursors(grammar, value);
      }),
      { seed: 4711, numRuns: 200 },
    );
  });
}

test('image references: any text', () => {
  fc.assert(
    fc.property(fc.oneof(damaged('image'), junk), (text) => {
      const { parts, problems } = parseImageReference(text);
      assertInside('image', text, [...parts, ...problems]);
      for (const fix of problems.flatMap(({ fixes = [] }) => fixes)) {
        assert.deepEqual(parseImageReference(applyFix(text, fix)).problems, []);
      }
    }),
    { seed: 4711, numRuns: 500 },
  );
});

test('very long values neither overflow the stack nor take for ever', () => {
  for (const piece of [':', ',', 'a', '/', 'a,', 'a=b,', 'a:', '{{', '{{.', '{{range .x}}', '1.', '"', '""', 'http://', 'a-', '..', ' ']) {
    const value = piece.repeat(50_000);
    assertInside('image', value, parseImageReference(value).problems);
    for (const grammar of grammars) {
      assertInside(grammar.kind, value, grammar.parse(value, contextOf()).problems);
    }
  }
});
