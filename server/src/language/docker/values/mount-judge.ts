/** Finds what the CLI refuses in a `--mount` value, field by field and then as a whole. */
import { code, codeOr } from '../../text/markdown.ts';
import { knowsKey, mountKeys } from './mount-keys.ts';
import { folderSizeInBytes } from './scan/bare-bytes.ts';
import { parseByteSize } from './scan/byte-size.ts';
import { atLeast } from './scan/cli-release.ts';
import { firstProblems } from './scan/first-problems.ts';
import { lastField, lastValue, type MountField, type MountSpec } from './scan/mount-fields.ts';
import { nearest } from './scan/nearest.ts';
import type { Slice } from './scan/slice.ts';
import { strayComma } from './scan/stray-comma.ts';
import type { ValueContext, ValueFix, ValueProblem } from './value-grammar.ts';

export function invalidMount(at: { readonly start: number; readonly end: number }, refusedBy: ValueProblem['refusedBy'], message: string, fixes: readonly ValueFix[] = []): ValueProblem {
  return { start: at.start, end: at.end, code: 'invalid-mount', refusedBy, message, fixes };
}

/** A fix of one field; csv quotes stay outside. */
export function rewriteField({ field }: MountField, newText: string, safe: boolean): ValueFix {
  return { title: newText === '' ? 'Remove it' : `Write \`${newText}\``, start: field.start, end: field.end, newText, safe };
}

const trueWords = ['1', 't', 'T', 'TRUE', 'true', 'True'];
const falseWords = ['0', 'f', 'F', 'FALSE', 'false', 'False'];

/** Whether the text is a boolean to the CLI; release 29.3 takes fewer spellings. */
function parseBoolean(text: string, context: ValueContext): boolean | undefined {
  const strict = atLeast(context.version, 29, 3);
  const isTrue = strict ? ['1', 'true'].includes(text) : trueWords.includes(text);
  const isFalse = strict ? ['0', 'false'].includes(text) : falseWords.includes(text);
  return isTrue || isFalse ? isTrue : undefined;
}

/** Whether a boolean key is on. */
export function isOn(fields: readonly MountField[], name: string, context: ValueContext): boolean {
  const field = lastField(fields, name);
  return field !== undefined && (field.value === undefined || parseBoolean(field.value.text, context) === true);
}

function judgeBoolean(entry: MountField, value: Slice, context: ValueContext): ValueProblem | undefined {
  if (parseBoolean(value.text, context) !== undefined) {
    return undefined;
  }
  const text = value.text.trim().toLowerCase();
  const on = ['yes', 'on', 'y', 't', 'true', '1'].includes(text);
  const off = ['no', 'off', 'n', 'f', 'false', '0'].includes(text);
  const fixes = on ? [rewriteField(entry, entry.key.text, true)] : off ? [rewriteField(entry, `${entry.key.text}=false`, true)] : [];
  return invalidMount(value, 'cli', `${code(value.text)} is not a boolean: write ${code(entry.key.text)} alone, or \`true\` or \`false\`.`, fixes);
}

function judgeUnknown(entry: MountField): ValueProblem {
  const { key, value } = entry;
  const options: Readonly<Record<string, string>> = { z: ' SELinux labels cannot be set by `--mount`; use `-v`.', Z: ' SELinux labels cannot be set by `--mount`; use `-v`.', rw: ' Writable is the default; leave it out.' };
  const trimmedKey = key.text.trim();
  const guess = nearest(trimmedKey, mountKeys.flatMap(({ spellings }) => spellings));
  const fixes = guess === undefined || guess === key.text ? [] : [{ ...rewriteField(entry, guess, trimmedKey.toLowerCase() === guess), start: key.start, end: key.end }];
  const hint = options[trimmedKey] ?? (value === undefined ? ' Fields are `key=value`, separated by commas.' : '');
  return invalidMount(key.start === key.end ? entry.field : key, 'cli', `${codeOr(key.text, 'An empty name')} is not a key of \`--mount\`.${hint}`, fixes);
}

function tidied({ key, value }: MountField): string {
  return value === undefined ? key.text.trim() : `${key.text.trim()}=${value.text.trim()}`;
}

