/** File systems in memory: `--tmpfs`. */
import { code } from '../../text/markdown.ts';
import { tmpfsOptions } from '../generated/cli.ts';
import { describeBytes, parseByteSize } from './scan/byte-size.ts';
import { folderSizeInBytes } from './scan/bare-bytes.ts';
import { firstProblems } from './scan/first-problems.ts';
import { nearest } from './scan/nearest.ts';
import { dockerOnly, part, suggestWords, type Word } from './scan/parsed.ts';
import { cut, pieceAt, type Slice, split, whole } from './scan/slice.ts';
import { strayComma } from './scan/stray-comma.ts';
import { isRootPath } from './scan/volume-spec.ts';
import type { ValueGrammar, ValuePart, ValueProblem, ValueSignature } from './value-grammar.ts';

const flags: readonly string[] = [...tmpfsOptions.flags, 'defaults'];
const keys: readonly string[] = tmpfsOptions.keyValue;

const options: readonly Word[] = [
  { text: 'size=', snippet: 'size=${1:64m}', meaning: 'The most it may hold, such as `64m` or `10%` of the memory. Without it a runaway program fills half of the host\'s memory.' },
  { text: 'mode=', snippet: 'mode=${1:1777}', meaning: 'Rights of the folder in octal; `1777` lets every user write, as in `/tmp`.' },
  { text: 'uid=', snippet: 'uid=${1:1000}', meaning: 'Number of the user who owns the folder, for images that do not run as root.' },
  { text: 'gid=', snippet: 'gid=${1:1000}', meaning: 'Number of the group that owns the folder.' },
  { text: 'nr_inodes=', snippet: 'nr_inodes=${1:10k}', meaning: 'The most files it may hold.' },
  { text: 'exec', meaning: 'Programs in it may be run; by default they may not (`noexec`).' },
  { text: 'noexec', meaning: 'Programs in it cannot be run: the default.' },
  { text: 'ro', meaning: 'Read-only, which makes an empty folder that stays empty.' },
  { text: 'rw', meaning: 'Read and write: the default.' },
  { text: 'nosuid', meaning: 'Ignores the set-user-id bit: the default.' },
  { text: 'nodev', meaning: 'Device files do not work in it: the default.' },
  { text: 'noatime', meaning: 'Does not record when files were read.' },
];

function valueMeaning(key: string, text: string): string | undefined {
  const size = key === 'size' ? parseByteSize(text, '20.10.24') : undefined;
  return size === undefined ? undefined : `At most ${describeBytes(size.bytes)}. It counts against the container's memory limit.`;
}

function explainOption(option: Slice): ValuePart[] {
  const { before: key, after } = cut(option, '=');
  const known = options.find(({ text }) => text === key.text || text === `${key.text}=`)?.meaning;
  const meaning = (after === undefined ? undefined : valueMeaning(key.text, after.text)) ?? known;
  return meaning === undefined ? [] : [part(option.start, option.end, 'option', meaning)];
}

function isOption(option: Slice): boolean {
  const { before: key, after } = cut(option, '=');
  return flags.includes(option.text) || (after !== undefined && keys.includes(key.text));
}

/** `/tmp,size=64m`: the options behind a comma, where a colon belongs. */
function commaOption(target: Slice): ValueProblem[] {
  const { after: tail } = cut(target, ',');
  if (tail === undefined || !split(tail, ',').every(isOption)) {
    return [];
  }
  const start = tail.start - 1;
  const message = `This mounts at ${code(target.text)}: the comma is part of the path, and ${code(tail.text)} has no effect. Options stand behind a colon.`;
  return [{ start, end: tail.end, code: 'volume-option-comma', refusedBy: 'nobody', message, fixes: [{ title: `Write ${code(`:${tail.text}`)}`, start, end: tail.end, newText: `:${tail.text}`, safe: false }] }];
}

