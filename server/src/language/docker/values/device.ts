/** Devices of the host given to a container: `--device`. */
import { code, codeOr } from '../../text/markdown.ts';
import { permissionsInWords } from './device-cgroup-rule.ts';
import { atLeast } from './scan/cli-release.ts';
import { dockerOnly, part, suggestedFix, suggestWords, type Word } from './scan/parsed.ts';
import { type Slice, split, whole } from './scan/slice.ts';
import type { ValueContext, ValueFix, ValueGrammar, ValuePart, ValueProblem, ValueSignature } from './value-grammar.ts';

function isMode(text: string): boolean {
  return /^[rwm]{1,3}$/.test(text) && new Set(text).size === text.length;
}

/** A name of the Container Device Interface: `vendor.com/class=name`. */
function isCdiName(text: string): boolean {
  const [, vendor = '', className = '', name = ''] = /^([^/=]+)\/([^=]+)=([^]+)$/.exec(text) ?? [];
  const word = /^[A-Za-z](?:[\w.-]*[A-Za-z0-9])?$/;
  return word.test(vendor) && word.test(className) && /^[A-Za-z0-9](?:[\w.:-]*[A-Za-z0-9])?$/.test(name);
}

/** Device classes of Windows containers, which only a Windows engine judges. */
function isWindowsClass(text: string): boolean {
  return /^class\/[0-9a-f-]{36}$/i.test(text);
}

interface DevicePieces {
  readonly host: Slice;
  readonly inside?: Slice;
  readonly mode?: Slice;
}

/** Takes a value apart that the CLI accepts; what looks like permissions in second place are permissions. */
export function cutDevice(value: string): DevicePieces {
  const [host = whole(value), second, third] = split(whole(value), ':');
  const mode = third ?? (second !== undefined && isMode(second.text) ? second : undefined);
  return { host, ...(second !== undefined && second !== mode ? { inside: second } : {}), ...(mode === undefined ? {} : { mode }) };
}

interface Problem {
  readonly at: Slice;
  readonly message: string;
  readonly fixes?: readonly ValueFix[];
}

function isAbsolute(slice: Slice): boolean {
  return slice.text.startsWith('/');
}

function judge(value: string): Problem | undefined {
  const pieces = split(whole(value), ':');
  const [host = whole(value), second, third] = pieces;
  if (pieces.length > 3) {
    return { at: whole(value), message: `${code(value)} has too many colons: write \`host-device:container-device:permissions\`.` };
  }
  if (host.text === '') {
    return { at: whole(value), message: 'The device of the host is missing, such as `/dev/ttyUSB0`.' };
  }
  if (third !== undefined && !isMode(third.text)) {
    return { at: third, message: `${codeOr(third.text, 'Nothing')} is not a permission: use each of \`r\`, \`w\` and \`m\` at most once.` };
  }
  const inside = second === undefined || (third === undefined && isMode(second.text)) ? host : second;
  if (isAbsolute(inside)) {
    return undefined;
  }
  const shown = inside.text === '' ? 'The device in the container is missing' : `${code(inside.text)} is not an absolute path${inside === host ? '' : ', nor permissions out of `r`, `w`, `m`'}`;
  const inDev = /^[a-z][\w/-]*$/i.test(inside.text) && inside === host;
  return { at: inside, message: `${shown}.`, ...(inDev ? { fixes: [{ ...suggestedFix(`/dev/${inside.text}`), start: inside.start, end: inside.end }] } : {}) };
}

function toProblem({ at, message, fixes = [] }: Problem, value: string): ValueProblem {
  const span = at.start === at.end ? whole(value) : at;
  return { start: span.start, end: span.end, code: 'invalid-device', refusedBy: 'cli', message, fixes };
}

