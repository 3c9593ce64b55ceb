/** Finds a value that a blank cut in two: the second half stands where the image belongs. */
import { canonicalName, type CliVersion } from '../docker/cli-facts.ts';
import { literalValues, type DockerCommand, type FlagUse } from '../command/docker-command.ts';
import { parseValue } from '../docker/parsed-values.ts';
import type { ShellWord } from '../shell/shell-command.ts';
import { remove, replace } from '../text/edit.ts';
import { code } from '../text/markdown.ts';
import type { Span } from '../text/span.ts';
import type { Fix } from './rule.ts';

export interface CutValue {
  /** Both halves. */
  readonly span: Span;
  readonly message: string;
  readonly fix: Fix;
}

/** What a blank stands for between two halves that look like this. */
interface Joint {
  readonly sign: ':' | '=';
  readonly first: RegExp;
  /** What no image looks like, or hardly any. */
  readonly second: RegExp;
}

const setting: Joint = { sign: '=', first: /^[A-Za-z_][\w.-]*:?$/, second: /^(?:true|false|yes|no|on|off|\d+)$/i };
const number: Joint = { sign: '=', first: /^[a-z][\w.-]*$/, second: /^\d+(?::\d+|[kmg])?$/i };

/** By the long name of the flag. */
const joints: Readonly<Record<string, Joint>> = {
  volume: { sign: ':', first: /^[^:]+$/, second: /^\/[\w./-]*(?::(?:r[ow]|[zZ])(?:,\w+)*)?$/ },
  publish: { sign: ':', first: /^(?:[\d.]+:)?\d+$/, second: /^\d+(?:\/(?:tcp|udp|sctp))?$/ },
  'add-host': { sign: ':', first: /^[^:=]+$/, second: /^(?:(?:\d{1,3}\.){3}\d{1,3}|host-gateway)$/ },
  restart: { sign: ':', first: /^on-failure$/, second: /^\d+$/ },
  tmpfs: { sign: ':', first: /^[^:]+$/, second: /^[a-z]+=/ },
  'log-opt': number,
  ulimit: number,
  sysctl: number,
  env: setting,
  label: setting,
};

/** Where one half asks for the other: `type=bind,` and `src=/srv`, `/srv:/data:` and `ro`, `/srv:` and `/data`, `512` and `m`. Behind any other colon an image may stand. */
function belongTogether(first: string, second: string): boolean {
  return first.endsWith(',') || /^[,:=]/.test(second) || (first.endsWith(':') && /^(?:\/|(?:r[ow]|[zZ])(?:,|$))/.test(second)) || (/^\d+$/.test(first) && /^[kmg]i?b?$/i.test(second));
}

/** Both halves as they are meant, and how much of the first gives way to what is written between them. */
function joined({ facts }: FlagUse, first: string, second: string): { readonly text: string; readonly between: string; readonly drop: number } | undefined {
  if (belongTogether(first, second)) {
    return { text: first + second, between: '', drop: 0 };
  }
  const joint = joints[canonicalName(facts)];
  if (joint?.first.test(first) !== true || !joint.second.test(second)) {
    return undefined;
  }
  const drop = first.endsWith(':') ? 1 : 0;
  return { text: first.slice(0, first.length - drop) + joint.sign + second, between: joint.sign, drop };
}

/** The words behind the value that its commas ask for, but for the last, which has to be left for the image: `src=/a,` and `dst=/b` of `type=bind, src=/a, dst=/b nginx`. */
function askedByCommas({ process }: DockerCommand, image: ShellWord): ShellWord[] {
  const asked = [image];
  for (const word of process.slice(0, -1)) {
    if (asked.at(-1)?.value.endsWith(',') !== true || word.kind !== 'literal') {
      break;
    }
    asked.push(word);
  }
  return asked;
}

/** `--mount type=bind, src=/srv,dst=/data nginx`; `-v ./data /data nginx`; `--workdir = /app nginx`; `--log-opt max-size=10m, max-file=3 nginx`. */
export function cutValue(command: DockerCommand, use: FlagUse, version: CliVersion): CutValue | undefined {
  const { facts: flag, spelling, clustered, value } = use;
  const { facts, image, process, shell, engine } = command;
  const isNext = image?.kind === 'literal' && shell.words[shell.words.indexOf(value.word) + 1] === image;
  if (!isNext || facts === undefined || process.length === 0) {
    return undefined;
  }
  const own = { version, podman: engine === 'podman', command: facts.id, flag: flag.name };
  const isAccepted = (text: string): boolean => parseValue(flag.kind, text, own, () => literalValues(command)).problems.length === 0;
  const between = { start: value.word.span.end, end: image.span.start };
  const span = { start: value.word.span.start, end: image.span.end };
  const what = `The blank ends the value, so ${code(image.value)} is taken for the image.`;
  if (value.text === '=' && value.attached === 'next' && isAccepted(image.value)) {
    return { span, message: `${what} Write it without blanks around \`=\`.`, fix: { title: 'Remove the blanks', safe: true, edits: [replace({ start: use.nameSpan.end, end: between.end }, '=')] } };
  }
  const whole = joined(use, value.text, image.value);
  if (whole === undefined) {
    return undefined;
  }
  const asked = askedByCommas(command, image);
  const list = value.text + asked.map((word) => word.value).join('');
  if (asked.length > 1 && value.text.endsWith(',') && isAccepted(list)) {
    const edits = asked.map((word, index) => remove({ start: asked[index - 1]?.span.end ?? between.start, end: word.span.start }));
    return { span: { start: span.start, end: asked.at(-1)?.span.end ?? span.end }, message: `${what} Leave the blanks out: ${code(list)}.`, fix: { title: 'Remove the blanks', safe: true, edits } };
  }
  if (isAccepted(whole.text)) {
    const isBlank = whole.between === '';
    const message = isBlank ? `${what} Leave the blank out: ${code(whole.text)}.` : `${what} Write ${code(whole.text)}.`;
    const title = isBlank ? 'Remove the blank' : `Write ${code(whole.text)}`;
    return { span, message, fix: { title, safe: true, edits: [replace({ start: between.start - whole.drop, end: between.end }, whole.between)] } };
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