/** Takes the blanks out of all fields at once. */
function removeBlanks(value: string, fields: readonly MountField[]): ValueFix {
  const newText = fields.reduceRight((text, entry) => text.slice(0, entry.field.start) + tidied(entry) + text.slice(entry.field.end), value);
  return { title: 'Remove the blanks', newText, safe: true };
}

/** Blanks around keys: an unknown key to all versions. Blanks around values: refused since 29.3. */
function judgeBlanks(entry: MountField, context: ValueContext): ValueProblem | undefined {
  const { field, key, value } = entry;
  const strict = atLeast(context.version, 29, 3);
  const blankKey = key.text !== key.text.trim();
  const blankValue = strict && value !== undefined && value.text !== value.text.trim() && value.text.trim() !== '';
  if (!blankKey && !blankValue) {
    return undefined;
  }
  return invalidMount(field, 'cli', 'Blanks are not allowed around keys, values and commas.');
}

function judgeDeprecated(entry: MountField, context: ValueContext): ValueProblem {
  const off = entry.value !== undefined && parseBoolean(entry.value.text, context) === false;
  const removed = atLeast(context.version, 29);
  const message = `\`bind-nonrecursive\` ${removed ? 'is refused since Docker CLI 29' : 'is deprecated and refused by Docker CLI 29'}; \`bind-recursive\` replaces it.`;
  return {
    start: entry.field.start,
    end: entry.field.end,
    code: 'deprecated-flag',
    refusedBy: removed ? 'cli' : 'nobody',
    message,
    fixes: [rewriteField(entry, `bind-recursive=${off ? 'enabled' : 'disabled'}`, true)],
  };
}

function judgeValue(entry: MountField, value: Slice, context: ValueContext): ValueProblem | undefined {
  const name = entry.known?.name;
  if (name === 'bind-recursive' && !['enabled', 'disabled', 'writable', 'readonly'].includes(value.text)) {
    return invalidMount(value, 'cli', `${code(value.text)} is not a value of \`bind-recursive\`: \`enabled\`, \`disabled\`, \`writable\` or \`readonly\`.`);
  }
  if (name === 'tmpfs-size') {
    const size = parseByteSize(value.text, context.version);
    return size !== undefined ? folderSizeInBytes(value.text, size, value.start)[0] : invalidMount(value, 'cli', `${code(value.text)} is not a size: write a number with \`k\`, \`m\` or \`g\`, such as \`64m\`.`);
  }
  if (name === 'tmpfs-mode' && (!/^[0-7]+$/.test(value.text) || Number.parseInt(value.text, 8) > 0xffffffff)) {
    return invalidMount(value, 'cli', `${code(value.text)} is not an octal mode such as \`1770\`.`);
  }
  return entry.known?.bare === true ? judgeBoolean(entry, value, context) : undefined;
}

function judgeField(text: string, entry: MountField, context: ValueContext): ValueProblem | undefined {
  const { key, value, known } = entry;
  const comma = strayComma(text, entry.field);
  if (comma !== undefined) {
    return { ...comma, code: 'invalid-mount', refusedBy: 'cli' };
  }
  if (value !== undefined && value.text.trim() === '' && atLeast(context.version, 29, 3)) {
    return invalidMount(entry.field, 'cli', `${codeOr(key.text, 'The key')} has no value: often an unset variable.`);
  }
  if (known === undefined) {
    return judgeUnknown(entry);
  }
  if (!knowsKey(context.version, known)) {
    const [major = 0, minor = 0] = known.since ?? [];
    return { start: key.start, end: key.end, code: 'flag-requires-newer-docker', refusedBy: 'cli', message: `\`${known.name}\` needs Docker CLI ${major}.${minor} or newer.` };
  }
  if (value === undefined && known.bare !== true) {
    return invalidMount(entry.field, 'cli', `${code(key.text)} needs a value: \`${known.name}=…\`.`);
  }
  if (known.name === 'bind-nonrecursive' && atLeast(context.version, 29)) {
    return judgeDeprecated(entry, context);
  }
  const wrong = value === undefined ? undefined : judgeValue(entry, value, context);
  return wrong ?? (known.name === 'bind-nonrecursive' && atLeast(context.version, 25) ? judgeDeprecated(entry, context) : undefined);
}