function explain(value: string): ValuePart[] {
  const { host, inside, mode } = cutDevice(value);
  const all = mode === undefined ? ' It may read, write and create it (`rwm`), since no permissions are named.' : '';
  const parts = [part(host.start, host.end, 'host device', `The container gets ${code(host.text)} of the host. It must exist when the container starts; a folder gives all devices in it.${all}`)];
  if (inside !== undefined) {
    parts.push(part(inside.start, inside.end, 'container device', `Appears in the container as ${code(inside.text)}.`));
  }
  if (mode !== undefined) {
    parts.push(part(mode.start, mode.end, 'permissions', `Allowed: ${permissionsInWords(mode.text)}. The user in the container also needs the rights of the device file, often by \`--group-add\`.`));
  }
  return parts;
}

const devices: readonly Word[] = [
  { text: '/dev/ttyUSB0', meaning: 'The first USB serial adapter; the number may change when it is plugged in again.' },
  { text: '/dev/dri', meaning: 'Graphics cards: hardware video on Intel and AMD. Needs the groups `video` or `render`.' },
  { text: '/dev/snd', meaning: 'Sound cards. Needs the group `audio`.' },
  { text: '/dev/video0', meaning: 'The first camera.' },
  { text: '/dev/kvm', meaning: 'Hardware virtualization, for virtual machines in the container.' },
  { text: '/dev/fuse', meaning: 'File systems in user space; usually needs `--cap-add SYS_ADMIN` as well.' },
  { text: '/dev/net/tun', meaning: 'VPN tunnels; needs `--cap-add NET_ADMIN` as well.' },
  { text: 'nvidia.com/gpu=all', meaning: 'All NVIDIA cards by the Container Device Interface (CLI and engine 25 or newer).' },
];

const modes: readonly Word[] = [
  { text: 'r', meaning: 'Read only.' },
  { text: 'rw', meaning: 'Read and write, without creating device files.' },
  { text: 'rwm', meaning: 'Read, write and create: the default.' },
];

function signature(value: string, cursor: number): ValueSignature {
  return {
    label: 'host-device[:container-device][:permissions]',
    documentation: 'A device of the host for the container.',
    parameters: [
      { label: 'host-device', documentation: 'Path on the host, such as `/dev/ttyUSB0`.' },
      { label: '[:container-device]', documentation: 'Path in the container; the same as on the host when left out.' },
      { label: '[:permissions]', documentation: 'Letters out of `r`, `w` and `m` (create); all three when left out.' },
    ],
    active: Math.min(2, value.slice(0, cursor).split(':').length - 1),
  };
}

function parse(value: string, context: ValueContext): ReturnType<ValueGrammar['parse']> {
  if (isCdiName(value)) {
    const meaning = 'A device by its name of the Container Device Interface; the vendor\'s files in `/etc/cdi` or `/var/run/cdi` of the host say what belongs to it.';
    const message = `${code(value)} is a device name of the Container Device Interface, which needs Docker CLI and engine 25 or newer.`;
    const problems: ValueProblem[] = atLeast(context.version, 25) ? [] : [{ start: 0, end: value.length, code: 'flag-requires-newer-docker', refusedBy: 'cli', message }];
    return { parts: [part(0, value.length, 'device name', meaning)], problems: dockerOnly(context, problems) };
  }
  const problem = isWindowsClass(value) ? undefined : judge(value);
  return problem === undefined ? { parts: explain(value), problems: [] } : { parts: [], problems: dockerOnly(context, [toProblem(problem, value)]) };
}

export const device: ValueGrammar = {
  kind: 'device',
  form: '`host-device[:container-device][:permissions]`, permissions out of `r`, `w`, `m`; or a device name `vendor/class=name` (CLI 25 and newer)',
  example: '/dev/ttyUSB0:/dev/ttyUSB0:rw',
  parse,
  suggest: (value, cursor) => {
    const pieces = split(whole(value), ':');
    const index = value.slice(0, cursor).split(':').length - 1;
    const here = pieces[index];
    if (here === undefined || index === 0) {
      return suggestWords(devices, 0, pieces[0]?.end ?? value.length);
    }
    const same = pieces[0]?.text.startsWith('/') === true && index === 1 ? [{ text: pieces[0].text, meaning: 'The same path as on the host.' }] : [];
    return suggestWords([...modes, ...same], here.start, here.end);
  },
  signature,
};
