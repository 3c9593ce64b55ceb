/** Finds what the CLI and the engine refuse in a volume specification, and what they take for something else. */
import { code } from '../../text/markdown.ts';
import { atLeast } from './scan/cli-release.ts';
import { piece, type Slice, whole } from './scan/slice.ts';
import { nearest } from './scan/nearest.ts';
import { strayComma } from './scan/stray-comma.ts';
import { cutVolume, isRootPath, isWindowsPath, optionGroup, trailingOptions, type VolumeSpec, volumeOptionWords, wrongOption } from './scan/volume-spec.ts';
import type { ValueContext, ValueFix, ValueProblem } from './value-grammar.ts';

function invalid(at: Slice, refusedBy: ValueProblem['refusedBy'], message: string, fixes: readonly ValueFix[] = []): ValueProblem {
  return { start: at.start, end: at.end, code: 'invalid-volume-spec', refusedBy, message, fixes };
}

function rewrite(newText: string, safe: boolean): ValueFix {
  return { title: `Write \`${newText}\``, newText, safe };
}

/** What the CLI refuses since release 25; older ones hand it to the engine, which refuses it too. */
function judgeShape(value: string, spec: VolumeSpec, context: ValueContext): ValueProblem | undefined {
  const refusedBy = atLeast(context.version, 25) ? 'cli' : 'engine';
  if (value === '') {
    return refusedBy === 'cli' ? invalid(whole(value), 'cli', 'The volume is empty: often an unset variable.') : undefined;
  }
  const empty = spec.pieces.find(({ text }) => text === '');
  // Old CLIs hand on what the engine then reads differently: no source is an anonymous volume, no options are fine.
  const tolerated = refusedBy === 'engine' && (spec.source?.text === '' || (spec.pieces.length === 3 && spec.options?.text === ''));
  if (tolerated) {
    return undefined;
  }
  if (spec.source !== undefined && empty !== undefined) {
    const hint = value.startsWith(':') ? 'the source in front of the first colon' : 'something between or behind the colons';
    const trimmedEnd = value.replace(/:+$/, '');
    const fixes = value.endsWith(':') && spec.pieces.length === 3 && spec.target.text !== '' ? [rewrite(trimmedEnd, true)] : [];
    return invalid(whole(value), refusedBy, `${code(value)} lacks ${hint}; often a variable is unset.`, fixes);
  }
  if (spec.pieces.length > 3) {
    const options = spec.pieces.slice(2).map(({ text }) => text);
    const allKnown = options.every((option) => option.split(',').every((word) => optionGroup(word) !== undefined));
    const joined = value.slice(0, (spec.pieces[2]?.start ?? 0)) + options.join(',');
    return invalid(whole(value), refusedBy, 'Too many colons: options stand behind the second colon, separated by commas.', allKnown ? [rewrite(joined, true)] : []);
  }
  return undefined;
}

function judgeOptions(value: string, options: Slice, bind: boolean): ValueProblem | undefined {
  const wrong = wrongOption(options);
  if (wrong?.why === 'second-of-group') {
    return invalid(wrong.at, 'engine', `${code(wrong.at.text)} contradicts or repeats an option before it. Keep one of the two.`);
  }
  if (wrong !== undefined) {
    const { at } = wrong;
    const comma = strayComma(value, at);
    if (comma !== undefined) {
      return { ...comma, code: 'invalid-volume-spec', refusedBy: 'engine' };
    }
    const trimmedText = at.text.trim();
    const lower = trimmedText.toLowerCase();
    const meant = optionGroup(trimmedText) !== undefined ? trimmedText : optionGroup(lower) === undefined ? (lower === 'readonly' ? 'ro' : nearest(lower, volumeOptionWords.filter((word) => word.length > 1))) : lower;
    const safe = optionGroup(lower) !== undefined || lower === 'readonly';
    const fixes = meant === undefined ? [] : [{ ...rewrite(meant, safe), start: at.start, end: at.end }];
    return invalid(at, 'engine', `${code(at.text)} is not a volume option; \`ro\`, \`z\` and \`Z\` are the usual ones, in this case.`, fixes);
  }
  const kinds = options.text.split(',').map((option) => ({ option, group: optionGroup(option) }));
  const misplaced = kinds.find(({ group }) => group === (bind ? 'copy' : 'propagation'));
  return misplaced === undefined
    ? undefined
    : invalid(options, 'engine', bind ? '`nocopy` is for volumes; a host folder is never copied into.' : `${code(misplaced.option)} is for host folders; a volume has no mount propagation.`);
}