function judgeOption(value: string, option: Slice): ValueProblem | undefined {
  const comma = strayComma(value, option);
  if (comma !== undefined) {
    return { ...comma, code: 'invalid-tmpfs', refusedBy: 'engine' };
  }
  const { before: key, after } = cut(option, '=');
  if (key.text === 'size' && after !== undefined) {
    return folderSizeInBytes(after.text, parseByteSize(after.text, '20.10.24'), after.start)[0];
  }
  if (isOption(option)) {
    return undefined;
  }
  const name = nearest(key.text, after === undefined ? flags : keys);
  const message = keys.includes(option.text)
    ? `${code(option.text)} needs a value: \`${option.text}=…\`.`
    : `${code(option.text)} is no option of a tmpfs; the container would be created but not start.`;
  const fixes = name === undefined || name === key.text ? [] : [{ title: `Write \`${name}\``, start: key.start, end: key.end, newText: name, safe: name === key.text.toLowerCase() }];
  return { start: option.start, end: option.end, code: 'invalid-tmpfs', refusedBy: 'engine', message, fixes };
}

function judgeTarget(target: Slice): ValueProblem | undefined {
  const { start, end, text } = target;
  if (!text.startsWith('/')) {
    const message = text === '' ? 'The container path is missing.' : `The container path ${code(text)} must be absolute.`;
    return { start, end, code: 'relative-workdir', refusedBy: 'engine', message, fixes: text === '' ? [] : [{ title: `Write \`/${text}\``, start, end, newText: `/${text}`, safe: false }] };
  }
  return isRootPath(text) ? { start, end, code: 'invalid-tmpfs', refusedBy: 'engine', message: 'A container cannot have its root `/` replaced; name a folder below it.' } : undefined;
}

function signature(value: string, cursor: number): ValueSignature {
  const { after } = cut(whole(value), ':');
  return {
    label: 'target[:options]',
    documentation: 'A folder in memory: fast, empty at each start, gone when the container stops.',
    parameters: [
      { label: 'target', documentation: 'Absolute path in the container, such as `/tmp` or `/run`.' },
      { label: '[:options]', documentation: 'Comma list: `size=64m`, `mode=1777`, `uid=`, `gid=`, `exec`. By default `noexec,nosuid,nodev` and half of the host\'s memory.' },
    ],
    active: after !== undefined && cursor >= after.start ? 1 : 0,
  };
}

export const tmpfs: ValueGrammar = {
  kind: 'tmpfs',
  form: '`target[:options]`, options with commas: `size=64m`, `mode=1777`, `uid=`, `gid=`, `exec` …; without them `noexec,nosuid,nodev` and no size limit of its own',
  example: '/run:size=16m,mode=755',
  parse: (value, context) => {
    const { before: target, after } = cut(whole(value), ':');
    const list = after === undefined || after.text === '' ? [] : split(after, ',');
    const limits = list.some(({ text }) => text.startsWith('size=')) ? '' : ' Without `size=` it may grow to half of the host\'s memory.';
    const execution = list.some(({ text }) => text === 'exec') ? '' : ' Programs stored there cannot be run unless `exec` is given.';
    const parts = target.text === '' ? [] : [part(target.start, target.end, 'container path', `In memory at ${code(target.text)}: empty at each start, gone when the container stops.${limits}${execution}`)];
    const problems = [judgeTarget(target), ...(after === undefined ? commaOption(target) : []), ...firstProblems(list, (option) => judgeOption(value, option))].filter((problem) => problem !== undefined);
    return { parts: [...parts, ...list.flatMap(explainOption)], problems: dockerOnly(context, problems) };
  },
  suggest: (value, cursor) => {
    const { before: target, after } = cut(whole(value), ':');
    if (after === undefined || cursor < after.start) {
      const paths = [{ text: '/tmp', meaning: 'Scratch space.' }, { text: '/run', meaning: 'Pid files and sockets; with `--read-only` many images need it.' }, { text: '/var/cache', meaning: 'Caches that may be lost.' }];
      return suggestWords(paths, 0, target.end);
    }
    const list = split(after, ',');
    const here = pieceAt(list, cursor);
    const given = new Set(list.filter((option) => option !== here).map(({ text }) => text.replace(/=.*$/s, '=')));
    return here === undefined ? [] : suggestWords(options.filter(({ text }) => !given.has(text)), here.start, here.end, 'tmpfs option');
  },
  signature,
};
