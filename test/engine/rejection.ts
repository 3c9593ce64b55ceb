/** The error that a call has to fail with. */
import assert from 'node:assert/strict';
import { EngineError } from '../../client/src/engine/errors.ts';

export async function rejection(call: Promise<unknown>): Promise<EngineError> {
  try {
    await call;
  } catch (error) {
    assert.ok(error instanceof EngineError, String(error));
    return error;
  }
  throw new assert.AssertionError({ message: 'The call did not fail.' });
}
