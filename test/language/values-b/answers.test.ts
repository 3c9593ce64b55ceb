/** Answers about values are remembered longer than the commands they were asked for, which they must not keep alive. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ParsedValue, ValueGrammar } from '../../../server/src/language/docker/values/value-grammar.ts';
import { contextOf } from '../../support/values.ts';
import { grammars } from './grammars.ts';
import { seeds } from './seeds.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** One answer, and its question as nothing but a weak reference. */
function ask(parse: ValueGrammar['parse'], value: string): { readonly answer: ParsedValue; readonly context: WeakRef<object> } {
  const context = contextOf({ siblings: new Map() });
  return { answer: parse(value, context), context: new WeakRef(context) };
}

test('no answer holds on to what it was asked with', async () => {
  const asked = grammars.flatMap(({ kind, parse }) => (seeds[kind] ?? []).map((value) => ({ what: `${kind} ${value}`, ...ask(parse, value) })));
  // What a weak reference was made of lives until the end of the task.
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  collectGarbage();
  assert.deepEqual(asked.filter(({ context }) => context.deref() !== undefined).map(({ what }) => what), []);
  assert.ok(asked.flatMap(({ answer }) => answer.parts).length > 80);
});