/** A key of another mount type. `bind-recursive=enabled` says nothing, so it goes with every type. */
function foreignKey(spec: MountSpec): MountField | undefined {
  return spec.fields.find(({ known, value }) => known?.type !== undefined && known.type !== spec.type && !(known.name === 'bind-recursive' && value?.text === 'enabled'));
}

function judgeRecursion(spec: MountSpec, context: ValueContext): ValueProblem | undefined {
  const readonly = isOn(spec.fields, 'readonly', context);
  for (const entry of spec.fields.filter(({ known }) => known?.name === 'bind-recursive')) {
    const mode = entry.value?.text;
    const add = (field: string): ValueFix => ({ title: `Add \`${field}\``, start: entry.field.end, end: entry.field.end, newText: `,${field}`, safe: false });
    if ((mode === 'writable' || mode === 'readonly') && !readonly) {
      return invalidMount(entry.field, 'cli', `\`bind-recursive=${mode}\` says how a read-only mount treats mounts below it, so it needs \`readonly\`.`, [add('readonly')]);
    }
    if (mode === 'readonly' && lastValue(spec.fields, 'bind-propagation')?.text.toLowerCase() !== 'rprivate') {
      return invalidMount(entry.field, 'cli', '`bind-recursive=readonly` needs `bind-propagation=rprivate` beside it.', [add('bind-propagation=rprivate')]);
    }
  }
  return undefined;
}

function judgeWhole(value: string, spec: MountSpec, context: ValueContext): ValueProblem | undefined {
  const all = { start: 0, end: value.length };
  const type = lastValue(spec.fields, 'type');
  if (type?.text === '') {
    return invalidMount(lastField(spec.fields, 'type')?.field ?? all, 'cli', 'The mount type is missing: `bind`, `volume` or `tmpfs`.');
  }
  if ((lastValue(spec.fields, 'target')?.text ?? '') === '') {
    return invalidMount(all, atLeast(context.version, 29, 3) ? 'engine' : 'cli', 'The path in the container is missing: add `target=/path`.');
  }
  const foreign = foreignKey(spec);
  if (foreign !== undefined) {
    return invalidMount(foreign.field, 'cli', `${code(foreign.key.text)} is for mounts of type \`${foreign.known?.type ?? ''}\`, and this one is ${code(spec.type)}.`);
  }
  return judgeRecursion(spec, context);
}

/** The problems that the CLI would report, one for each broken field, or one of the whole; deprecated keys too. */
export function judgeMount(value: string, spec: MountSpec, context: ValueContext): ValueProblem[] {
  const { failure } = spec.record;
  if (failure !== undefined) {
    const messages = {
      empty: 'The mount is empty: often an unset variable.',
      'bare-quote': 'A quote inside a field: a field with commas stands in double quotes as a whole, as in `"volume-opt=o=addr=10.0.0.5,rw"`.',
      'open-quote': 'The double quote in this field is never closed.',
    } as const;
    return [invalidMount(failure, 'cli', messages[failure.kind])];
  }
  const path = /^(?:[^=,]*:)?\/[^=,]*$/.test(value);
  if (path) {
    return [invalidMount({ start: 0, end: value.length }, 'cli', `${code(value)} is written for \`-v\`; \`--mount\` takes \`key=value\` fields, such as \`type=bind,src=/a,dst=/b\`.`)];
  }
  const blank = spec.fields.map((entry) => judgeBlanks(entry, context)).find((problem) => problem !== undefined);
  if (blank !== undefined) {
    return [{ ...blank, fixes: [removeBlanks(value, spec.fields)] }];
  }
  const byField = firstProblems(spec.fields, (entry) => judgeField(value, entry, context));
  if (byField.some(({ refusedBy }) => refusedBy === 'cli')) {
    return byField;
  }
  const ofWhole = judgeWhole(value, spec, context);
  return ofWhole === undefined ? byField : [...byField, ofWhole];
}