function judgeSource(value: string, spec: VolumeSpec, context: ValueContext): ValueProblem | undefined {
  const source = spec.source ?? spec.target;
  const { text } = source;
  const dotted = text.startsWith('.') && atLeast(context.version, text.startsWith('..') ? 28 : 23, text.startsWith('..') ? 2 : 0);
  if (text.startsWith('/') || dotted) {
    return undefined;
  }
  const unexpanded = (message: string, fixes: readonly ValueFix[] = []): ValueProblem => ({ start: source.start, end: source.end, code: 'unexpanded-volume-path', refusedBy: 'engine', message, fixes });
  if (text.includes('$')) {
    return unexpanded(`${code(text)} reaches Docker as it stands: nothing is expanded inside single quotes. Use double quotes.`);
  }
  if (text.startsWith('~')) {
    return unexpanded(`${code(text)} reaches Docker as it stands: the shell expands \`~\` only without quotes and at the beginning of a word. Write \`"$HOME/…"\`.`);
  }
  if (text.startsWith('.')) {
    return unexpanded(`A relative path as ${code(text)} needs Docker CLI ${text.startsWith('..') ? '28.2' : '23'} or newer; write an absolute one, such as \`"$PWD/…"\`.`);
  }
  const local = (context.siblings?.get('volume-driver')?.at(-1) ?? 'local') === 'local';
  if (local && text.includes('/')) {
    return unexpanded(`${code(text)} is neither an absolute path nor a volume name. Put \`./\` in front to mean the folder beside you.`, [
      { title: `Write \`./${text}\``, start: source.start, end: source.end, newText: `./${text}`, safe: false },
    ]);
  }
  if (local && !/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(text)) {
    const plain = value.replace(/ *: */g, ':').trim();
    const rule = 'a volume name has two characters or more out of letters, digits, `_`, `.` and `-`, a letter or digit first';
    return invalid(source, 'engine', `${code(text)} is no volume name: ${rule}.`, plain !== value && judgeVolume(plain, context).length === 0 ? [rewrite(plain, true)] : []);
  }
  return undefined;
}

function judgeTarget(value: string, spec: VolumeSpec): ValueProblem | undefined {
  const { target } = spec;
  if (spec.options === undefined && wrongOption(target) === undefined) {
    return invalid(whole(value), 'engine', `${code(target.text)} stands where the container path belongs: options follow a source and a target, as in \`data:/data:ro\`.`);
  }
  if (isRootPath(target.text)) {
    return invalid(target, 'engine', 'A container cannot have its root `/` replaced; name a folder below it.');
  }
  if (!target.text.startsWith('/') && !target.text.startsWith('\\')) {
    // `C:data` is what the shell left of a path of Windows.
    const fixes = /^[A-Za-z]:/.test(target.text) ? [] : [{ ...rewrite(`/${target.text.replace(/^(?:\.\/)+/, '')}`, false), start: target.start, end: target.end }];
    return invalid(target, 'engine', `The container path ${code(target.text)} must be absolute.`, fixes);
  }
  return undefined;
}

/** A single path: an anonymous volume, although a host folder may have been meant. */
function judgeAnonymous(value: string): ValueProblem[] {
  if (/^[a-z]:\/(?![^]*\\)/.test(value)) {
    const letter = value.charAt(0);
    const path = value.slice(2);
    return [invalid(whole(value), 'nobody', `${code(letter)} is taken for a Windows drive: this is an anonymous volume at ${code(value)}, and ${code(path)} stays as it is. Use a volume name of two letters or more.`)];
  }
  if (/^(?:\.\.?\/|~)/.test(value)) {
    return [invalid(whole(value), 'nobody', `Without a container path this is an anonymous volume; the folder ${code(value)} is not mounted. Add \`:/path\`.`)];
  }
  const newText = value.replace(/^(\/[\w./-]+)[,=;](\/[\w./-]+)$/, '$1:$2');
  if (newText !== value) {
    return [invalid(whole(value), 'nobody', `Without a colon this is an anonymous volume at ${code(value)}. Write ${code(newText)}.`, [rewrite(newText, false)])];
  }
  return [];
}

/** `/src:/dst,ro` mounts at a folder whose name ends in `,ro`. */
function commaOption(spec: VolumeSpec): ValueProblem[] {
  const at = spec.options === undefined && spec.source !== undefined ? trailingOptions(spec.target.text, ',') : -1;
  if (at < 0) {
    return [];
  }
  const tail = piece(spec.target, at);
  const options = tail.text.slice(1);
  const message = `This mounts at ${code(spec.target.text)}: the comma is part of the path, and ${code(options)} has no effect. Options stand behind a second colon.`;
  return [{ start: tail.start, end: tail.end, code: 'volume-option-comma', refusedBy: 'nobody', message, fixes: [{ title: `Write \`:${options}\``, start: tail.start, end: tail.end, newText: `:${options}`, safe: false }] }];
}

/** Everything that is wrong with the value, the most telling problem first. */
export function judgeVolume(value: string, context: ValueContext): ValueProblem[] {
  const spec = cutVolume(whole(value));
  const shape = judgeShape(value, spec, context);
  if (shape !== undefined) {
    return [shape];
  }
  if (spec.source === undefined || spec.source.text === '') {
    return judgeAnonymous(value);
  }
  if (isWindowsPath(spec.source.text) || isWindowsPath(spec.target.text)) {
    return [];
  }
  const bind = /^[/.]/.test(spec.source.text);
  const byEngine = judgeTarget(value, spec) ?? judgeSource(value, spec, context) ?? (spec.options === undefined || spec.options.text === '' ? undefined : judgeOptions(value, spec.options, bind));
  return byEngine === undefined ? commaOption(spec) : [byEngine];
}
