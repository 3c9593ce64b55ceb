/** Volumes and host folders mounted into a container: `--volume`. */
import { code } from '../../text/markdown.ts';
import { powerOfSocket, socketMeaning } from '../engine-socket.ts';
import { dockerOnly, part, suggestNames, suggestWords, withParts, type Word } from './scan/parsed.ts';
import { split, type Slice, whole } from './scan/slice.ts';
import { cutVolume, isWindowsPath, optionGroup, type VolumeSpec } from './scan/volume-spec.ts';
import type { Named, SuggestionContext, ValueContext, ValueGrammar, ValuePart, ValueSignature, ValueSuggestion } from './value-grammar.ts';
import { judgeVolume } from './volume-judge.ts';
import { volumeOptionMeaning, volumeOptionMeanings } from './volume-options.ts';

/** `$DATA` alone may hold either; with a path in it, or as a name of a folder, it is one of the host. */
function isUnknownSource(text: string): boolean {
  return /^[$<]/.test(text) && !/[\\/]/.test(text) && !/^\$(?:PWD|HOME)$/i.test(text);
}

function isHostPath(source: string): boolean {
  return /^[/.~$]/.test(source) || isWindowsPath(source);
}

function explainSource(source: Slice, podman: boolean): ValuePart {
  if (isUnknownSource(source.text)) {
    return part(source.start, source.end, 'source', `A folder of the host where ${code(source.text)} stands for a path, else a named volume.`);
  }
  const power = powerOfSocket(source.text);
  if (power !== undefined) {
    return part(source.start, source.end, 'host path', socketMeaning(source.text, power));
  }
  const missing = podman ? 'It must exist.' : 'If it does not exist the engine creates an empty folder owned by root; `--mount` fails instead.';
  return isHostPath(source.text)
    ? part(source.start, source.end, 'host path', `Bind mount: ${code(source.text)} of the machine that runs the engine, with the owners and rights it has there. ${missing}`)
    : part(source.start, source.end, 'volume name', `Named volume ${code(source.text)}: created when missing, kept when the container is removed. A new one is filled with what the image has at the path. To mean a folder beside you, write ${code(`./${source.text}`)}.`);
}

function explainOptions(options: Slice): ValuePart[] {
  return split(options, ',').flatMap((option) => {
    const meaning = volumeOptionMeaning(option.text);
    return meaning === undefined ? [] : [part(option.start, option.end, 'option', meaning)];
  });
}

function explain(spec: VolumeSpec, podman = false): ValuePart[] {
  const { source, target, options } = spec;
  if (source === undefined) {
    return target.text === ''
      ? []
      : [part(target.start, target.end, 'container path', `Anonymous volume at ${code(target.text)}: it gets a random name, goes with the container under \`--rm\`, and is otherwise left behind. Name it (\`name:/path\`) to find the data again.`)];
  }
  const parts = source.text === '' ? [] : [explainSource(source, podman)];
  if (target.text !== '') {
    const writable = options === undefined && powerOfSocket(source.text) === undefined ? ' The container may write there; add `:ro` to forbid it.' : '';
    parts.push(part(target.start, target.end, 'container path', `Appears in the container at ${code(target.text)} and hides what the image has there.${writable}`));
  }
  return options === undefined ? parts : [...parts, ...explainOptions(options)];
}

const forms: readonly Word[] = [
  { text: 'name:/path', snippet: '${1:data}:${2:/var/lib/app}', meaning: 'A named volume, kept by the engine.' },
  { text: './folder:/path:ro', snippet: './${1:config}:${2:/etc/app}:ro', meaning: 'A folder beside you, read-only in the container.' },
  { text: '/host/path:/path', snippet: '${1:/srv/app}:${2:/app}', meaning: 'A folder of the host.' },
];

function suggestForms(value: string, cursor: number): ValueSuggestion[] {
  return suggestWords(forms.filter(({ text }) => text.startsWith(value.slice(0, cursor))), 0, value.length);
}

/** Volumes that the document names; where nothing stands behind the name yet, with a path to fill in. */
function suggestSources(value: string, cursor: number, source: Slice, isAlone: boolean, context: SuggestionContext): ValueSuggestion[] {
  const names = suggestNames(context, 'volume', value.slice(0, cursor), source.start, source.end);
  return isAlone ? names.map((name) => ({ ...name, text: `${name.text}:\${1:/var/lib/app}`, snippet: true, label: name.text })) : names;
}

function suggest(value: string, cursor: number, context: SuggestionContext): readonly ValueSuggestion[] {
  const { pieces } = cutVolume(whole(value));
  const [first = whole(value)] = pieces;
  if (cursor <= first.end) {
    const isAlone = pieces.length === 1;
    return [...suggestSources(value, cursor, first, isAlone, context), ...(isAlone ? suggestForms(value, cursor) : [])];
  }
  const last = pieces[2];
  if (last === undefined || cursor < last.start) {
    return [];
  }
  const options = split({ text: value.slice(last.start), start: last.start, end: value.length }, ',');
  const here = options.find(({ start, end }) => start <= cursor && cursor <= end);
  if (here === undefined) {
    return [];
  }
  const bind = /^[/.~$]/.test(value);
  const taken = new Set(options.filter((option) => option !== here).map(({ text }) => optionGroup(text)));
  const fits = (text: string) => optionGroup(text) !== (bind ? 'copy' : 'propagation') && !taken.has(optionGroup(text));
  return suggestWords(volumeOptionMeanings.filter(({ text }) => fits(text)), here.start, here.end, 'volume option');
}

function namesIn(value: string): Named[] {
  const { source } = cutVolume(whole(value));
  return source === undefined || isUnknownSource(source.text) || isHostPath(source.text) ? [] : [{ kind: 'volume', name: source.text }];
}

function signature(value: string, cursor: number): ValueSignature {
  const { pieces } = cutVolume(whole(value));
  const index = pieces.findIndex(({ start, end }) => start <= cursor && cursor <= end);
  return {
    label: '[source:]target[:options]',
    documentation: 'A host folder (`/…` or `./…`) or a volume name, and where it appears in the container.',
    parameters: [
      { label: '[source:]', documentation: 'Absolute or `./` path of the host, or a volume name of two letters or more. Left out: an anonymous volume.' },
      { label: 'target', documentation: 'Absolute path in the container.' },
      { label: '[:options]', documentation: 'Comma list: `ro`, `z` or `Z` for SELinux, `nocopy`, propagation such as `rslave`.' },
    ],
    active: Math.min(2, index < 0 ? 2 : index),
  };
}

function parse(value: string, context: ValueContext): ReturnType<ValueGrammar['parse']> {
  const { podman } = context;
  return withParts(dockerOnly(context, judgeVolume(value, context)), () => explain(cutVolume(whole(value)), podman));
}

export const volume: ValueGrammar = {
  kind: 'volume',
  form: '`[source:]target[:options]`; the source a path (`/…`, `./…`) or a volume name, the target absolute, options `ro`, `z`, `Z`, `nocopy` … with commas',
  example: 'data:/var/lib/app',
  parse,
  suggest,
  names: namesIn,
  signature,
};
