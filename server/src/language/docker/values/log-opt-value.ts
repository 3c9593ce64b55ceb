/** What the engine makes of the values of log options: it complains when the container is created or only when it starts. */
import { code, codeOr } from '../../text/markdown.ts';
import { booleanMeant, parseBoolean } from './bool.ts';
import { serverLogJudges } from './log-server-value.ts';
import { countsBytes } from './scan/bare-bytes.ts';
import { parseByteSize } from './scan/byte-size.ts';
import { parseInteger } from './scan/integer.ts';
import type { ValueContext, ValueFix, ValueProblem } from './value-grammar.ts';

/** What a value is judged with. */
interface LogValue {
  readonly text: string;
  readonly start: number;
  readonly context: ValueContext;
}

function problem({ text, start }: LogValue, message: string, fixes: readonly ValueFix[] = [], id = 'invalid-log-options', refusedBy: ValueProblem['refusedBy'] = 'engine'): ValueProblem {
  return { start, end: start + text.length, code: id, refusedBy, message, fixes };
}

/** The other log options of the command by key; the last one counts. */
function others(context: ValueContext): ReadonlyMap<string, string> {
  return new Map((context.siblings?.get('log-opt') ?? []).map((option) => [option.split('=')[0] ?? '', option.slice(option.indexOf('=') + 1)]));
}

function judgeSize(value: LogValue): ValueProblem[] {
  const { text, start, context } = value;
  if (/,\s*[a-z-]+=/.test(text)) {
    return [problem(value, `One flag takes one option. Write \`--log-opt\` again for what follows the comma.`)];
  }
  const size = parseByteSize(text, context.version, 1000);
  if (size === undefined || size.bytes === 0) {
    return [problem(value, `${codeOr(text, 'An empty value')} is not a size, so the start fails. Write for instance \`10m\`.`)];
  }
  if (!countsBytes(size)) {
    return [];
  }
  const fix = { title: `Write ${code(`${text}m`)} (megabytes)`, start, end: start + text.length, newText: `${text}m`, safe: false };
  return [problem(value, `Without a unit this counts bytes. Write ${code(`${text}m`)} for megabytes.`, /^[0-9]+$/.test(text) ? [fix] : [], 'log-size-in-bytes', 'nobody')];
}

function judgeFiles(value: LogValue): ValueProblem[] {
  const { text } = value;
  if (/,\s*[a-z-]+=/.test(text)) {
    return judgeSize(value);
  }
  const count = parseInteger(text, { base: 10, bits: 64, signed: true });
  if (typeof count === 'string') {
    return [problem(value, `${codeOr(text, 'An empty value')} is not a number of files, so the start fails. Write for instance \`3\`.`)];
  }
  return count < 1n ? [problem(value, 'At least one file is needed, or the start fails. Write for instance `3`.', [], 'value-out-of-range')] : [];
}

function judgeCompress(value: LogValue): ValueProblem[] {
  const { text, start, context } = value;
  const on = parseBoolean(text);
  if (on === undefined) {
    const meant = booleanMeant(text);
    return [problem(value, `${codeOr(text, 'An empty value')} is not a boolean, so the start fails. Write \`true\` or \`false\`.`, meant === undefined ? [] : [{ title: `Write \`${meant}\``, start, end: start + text.length, newText: meant, safe: true }])];
  }
  const files = parseInteger(others(context).get('max-file') ?? '', { base: 10, bits: 64, signed: true });
  const jsonFile = context.siblings?.get('log-driver')?.at(-1) === 'json-file';
  return on && jsonFile && files === 1n ? [problem(value, 'Compression needs `max-file` of 2 or more, or the start fails.')] : [];
}

function judgeMode(value: LogValue): ValueProblem[] {
  const { text, start } = value;
  if (text === '' || text === 'blocking' || text === 'non-blocking') {
    return [];
  }
  const meant = /^non?[-_ ]?block(?:ing)?$/i.test(text) ? 'non-blocking' : /^block(?:ing)?$/i.test(text) ? 'blocking' : undefined;
  const fixes = meant === undefined ? [] : [{ title: `Write \`${meant}\``, start, end: start + text.length, newText: meant, safe: true }];
  return [problem(value, `${code(text)} is not a mode. Write \`blocking\` or \`non-blocking\`.`, fixes)];
}

function judgeBuffer(value: LogValue): ValueProblem[] {
  const { context } = value;
  const mode = others(context).get('mode');
  const judged = judgeSize(value);
  // Without a mode on the command the engine's configuration may still say non-blocking, which is rare enough to speak up.
  return mode === 'non-blocking' || context.siblings === undefined ? judged : [...judged.filter(({ refusedBy }) => refusedBy === 'engine'), problem(value, 'A buffer is only used with `mode=non-blocking`; the engine refuses it otherwise. Add `--log-opt mode=non-blocking`.')];
}

const judges: Readonly<Record<string, (value: LogValue) => ValueProblem[]>> = {
  'max-size': judgeSize,
  'max-file': judgeFiles,
  compress: judgeCompress,
  mode: judgeMode,
  'max-buffer-size': judgeBuffer,
};

/** Drivers whose `max-size`, `max-file` and `compress` are known; a plugin may read them differently. */
const ownFiles: readonly (string | undefined)[] = [undefined, '', 'json-file', 'local'];

/** Problems of the value of a log option whose key is right. */
export function judgeLogValue(key: string, text: string, hasValue: boolean, context: ValueContext): readonly ValueProblem[] {
  const start = hasValue ? key.length + 1 : 0;
  const judgeOfServer = Object.hasOwn(serverLogJudges, key) ? serverLogJudges[key] : undefined;
  const refusal = judgeOfServer?.(text, context.version);
  if (refusal !== undefined) {
    const { message, meant } = refusal;
    return [problem({ text, start, context }, message, meant === undefined ? [] : [{ title: `Write ${code(meant)}`, start, end: start + text.length, newText: meant, safe: false }])];
  }
  const judge = Object.hasOwn(judges, key) ? judges[key] : undefined;
  const driver = context.siblings?.get('log-driver')?.at(-1);
  if (judge === undefined || (key !== 'mode' && key !== 'max-buffer-size' && !ownFiles.includes(driver))) {
    return [];
  }
  return judge({ text, start, context });
}
