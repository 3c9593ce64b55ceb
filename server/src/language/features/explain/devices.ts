/** Reads aloud which devices and graphics cards of the host the container may use. */
import { code } from '../../text/markdown.ts';
import { cutDevice } from '../../docker/values/device.ts';
import type { Slice } from '../../docker/values/scan/slice.ts';
import type { Clause } from './clause.ts';
import { opaque } from './opaque-text.ts';
import { listed, valuesOf } from './phrases.ts';
import type { DockerCommand } from '../../command/docker-command.ts';

function fromDevice(value: string): string {
  const { host, inside, mode } = cutDevice(opaque(value));
  const written = ({ start, end }: Slice): string => code(value.slice(start, end));
  // What is no path is a name that a driver has registered.
  const what = host.text.includes('=') ? `the device ${written(host)}` : `the host's ${written(host)}`;
  return `${what}${inside === undefined || inside.text === host.text ? '' : ` as ${written(inside)}`}${mode?.text === 'r' ? ' (read-only)' : ''}`;
}

/** The cards of the one request, where it asks for nothing else; `0` and what is refused stay as written. */
function cards(command: DockerCommand): string | undefined {
  const [value, ...more] = valuesOf(command, 'gpus');
  if (value === undefined || more.length > 0) {
    return undefined;
  }
  const [, count] = /^(?:count=)?(all|[1-9]\d*)$/.exec(value) ?? [];
  if (count !== undefined) {
    return count === 'all' ? 'every GPU of the host' : count === '1' ? 'the first GPU of the host' : `the first ${count} GPUs of the host`;
  }
  const list = /^(?:"device=([\w.,-]+)"|device=([\w.-]+))$/.exec(value);
  const names = (list?.[1] ?? list?.[2] ?? '').split(',').filter((name) => name !== '');
  return names.length === 0 ? undefined : `${names.length === 1 ? 'the GPU' : 'the GPUs'} ${listed(names.map((name) => code(name)))}`;
}

export const devices: Clause = {
  flags: (command) => ['device', ...(cards(command) === undefined ? [] : ['gpus'])],
  say(command) {
    const all = [cards(command), ...valuesOf(command, 'device').map(fromDevice)].filter((name) => name !== undefined);
    return all.length === 0 ? undefined : `it may use ${listed(all)}`;
  },
};
