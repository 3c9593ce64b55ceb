/** Reads mounts aloud: what of the host the container sees, and what outlives it. */
import { isOn, type DockerCommand } from '../../command/docker-command.ts';
import { code } from '../../text/markdown.ts';
import { powerOfSocket } from '../../docker/engine-socket.ts';
import { lastField, lastValue as lastMountValue, readMount } from '../../docker/values/scan/mount-fields.ts';
import { whole, type Slice } from '../../docker/values/scan/slice.ts';
import { cutVolume } from '../../docker/values/scan/volume-spec.ts';
import type { Clause } from './clause.ts';
import { opaque } from './opaque-text.ts';
import { lastValue, listed, sizeInWords, valuesOf } from './phrases.ts';

/** A source that something replaces later: only a path in or behind it tells that it is no volume. */
const replaced = /^(?:[$`%]|[<[{](?=[^<>[\]{}]*[>\]}]))/;

function sourceInWords(source: string): string {
  if (replaced.test(source) && !/[\\/]|\$\{?(?:PWD|HOME)\b|\bpwd\)|%cd%|^`pwd`/i.test(source)) {
    return code(source);
  }
  return replaced.test(source) || /^(?:[/.…~$`%]|[A-Za-z]:[\\/$`]|\\\\)/.test(source) ? `the host's ${code(source)}` : `the volume ${code(source)}`;
}

function fromVolume(value: string): string {
  const { source, target, options, pieces } = cutVolume(whole(opaque(value)));
  const written = ({ start, end }: Slice): string => value.slice(start, end);
  if (pieces.length > 3 || source?.text === '' || target.text === '') {
    return code(value);
  }
  if (source === undefined) {
    return replaced.test(value) ? code(value) : `an anonymous volume at ${code(value)}`;
  }
  const readOnly = options?.text.split(',').includes('ro') === true;
  return `${sourceInWords(written(source))} at ${code(written(target))}${readOnly ? ' (read-only)' : ''}`;
}

function fromMount(value: string): string {
  const { fields, record, type } = readMount(value);
  const text = (name: string) => lastMountValue(fields, name)?.text;
  const source = text('source');
  const target = text('target');
  if (target === undefined || record.failure !== undefined) {
    return code(value);
  }
  if (type === 'tmpfs') {
    const size = text('tmpfs-size');
    return fromTmpfs(size === undefined ? target : `${target}:size=${size}`);
  }
  const readOnly = lastField(fields, 'readonly') !== undefined && !/^(?:0|f|false)$/i.test(text('readonly') ?? '');
  if (source === undefined) {
    return `an anonymous volume at ${code(target)}`;
  }
  const what = type === 'bind' ? `the host's ${code(source)}` : type === 'image' ? `the files of the image ${code(source)}` : type === 'npipe' ? `the named pipe ${code(source)}` : `the volume ${code(source)}`;
  return `${what} at ${code(target)}${readOnly ? ' (read-only)' : ''}`;
}

function fromTmpfs(value: string): string {
  const [target = '', options = ''] = value.split(':');
  const size = /(?:^|,)size=([^,]+)/.exec(options)?.[1];
  return `${size === undefined ? 'memory' : `${sizeInWords(size)} of memory`} at ${code(target)}`;
}

/** What a socket of an engine among the sources makes of the container. */
function power(command: DockerCommand): string | undefined {
  const sources = [...valuesOf(command, 'volume').map((value) => cutVolume(whole(opaque(value))).source?.text), ...valuesOf(command, 'mount').map((value) => lastMountValue(readMount(value).fields, 'source')?.text)];
  const powers = sources.map((source) => (source === undefined ? undefined : powerOfSocket(source.replace(/^\/+/, '/'))));
  return powers.find((found) => found !== undefined);
}

/** Of another container: `db:ro`. */
function fromContainer(value: string): string {
  const [name = '', mode = ''] = value.split(':');
  return `the mounts of ${code(name)}${mode.split(',').includes('ro') ? ' (read-only)' : ''}`;
}

export const storage: Clause = {
  flags: () => ['volume', 'mount', 'tmpfs', 'volumes-from', 'read-only', 'workdir'],
  say(command) {
    const mounts = [
      ...valuesOf(command, 'volume').map(fromVolume),
      ...valuesOf(command, 'mount').map(fromMount),
      ...valuesOf(command, 'tmpfs').map(fromTmpfs),
      ...valuesOf(command, 'volumes-from').map(fromContainer),
    ];
    const socket = power(command);
    const directory = lastValue(command, 'workdir');
    const phrases = [
      ...(mounts.length === 0 ? [] : [`it sees ${listed(mounts)}`]),
      ...(socket === undefined ? [] : [`by the socket of the engine it is ${socket}`]),
      ...(isOn(command, 'read-only') ? ['the rest of its file system is read-only'] : []),
      ...(directory === undefined ? [] : [`it works in ${code(directory)}`]),
    ];
    return phrases.length === 0 ? undefined : phrases.join('; ');
  },
};
