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

function parsed(version: string): readonly [number, number] | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})$/.exec(version);
  return match === null ? undefined : [Number(match[1]), Number(match[2])];
}

/** What a client of `version` speaks with the engine; undefined where that cannot be told. */
export function apiVersionOf(version: string, advertised: string): string | undefined {
  const [client, engine] = [parsed(version), parsed(advertised)];
  return client === undefined || engine === undefined ? undefined : (compare(client, engine) > 0 ? engine : client).join('.');
}

/** `advertised` is the header `Api-Version` of the answer to `_ping`. Throws where it is missing or too old. */
export function apiVersionFor(advertised: string, endpoint: Endpoint): string {
  const version = parsed(advertised);
  if (version === undefined) {
    throw new EngineError('invalid-answer', `What answers at ${describeEndpoint(endpoint)} does not speak like a container engine.`, 'Its answer to /_ping names no API version.');
  }
  if (compare(version, oldest) < 0) {
    throw new EngineError('too-old', `The engine at ${describeEndpoint(endpoint)} speaks API ${advertised}; Gantry needs ${oldest.join('.')} or later.`);
  }
  return (compare(version, newest) > 0 ? newest : version).join('.');
}
