/** Limits of one block device, `/dev/sda:VALUE`: bytes or operations per second, or a weight. */
import { code, codeOr } from '../../text/markdown.ts';
import type { ValueKind } from '../cli-facts.ts';
import { describeBytes, parseByteSize } from './scan/byte-size.ts';
import { grouped, parseInteger } from './scan/integer.ts';
import { part, suggestedFix, wholeProblem } from './scan/parsed.ts';
import type { ParsedValue, ValueContext, ValueGrammar, ValuePart } from './value-grammar.ts';

interface DeviceLimit {
  readonly kind: ValueKind;
  readonly form: string;
  readonly example: string;
  /** What the value behind the colon is called. */
  readonly label: string;
  readonly snippet: string;
  /** The rule that reports a bad value behind the colon. */
  readonly code: string;
  readonly expected: string;
  /** The meaning of the text behind the colon; undefined where the CLI refuses it. */
  read(text: string, context: ValueContext): string | undefined;
}

function parseLimit(limit: DeviceLimit, value: string, context: ValueContext): ParsedValue {
  const colon = value.indexOf(':');
  const device = colon < 0 ? value : value.slice(0, colon);
  const parts: ValuePart[] = device.startsWith('/dev/') ? [part(0, device.length, 'device', `The block device ${code(device)} of the host.`)] : [];
  if (colon < 0 || !device.startsWith('/dev/')) {
    const message = `${codeOr(value, 'An empty value')} names no device and limit. Write \`${limit.example}\`: a path under \`/dev/\`, a colon, ${limit.expected}.`;
    const fixes = colon > 0 && /^[a-z][a-z0-9]*$/.test(device) && limit.read(value.slice(colon + 1), context) !== undefined ? [suggestedFix(`/dev/${value}`)] : [];
    return { parts, problems: [wholeProblem(value, { code: 'invalid-device-limit', refusedBy: 'cli', message }, fixes)] };
  }
  const text = value.slice(colon + 1);
  const meaning = limit.read(text, context);
  if (meaning === undefined) {
    const message = `${codeOr(text, 'Nothing')} stands where ${limit.expected} belongs, such as \`${limit.example}\`.`;
    return { parts, problems: [{ start: colon + 1, end: value.length, code: limit.code, refusedBy: 'cli', message }] };
  }
  return { parts: [...parts, part(colon + 1, value.length, limit.label, meaning)], problems: [] };
}

function deviceGrammar(limit: DeviceLimit): ValueGrammar {
  return {
    kind: limit.kind,
    form: limit.form,
    example: limit.example,
    parse: (value, context) => parseLimit(limit, value, context),
    suggest: (value) => [
      { text: limit.snippet, snippet: true, label: limit.example, documentation: `A block device of the host and ${limit.expected}.`, start: 0, end: value.length },
    ],
  };
}

export const deviceBps = deviceGrammar({
  kind: 'device-bps',
  form: '`/dev/DEVICE:SIZE`, bytes per second',
  example: '/dev/sda:10mb',
  label: 'rate',
  snippet: '/dev/${1:sda}:${2:10mb}',
  code: 'invalid-size',
  expected: 'a size per second',
  read: (text, context) => {
    const size = parseByteSize(text, context.version);
    return size === undefined ? undefined : `${describeBytes(size.bytes)} per second.`;
  },
});

export const deviceIops = deviceGrammar({
  kind: 'device-iops',
  form: '`/dev/DEVICE:NUMBER`, operations per second',
  example: '/dev/sda:1000',
  label: 'rate',
  snippet: '/dev/${1:sda}:${2:1000}',
  code: 'invalid-integer',
  expected: 'a whole number without a unit',
  read: (text) => {
    const rate = parseInteger(text, { base: 10, bits: 64, signed: false });
    return typeof rate === 'string' ? undefined : `${grouped(rate)} operations per second.`;
  },
});

export const deviceWeight = deviceGrammar({
  kind: 'device-weight',
  form: '`/dev/DEVICE:WEIGHT`, weight `10` to `1000`',
  example: '/dev/sda:200',
  label: 'weight',
  snippet: '/dev/${1:sda}:${2:200}',
  code: 'value-out-of-range',
  expected: 'a weight from 10 to 1000',
  read: (text) => {
    const weight = parseInteger(text, { base: 10, bits: 16, signed: false });
    if (typeof weight === 'string' || (weight !== 0n && (weight < 10n || weight > 1000n))) {
      return undefined;
    }
    return weight === 0n ? 'The default weight.' : `Weight ${weight} of 10 to 1,000 on this device.`;
  },
});
