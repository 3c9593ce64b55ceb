/** Folders and files of the host that a container sees, from `-v` and `--mount` alike. */
import { replaceValue } from '../command/edits.ts';
import type { DockerCommand, FlagUse } from '../command/docker-command.ts';
import type { CliVersion } from '../docker/cli-facts.ts';
import { parseBoolean } from '../docker/values/bool.ts';
import { lastField, lastValue, readMount } from '../docker/values/scan/mount-fields.ts';
import { split, whole } from '../docker/values/scan/slice.ts';
import { cutVolume } from '../docker/values/scan/volume-spec.ts';
import type { TextEdit } from '../text/edit.ts';
import { judgedValues } from './flag-values.ts';

export interface HostMount {
  readonly use: FlagUse;
  /** The path on the host, as `plainPath` writes it. */
  readonly source: string;
  readonly writable: boolean;
  /** The options of `-v`, or the propagation of `--mount`. */
  readonly options: readonly string[];
}

/** Without doubled slashes and a slash at its end. */
export function plainPath(path: string): string {
  return path.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '');
}

function fromVolume(use: FlagUse): HostMount[] {
  const { source, options } = cutVolume(whole(use.value.text));
  if (source?.text.startsWith('/') !== true) {
    return [];
  }
  const words = options?.text.split(',') ?? [];
  return [{ use, source: plainPath(source.text), writable: !words.includes('ro'), options: words }];
}

function fromMount(use: FlagUse): HostMount[] {
  const { fields, type } = readMount(use.value.text, true);
  const source = lastValue(fields, 'source')?.text ?? '';
  if (type !== 'bind' || !source.startsWith('/')) {
    return [];
  }
  const readonly = lastField(fields, 'readonly');
  const isReadonly = readonly !== undefined && parseBoolean(readonly.value?.text ?? 'true') === true;
  const propagation = lastValue(fields, 'bind-propagation')?.text;
  return [{ use, source: plainPath(source), writable: !isReadonly, options: propagation === undefined ? [] : [propagation] }];
}

/** The bind mounts with an absolute path, of literal values that mean what they say. */
export function hostMounts(command: DockerCommand, version: CliVersion): HostMount[] {
  return judgedValues(command, version).flatMap(({ use, parsed }) => {
    if (parsed.problems.some(({ refusedBy, code }) => refusedBy !== 'nobody' || code === 'volume-option-comma' || code === 'mount-target-option')) {
      return [];
    }
    return use.facts.kind === 'volume' ? fromVolume(use) : use.facts.kind === 'mount' ? fromMount(use) : [];
  });
}

/** The edits after which the container cannot write there. */
export function makeReadOnly(command: DockerCommand, { use }: HostMount): TextEdit[] {
  const { value, facts } = use;
  if (facts.kind === 'mount') {
    const readonly = lastField(readMount(value.text, true).fields, 'readonly');
    return readonly === undefined ? appendToValue(command, use, ',readonly') : replaceValue(command, value, 'readonly', readonly.field.start, readonly.field.end);
  }
  const { options } = cutVolume(whole(value.text));
  const word = options === undefined ? undefined : split(options, ',').find(({ text }) => text === 'rw');
  if (word !== undefined) {
    return replaceValue(command, value, 'ro', word.start, word.end);
  }
  return appendToValue(command, use, options === undefined ? ':ro' : ',ro');
}

/** Replaces the last character by itself and the text, which keeps the text inside quotes around the value. */
export function appendToValue(command: DockerCommand, { value }: FlagUse, text: string): TextEdit[] {
  const last = value.text.length - 1;
  return replaceValue(command, value, value.text.slice(last) + text, last);
}
