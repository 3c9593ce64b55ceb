/** Rules of the device cgroup: `--device-cgroup-rule`. */
import { code } from '../../text/markdown.ts';
import { dockerOnly, part, safeFix, suggestWords, wholeProblem } from './scan/parsed.ts';
import { split, whole } from './scan/slice.ts';
import type { ValueGrammar, ValuePart } from './value-grammar.ts';

const pattern = /^[acb] (?:[0-9]+|\*):(?:[0-9]+|\*) [rwm]{1,3}$/;
const types: Readonly<Record<string, string>> = { a: 'All devices.', b: 'Block devices, such as disks.', c: 'Character devices, such as serial ports.' };

/** What the letters r, w and m allow, in prose. */
export function permissionsInWords(letters: string): string {
  const words = [letters.includes('r') ? 'read' : '', letters.includes('w') ? 'write' : '', letters.includes('m') ? 'create with mknod' : ''];
  return words.filter((word) => word !== '').join(', ');
}

function explain(value: string): ValuePart[] {
  const [type, numbers, mode] = split(whole(value), ' ');
  if (type === undefined || numbers === undefined || mode === undefined) {
    return [];
  }
  const [major = '', minor = ''] = numbers.text.split(':');
  const every = major === '*' ? 'every major number' : `major number ${major}${minor === '*' ? ' and every minor one' : `, minor ${minor}`}`;
  return [
    part(type.start, type.end, 'device type', types[type.text] ?? ''),
    part(numbers.start, numbers.end, 'device numbers', `Devices with ${every}, as \`ls -l /dev\` shows them. Devices that are plugged in later are included, which \`--device\` cannot do.`),
    part(mode.start, mode.end, 'permissions', `Allowed: ${permissionsInWords(mode.text)}. The device file itself must still come from \`-v /dev:/dev\` or mknod.`),
  ];
}

function tidied(value: string): string {
  return value.trim().replace(/\s+/g, ' ').replace(/^./, (letter) => letter.toLowerCase()).replace(/[RWM]+$/, (letters) => letters.toLowerCase());
}

export const deviceCgroupRule: ValueGrammar = {
  kind: 'device-cgroup-rule',
  form: '`type major:minor permissions` in quotes: type `a`, `b` or `c`, numbers or `*`, permissions of `r`, `w`, `m`',
  example: "'c 188:* rmw'",
  parse: (value, context) => {
    if (pattern.test(value)) {
      return { parts: explain(value), problems: [] };
    }
    const message = `${value === '' ? 'The rule is empty' : `${code(value)} is not a device rule`}: write type, numbers and permissions, such as \`c 188:* rmw\`.`;
    const plain = tidied(value);
    const fixes = plain !== value && pattern.test(plain) ? [safeFix(plain)] : [];
    return { parts: [], problems: dockerOnly(context, [wholeProblem(value, { code: 'invalid-device', refusedBy: 'cli', message }, fixes)]) };
  },
  suggest: (value) =>
    suggestWords(
      [
        { text: 'c 188:* rmw', meaning: 'USB serial adapters (`/dev/ttyUSB*`), also those plugged in later.' },
        { text: 'c 166:* rmw', meaning: 'USB modems and boards (`/dev/ttyACM*`).' },
        { text: 'c 189:* rmw', meaning: 'Raw USB devices (`/dev/bus/usb`).' },
        { text: 'c 81:* rmw', meaning: 'Cameras (`/dev/video*`).' },
        { text: 'c 13:* rmw', meaning: 'Input devices (`/dev/input/*`).' },
      ],
      0,
      value.length,
    ),
};
