/** Finds what only the engine refuses in a `--mount` value, and what it takes for something else. */
import { code } from '../../text/markdown.ts';
import { invalidMount, rewriteField } from './mount-judge.ts';
import { mountTypes } from './mount-keys.ts';
import { atLeast } from './scan/cli-release.ts';
import { lastField, lastValue, type MountSpec } from './scan/mount-fields.ts';
import { nearest } from './scan/nearest.ts';
import { piece } from './scan/slice.ts';
import { isRootPath, isWindowsPath, trailingOptions } from './scan/volume-spec.ts';
import type { ValueContext, ValueProblem } from './value-grammar.ts';

const propagations = ['private', 'rprivate', 'shared', 'rshared', 'slave', 'rslave'];

function judgeType(spec: MountSpec): ValueProblem | undefined {
  const field = lastField(spec.fields, 'type');
  const names = mountTypes.map(({ text }) => text);
  if (field?.value === undefined || names.includes(spec.type)) {
    return undefined;
  }
  const guess = nearest(spec.type, names);
  return invalidMount(field.value, 'engine', `${code(field.value.text)} is not a mount type: \`bind\`, \`volume\`, \`tmpfs\` or \`image\`.`, guess === undefined ? [] : [rewriteField(field, `type=${guess}`, false)]);
}

function judgeTarget(spec: MountSpec): ValueProblem | undefined {
  const field = lastField(spec.fields, 'target');
  const target = field?.value;
  if (field === undefined || target === undefined) {
    return undefined;
  }
  if (isRootPath(target.text)) {
    return invalidMount(target, 'engine', 'A container cannot have its root `/` replaced; name a folder below it.');
  }
  return /^[\\/]/.test(target.text)
    ? undefined
    : invalidMount(target, 'engine', `The container path ${code(target.text)} must be absolute.`, [rewriteField(field, `${field.key.text}=/${target.text.replace(/^(?:\.\/)+/, '')}`, false)]);
}

function judgeBind(value: string, spec: MountSpec, context: ValueContext): ValueProblem | undefined {
  const field = lastField(spec.fields, 'source');
  const source = field?.value;
  if (field === undefined || source === undefined || source.text === '') {
    return invalidMount({ start: 0, end: value.length }, 'engine', 'A bind mount needs the path on the host: add `source=/path`.');
  }
  const { text } = source;
  if (/^[$~]/.test(text)) {
    const why = text.startsWith('~') ? '`~` is not expanded behind `=` or in quotes; write `$HOME`' : 'nothing is expanded inside single quotes; use double quotes';
    return { start: source.start, end: source.end, code: 'unexpanded-volume-path', refusedBy: 'engine', message: `${code(text)} reaches Docker as it stands: ${why}.` };
  }
  const relative = text.startsWith('.') && atLeast(context.version, 23);
  if (!/^[\\/]/.test(text) && !relative) {
    const fixes = text.startsWith('.') ? [] : [rewriteField(field, `${field.key.text}=./${text}`, false)];
    return invalidMount(source, 'engine', `The host path ${code(text)} must be absolute${atLeast(context.version, 23) ? ' or begin with `./`' : ''}.`, fixes);
  }
  const propagation = lastValue(spec.fields, 'bind-propagation');
  return propagation === undefined || propagations.includes(propagation.text.toLowerCase())
    ? undefined
    : invalidMount(propagation, 'engine', `${code(propagation.text)} is not a propagation: \`rprivate\`, \`rslave\` or \`rshared\`, or the same without \`r\`.`);
}

function judgeVolumeName(spec: MountSpec): ValueProblem | undefined {
  const source = lastValue(spec.fields, 'source');
  const driver = lastValue(spec.fields, 'volume-driver')?.text ?? '';
  if (source === undefined || source.text === '' || (driver !== '' && driver !== 'local') || /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(source.text)) {
    return undefined;
  }
  const type = lastField(spec.fields, 'type');
  const path = /^(?:\/|\.\.?\/)/.test(source.text);
  const bind = type === undefined ? { title: 'Write `type=bind`', start: 0, end: 0, newText: 'type=bind,', safe: false } : rewriteField(type, 'type=bind', false);
  const message = path
    ? `${code(source.text)} is a path, but the mount is a volume${type === undefined ? ' since no type is given' : ''}; a host folder needs \`type=bind\`.`
    : `${code(source.text)} is no volume name: two characters or more out of letters, digits, \`_\`, \`.\` and \`-\`, a letter or digit first.`;
  return invalidMount(source, 'engine', message, path ? [bind] : []);
}

function judgeByType(value: string, spec: MountSpec, context: ValueContext): ValueProblem | undefined {
  const source = lastField(spec.fields, 'source');
  switch (spec.type) {
    case 'bind':
      return judgeBind(value, spec, context);
    case 'volume':
      return judgeVolumeName(spec);
    case 'tmpfs':
      return source?.value === undefined || source.value.text === '' ? undefined : invalidMount(source.field, 'engine', 'A tmpfs is memory and has no source; leave it out.');
    case 'image':
      return source?.value === undefined || source.value.text === '' ? invalidMount({ start: 0, end: value.length }, 'engine', 'The image to mount is missing: add `source=image:tag`.') : undefined;
    default:
      return undefined;
  }
}

/** `target=/x:ro` mounts at a folder whose name ends in `:ro`. */
function targetOption(spec: MountSpec): ValueProblem[] {
  const field = lastField(spec.fields, 'target');
  const target = field?.value;
  const at = target === undefined ? -1 : trailingOptions(target.text, ':');
  if (field === undefined || target === undefined || at < 0) {
    return [];
  }
  const tail = piece(target, at);
  const options = tail.text.slice(1).split(',');
  const newText = options.includes('ro') ? ',readonly' : '';
  const known = options.every((option) => option === 'ro' || option === 'rw');
  const message = `This mounts at ${code(target.text)}: the colon is part of the path here. ${newText === '' ? 'Options of `-v` do not belong in `--mount`.' : 'Write `readonly` as a field of its own.'}`;
  const fixes = known ? [{ title: newText === '' ? `Remove \`${tail.text}\`` : 'Write `,readonly`', start: tail.start, end: tail.end, newText, safe: false }] : [];
  return [{ start: tail.start, end: tail.end, code: 'mount-target-option', refusedBy: 'nobody', message, fixes }];
}

/** Problems of a value that the CLI accepts. Mounts of Windows are left to Windows. */
export function judgeMountByEngine(value: string, spec: MountSpec, context: ValueContext): ValueProblem[] {
  const windows = ['npipe', 'cluster'].includes(spec.type) || spec.fields.some(({ value: text }) => text !== undefined && isWindowsPath(text.text));
  if (windows) {
    return [];
  }
  const problem = judgeType(spec) ?? judgeTarget(spec) ?? judgeByType(value, spec, context);
  return problem === undefined ? targetOption(spec) : [problem, ...targetOption(spec)];
}
