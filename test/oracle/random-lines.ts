/** Command lines of `docker create` by chance: flags in every spelling, values good and bad, words behind the image. */
import fc from 'fast-check';
import { commandById, type FlagFacts } from '../../server/src/language/docker/cli-facts.ts';
import { linesByKind } from './value-lines.ts';

/** Flags whose verdict hangs on more than the text: files, the network, the system of the engine. */
const leftOut: ReadonlySet<string> = new Set(['cidfile', 'env-file', 'label-file', 'disable-content-trust', 'help']);

/** Kinds of which only some values may stand in any combination: rules about several networks and addresses have lines of their own. */
const plainValues: Readonly<Record<string, readonly string[]>> = {
  network: ['backend', 'host', 'bridge'],
  'network-alias': [],
  'mac-address': [],
  'ipv4-address': [],
  'ipv6-address': [],
  'link-local-ip': [],
  link: [],
};

const create = commandById('create');

function valuesFor(flag: FlagFacts): readonly string[] {
  return plainValues[flag.kind] ?? linesByKind[flag.kind].values;
}

const flags = (create?.flags ?? []).filter((flag) => !leftOut.has(flag.name) && flag.osType === undefined && (!flag.takesValue || valuesFor(flag).length > 0));
const switches = flags.filter(({ takesValue, short }) => !takesValue && short !== undefined);

/** A flag in one of the ways to write it, as one word or two. */
function spelled(flag: FlagFacts): fc.Arbitrary<string[]> {
  const name = `--${flag.name}`;
  if (!flag.takesValue) {
    const ways: fc.Arbitrary<string[]>[] = [fc.constant([name]), fc.constantFrom('true', 'false', 'F', 'yes', '').map((value) => [`${name}=${value}`])];
    return fc.oneof(...ways, ...(flag.short === undefined ? [] : [fc.constant<string[]>([`-${flag.short}`])]));
  }
  const value = fc.constantFrom(...valuesFor(flag));
  const short = flag.short;
  const long: fc.Arbitrary<string[]>[] = [value.map((text) => [`${name}=${text}`]), value.map((text) => [name, text])];
  return short === undefined
    ? fc.oneof(...long)
    : fc.oneof(
        ...long,
        value.map((text) => [`-${short}`, text]),
        value.map((text) => [`-${short}${text}`]),
        value.map((text) => [`-${short}=${text}`]),
        fc.tuple(fc.constantFrom(...switches), value).map(([{ short: letter = '' }, text]) => [`-${letter}${short}${text}`]),
      );
}

const oneFlag = fc.constantFrom(...flags).chain(spelled);
const cluster = fc.subarray(['i', 't', 'P'], { minLength: 1 }).map((letters) => [`-${letters.join('')}`]);
const mistake = fc.constantFrom(['--no-such'], ['-x'], ['-itx'], ['--memroy', '1g'], ['---'], ['--=x'], ['-name', 'web'], ['--Rm'], ['-']);
const image = fc.constantFrom('img', 'nginx:1.27', 'example.com/team/app', 'Nginx', 'img:', '-img');
const words = fc.array(fc.constantFrom('sh', '-c', '--rm', '--', 'a b', '-p', ''), { maxLength: 3 });

/** Most lines have an image and no mistake, so that the verdict hangs on the values. */
export const randomLine: fc.Arbitrary<string[]> = fc
  .tuple(
    fc.array(fc.oneof({ weight: 12, arbitrary: oneFlag }, { weight: 2, arbitrary: cluster }, { weight: 1, arbitrary: mistake }), { maxLength: 4 }),
    fc.constantFrom([], [], [], ['--']),
    fc.oneof({ weight: 9, arbitrary: image.map((name) => [name]) }, { weight: 1, arbitrary: fc.constant([]) }),
    words,
  )
  .map(([options, end, name, rest]) => ['create', ...options.flat(), ...end, ...name, ...rest]);
