/** Keys, values and whole forms of `--mount` to choose from, and its signature. */
import { knowsKey, type MountKey, mountKeys } from './mount-keys.ts';
import { atLeast } from './scan/cli-release.ts';
import { lastField, lastValue, type MountField, type MountSpec, readMount } from './scan/mount-fields.ts';
import { suggestNames, suggestWords, type Word } from './scan/parsed.ts';
import type { Named, NameKind, SuggestionContext, ValueContext, ValueSignature, ValueSuggestion } from './value-grammar.ts';

const forms: readonly Word[] = [
  { text: 'type=bind,src=…,dst=…,readonly', snippet: 'type=bind,src=${1:/host/path},dst=${2:/path},readonly', meaning: 'A host folder, read-only. The path must exist.' },
  { text: 'type=bind,src=…,dst=…', snippet: 'type=bind,src=${1:/host/path},dst=${2:/path}', meaning: 'A host folder that the container may write to.' },
  { text: 'type=volume,src=…,dst=…', snippet: 'type=volume,src=${1:data},dst=${2:/data}', meaning: 'A named volume, kept by the engine.' },
  { text: 'type=tmpfs,dst=…,tmpfs-size=…', snippet: 'type=tmpfs,dst=${1:/tmp},tmpfs-size=${2:64m}', meaning: 'A folder in memory with a limit.' },
];

/** The word that completion shows for a key, in the spelling that was begun, with its value left to fill in. */
function keyWord(key: MountKey, spec: MountSpec, begun: string): Word {
  const deprecated = key.name === 'bind-nonrecursive' ? { deprecated: true } : {};
  const name = key.spellings.find((spelling) => spelling.startsWith(begun)) ?? key.name;
  if (key.bare === true) {
    return { text: name, meaning: key.meaning, ...deprecated };
  }
  const sample = key.name === 'source' && spec.type === 'bind' ? '/host/path' : key.sample;
  return { text: `${name}=`, meaning: key.meaning, ...(sample === undefined ? {} : { snippet: `${name}=\${1:${sample}}` }) };
}

const repeatable = ['volume-opt', 'volume-label'];

/** The keys that this CLI takes and that fit the type; keys of all types as long as none is given. */
function fittingKeys(spec: MountSpec, here: MountField, { version }: ValueContext): readonly MountKey[] {
  const typed = lastField(spec.fields, 'type') !== undefined && lastField(spec.fields, 'type') !== here;
  return mountKeys.filter((key) => {
    const given = spec.fields.some((entry) => entry !== here && entry.known === key) && !repeatable.includes(key.name);
    const foreign = typed && ((key.type !== undefined && key.type !== spec.type) || (key.name === 'source' && spec.type === 'tmpfs'));
    const taken = knowsKey(version, key) && !(key.name === 'bind-nonrecursive' && atLeast(version, 29));
    return !given && !foreign && taken;
  });
}

function hereAt(spec: MountSpec, cursor: number): MountField | undefined {
  return spec.fields.find(({ field }) => field.start <= cursor && cursor <= field.end);
}

/** What the source of a mount names; undefined where it is a path, or nothing. */
function sourceKind({ type }: MountSpec): NameKind | undefined {
  return type === 'volume' || type === 'image' ? type : undefined;
}

export function namesInMount(value: string): Named[] {
  const spec = readMount(value);
  const [kind, name] = [sourceKind(spec), lastValue(spec.fields, 'source')?.text];
  return kind === undefined || name === undefined ? [] : [{ kind, name }];
}

export function suggestMount(value: string, cursor: number, context: SuggestionContext): readonly ValueSuggestion[] {
  const spec = readMount(value);
  const here = hereAt(spec, cursor);
  if (here === undefined) {
    return value === '' ? [...suggestWords(forms, 0, 0), ...suggestKeys(spec, undefined, '', context)] : [];
  }
  if (here.value !== undefined && cursor >= here.value.start) {
    const kind = here.known?.name === 'source' ? sourceKind(spec) : undefined;
    if (kind !== undefined) {
      return suggestNames(context, kind, value.slice(here.value.start, cursor), here.value.start, here.value.end);
    }
    return suggestWords(here.known?.values ?? [], here.value.start, here.value.end, here.known?.name);
  }
  const whole = spec.fields.length === 1 ? suggestWords(forms, 0, value.length) : [];
  return [...whole, ...suggestKeys(spec, here, value.slice(here.key.start, cursor).toLowerCase(), context)];
}

const nowhere: MountField = { field: { text: '', start: 0, end: 0 }, key: { text: '', start: 0, end: 0 } };

/** `begun` is what stands of the key in front of the cursor, in small letters. */
function suggestKeys(spec: MountSpec, here: MountField | undefined, begun: string, context: ValueContext): ValueSuggestion[] {
  const at = here ?? nowhere;
  const words = fittingKeys(spec, at, context).map((key) => keyWord(key, spec, begun));
  // A value that stands behind the key already is kept: only the name is replaced.
  return at.value === undefined
    ? suggestWords(words, at.field.start, at.field.end, 'mount key')
    : suggestWords(words.map(({ text, meaning }) => ({ text: text.replace(/=$/, ''), meaning })), at.key.start, at.key.end, 'mount key');
}

const parameters = [
  { label: 'type=…', documentation: '`bind` (host path), `volume` (the default), `tmpfs` (memory) or `image`.' },
  { label: 'source=…', documentation: 'Host path or volume name; also `src`. Not for tmpfs.' },
  { label: 'target=…', documentation: 'Absolute path in the container; also `dst`, `destination`.' },
  { label: 'readonly', documentation: 'The container cannot write there; also `ro`.' },
  { label: 'key=value', documentation: 'Keys of the type: `bind-propagation`, `bind-recursive`, `volume-nocopy`, `volume-subpath`, `volume-opt`, `tmpfs-size`, `tmpfs-mode` …' },
] as const;

const leading = ['type', 'source', 'target', 'readonly'];

/** The key that is being written, as long as one begins like that and fits the type. */
function begunKey(spec: MountSpec, here: MountField | undefined, context: ValueContext): string | undefined {
  const begun = here?.key.text.toLowerCase() ?? '';
  if (here === undefined || begun === '') {
    return undefined;
  }
  return here.known?.name ?? fittingKeys(spec, here, context).find(({ spellings }) => spellings.some((spelling) => spelling.startsWith(begun)))?.name;
}

export function mountSignature(value: string, cursor: number, context: ValueContext): ValueSignature {
  const spec = readMount(value);
  const here = hereAt(spec, cursor);
  const missing = fittingKeys(spec, here ?? nowhere, context).find(({ name }) => leading.includes(name))?.name;
  const index = leading.indexOf(begunKey(spec, here, context) ?? missing ?? '');
  return {
    label: 'type=…,source=…,target=…[,readonly][,key=value]',
    documentation: 'Fields in any order, with commas and without blanks; a field that holds a comma stands in double quotes.',
    parameters,
    active: index < 0 ? leading.length : index,
  };
}
