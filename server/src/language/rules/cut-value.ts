/** Finds a value that a blank behind a comma or colon cut in two: the second half stands where the image belongs. */
import { literalValues, type DockerCommand, type FlagUse } from '../command/docker-command.ts';
import { parseValue } from '../docker/parsed-values.ts';
import type { CliVersion } from '../docker/cli-facts.ts';
import { replace } from '../text/edit.ts';
import { code } from '../text/markdown.ts';
import type { Span } from '../text/span.ts';
import type { Fix } from './rule.ts';

export interface CutValue {
  /** Both halves. */
  readonly span: Span;
  readonly message: string;
  readonly fix: Fix;
}

/** Where one half asks for the other: `type=bind,` and `src=/srv`, `/srv:/data:` and `ro`, `/srv:` and `/data`, `512` and `m`. Behind any other colon an image may stand. */
function belongTogether(first: string, second: string): boolean {
  return first.endsWith(',') || /^[,:=]/.test(second) || (first.endsWith(':') && /^(?:\/|(?:r[ow]|[zZ])(?:,|$))/.test(second)) || (/^\d+$/.test(first) && /^[kmg]i?b?$/i.test(second));
}

/** `--mount type=bind, src=/srv,dst=/data nginx`; `--log-opt max-size=10m, max-file=3 nginx`. */
export function cutValue(command: DockerCommand, { facts: flag, spelling, clustered, value }: FlagUse, version: CliVersion): CutValue | undefined {
  const { facts, image, process, shell, engine } = command;
  const isNext = image?.kind === 'literal' && shell.words[shell.words.indexOf(value.word) + 1] === image;
  if (!isNext || facts === undefined || process.length === 0 || !belongTogether(value.text, image.value)) {
    return undefined;
  }
  const own = { version, podman: engine === 'podman', command: facts.id, flag: flag.name };
  const isAccepted = (text: string): boolean => parseValue(flag.kind, text, own, () => literalValues(command)).problems.length === 0;
  const between = { start: value.word.span.end, end: image.span.start };
  const span = { start: value.word.span.start, end: image.span.end };
  const what = `The blank ends the value, so ${code(image.value)} is taken for the image.`;
  const joined = value.text + image.value;
  if (isAccepted(joined)) {
    return { span, message: `${what} Leave the blank out: ${code(joined)}.`, fix: { title: 'Remove the blank', safe: true, edits: [replace(between, '')] } };
  }
  const first = value.text.replace(/,$/, '');
  const isList = flag.repeat !== 'last-wins' && first.includes('=') === image.value.includes('=');
  if (!isList || first === value.text || !value.word.source.endsWith(',') || !isAccepted(first) || !isAccepted(image.value)) {
    return undefined;
  }
  const again = clustered ? `-${flag.short ?? ''}` : spelling;
  const edits = [replace({ start: between.start - 1, end: between.end }, ` ${again} `)];
  return { span, message: `${what} Each value needs its flag: ${code(`${again} ${image.value}`)}.`, fix: { title: `Write ${code(`${again} ${image.value}`)}`, safe: true, edits } };
}
