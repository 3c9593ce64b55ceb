/** Which version of the API both sides speak. */
import type { Endpoint } from './endpoint.ts';
import { describeEndpoint } from './endpoint.ts';
import { EngineError } from './errors.ts';

/** Docker Engine 20.10 and Podman 4 are the oldest that Gantry is tested with. */
const oldest = [1, 40] as const;
/** The newest whose answers were looked at when this was written. */
const newest = [1, 51] as const;

function compare(one: readonly [number, number], other: readonly [number, number]): number {
  return one[0] - other[0] || one[1] - other[1];
}

/** `advertised` is the header `Api-Version` of the answer to `_ping`. Throws where it is missing or too old. */
export function apiVersionFor(advertised: string, endpoint: Endpoint): string {
  const match = /^(\d{1,3})\.(\d{1,3})$/.exec(advertised);
  if (match === null) {
    throw new EngineError('invalid-answer', `What answers at ${describeEndpoint(endpoint)} does not speak like a container engine.`, 'Its answer to /_ping names no API version.');
  }
  const version = [Number(match[1]), Number(match[2])] as const;
  if (compare(version, oldest) < 0) {
    throw new EngineError('too-old', `The engine at ${describeEndpoint(endpoint)} speaks API ${advertised}; Gantry needs ${oldest.join('.')} or later.`);
  }
  return (compare(version, newest) > 0 ? newest : version).join('.');
}
