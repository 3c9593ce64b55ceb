/** Options of the log driver: `max-size=10m`. Which are right depends on `--log-driver`. */
import { code } from '../../text/markdown.ts';
import { judgeLogValue } from './log-opt-value.ts';
import { describeBytes, parseByteSize } from './scan/byte-size.ts';
import { nearest } from './scan/nearest.ts';
import { dockerOnly, part, wholeProblem } from './scan/parsed.ts';
import type { ParsedValue, ValueContext, ValueFix, ValueGrammar, ValueProblem, ValueSuggestion } from './value-grammar.ts';
import { logDriverNames } from './words/log-drivers.ts';
import { everyLogOptionKey, logOptionKeys, logOptionNamed, renamedLogOptions } from './words/log-options.ts';

function driverOf(context: ValueContext): string | undefined {
  const driver = context.siblings?.get('log-driver')?.at(-1);
  return driver === '' ? undefined : driver;
}

function keyFix(key: string, meant: string | undefined): ValueFix[] {
  return meant === undefined ? [] : [{ title: `Write \`${meant}\``, start: 0, end: key.length, newText: meant, safe: true }];
}

/** A key that the driver refuses; without a driver, one that no driver knows, since the engine's default is not known here. */
function unknownKey(key: string, context: ValueContext): ValueProblem | undefined {
  const driver = driverOf(context);
  const keys = driver === undefined ? everyLogOptionKey : logOptionKeys(driver);
  if (keys === undefined || keys.includes(key)) {
    return undefined;
  }
  const meant = keys.includes(key.toLowerCase()) ? key.toLowerCase() : nearest(key.replaceAll('_', '-'), keys);
  const owner = logDriverNames.find((name) => logOptionKeys(name)?.includes(key) === true);
  const message =
    driver === undefined
      ? `No log driver has an option ${code(key)}.`
      : `The log driver ${code(driver)} has no option ${code(key)}${owner === undefined || meant !== undefined ? '' : `; \`${owner}\` has`}.`;
  return { start: 0, end: key.length, code: 'invalid-log-options', refusedBy: 'engine', message: meant === undefined ? message : `${message} Did you mean \`${meant}\`?`, fixes: keyFix(key, meant) };
}

function problemsOf(value: string, key: string, context: ValueContext): readonly ValueProblem[] {
  if (driverOf(context) === 'none') {
    return [wholeProblem(value, { code: 'invalid-log-options', refusedBy: 'cli', message: 'The log driver `none` takes no options. Remove this one, or choose another driver.' })];
  }
  const renamed = renamedLogOptions.get(key);
  if (renamed !== undefined) {
    const message = `\`${key}\` was removed in Engine ${renamed.removedIn}. Write \`${renamed.to}\`.`;
    return [{ start: 0, end: key.length, code: 'deprecated-flag', refusedBy: 'nobody', message, fixes: keyFix(key, renamed.to) }];
  }
  if (key === '') {
    return [];
  }
  const unknown = unknownKey(key, context);
  return unknown === undefined ? judgeLogValue(key, value.slice(key.length + 1), value.includes('='), context) : [unknown];
}

function valueMeaning(key: string, text: string, context: ValueContext): string {
  const size = key === 'max-size' ? parseByteSize(text, context.version, 1000) : undefined;
  return size === undefined ? `Set to ${code(text)}.` : `${describeBytes(size.bytes, 1000)}.`;
}

function parse(value: string, context: ValueContext): ParsedValue {
  const equals = value.indexOf('=');
  const key = equals < 0 ? value : value.slice(0, equals);
  const option = logOptionNamed(key);
  const parts = option === undefined || key === '' ? [] : [part(0, key.length, 'option', option.meaning)];
  if (equals >= 0 && equals + 1 < value.length) {
    parts.push(part(equals + 1, value.length, 'value', valueMeaning(key, value.slice(equals + 1), context)));
  }
  const problems = problemsOf(value, key, context);
  return { parts, problems: [...problems.filter(({ refusedBy }) => refusedBy === 'nobody'), ...dockerOnly(context, problems.filter(({ refusedBy }) => refusedBy !== 'nobody'))] };
}

function suggest(value: string, cursor: number, context: ValueContext): ValueSuggestion[] {
  const equals = value.indexOf('=');
  if (equals >= 0 && cursor > equals) {
    const values = logOptionNamed(value.slice(0, equals))?.values ?? [];
    return values.map((text) => ({ text, start: equals + 1, end: value.length }));
  }
  const given = new Set((context.siblings?.get('log-opt') ?? []).filter((other) => other !== value).map((other) => other.split('=')[0]));
  const keys = logOptionKeys(driverOf(context) ?? 'json-file') ?? everyLogOptionKey;
  const end = equals < 0 ? value.length : equals + 1;
  return keys
    .filter((key) => !given.has(key))
    .map((key) => {
      const option = logOptionNamed(key);
      const sample = option?.values?.[0] ?? option?.sample ?? 'value';
      const snippet = equals < 0;
      const escaped = sample.replace(/[\\$}]/g, '\\$&');
      return { text: snippet ? `${key}=\${1:${escaped}}` : `${key}=`, ...(snippet ? { snippet: true } : {}), label: key, documentation: option?.meaning ?? '', start: 0, end };
    });
}

export const logOpt: ValueGrammar = { kind: 'log-opt', form: '`KEY=VALUE`, keys depend on `--log-driver`', example: 'max-size=10m', parse, suggest };
