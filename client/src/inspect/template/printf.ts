/** The function `printf`, for the verbs that make sense with a description. */
import { quote } from './escape.ts';
import { floatText, type Leaf, ownText, plainLeaf, show } from './print.ts';
import type { GoValue, Maybe } from './go-value.ts';
import { unknown } from './template-error.ts';

/** Wider than any line that somebody would print. */
const widest = 10_000;

interface Directive {
  readonly flags: string;
  readonly width: number | undefined;
  readonly precision: number | undefined;
  readonly verb: string;
}

type Scalar = Parameters<Leaf>[0];

const verbsOf: Readonly<Record<Scalar['kind'], string>> = { string: 'vsxXq', bool: 'vt', int: 'vdboxXcqU', uint: 'vdboxXcqU', float: 'vgfFeEG' };

function padded(text: string, { flags, width = 0 }: Directive, numeric: boolean): string {
  const missing = width - Array.from(text).length;
  if (missing <= 0) {
    return text;
  }
  if (flags.includes('-')) {
    return text + ' '.repeat(missing);
  }
  if (flags.includes('0')) {
    return numeric ? text.replace(/^[+ -]?/, (sign) => sign + '0'.repeat(missing)) : unknown('Texts filled with zeros are not evaluated here: versions of docker differ');
  }
  return ' '.repeat(missing) + text;
}

function integer(number: number, { flags, verb, precision }: Directive): string {
  if (precision !== undefined || flags.includes('#') || verb === 'U' || verb === 'q') {
    return unknown(`%${verb} of a number is not evaluated here`);
  }
  if (verb === 'c') {
    return number >= 0 && number <= 0x10ffff && !(number >= 0xd800 && number < 0xe000) ? String.fromCodePoint(number) : '\ufffd';
  }
  const base = { b: 2, o: 8, x: 16, X: 16 }[verb] ?? 10;
  const digits = Math.abs(number).toString(base);
  return `${number < 0 ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : ''}${verb === 'X' ? digits.toUpperCase() : digits}`;
}

/** Exactly between two results: Go rounds to the even one, JavaScript up. */
function isTie(number: number, precision: number): boolean {
  return Math.abs((number * 10 ** precision) % 1) === 0.5;
}

function float(number: number, { flags, verb, precision }: Directive): string {
  const sign = number >= 0 && flags.includes('+') ? '+' : number >= 0 && flags.includes(' ') ? ' ' : '';
  if (flags.includes('#') || (precision ?? 0) > 15 || Math.abs(number) >= 1e15 || isTie(number, precision ?? 6)) {
    return unknown(`%${verb} with these options is not evaluated here`);
  }
  if (verb === 'f' || verb === 'F') {
    return sign + number.toFixed(precision ?? 6);
  }
  if (verb === 'e' || verb === 'E') {
    const written = number.toExponential(precision ?? 6).replace(/e([+-])(\d)$/, 'e$10$2');
    return sign + (verb === 'E' ? written.toUpperCase() : written);
  }
  return precision === undefined && verb !== 'G' ? sign + floatText(number) : unknown(`%${verb} with a precision is not evaluated here`);
}

function string(text: string, { flags, verb, precision }: Directive): string {
  if (/[# ]/.test(flags) || (flags.includes('+') && verb === 'q')) {
    return unknown(`%${verb} with these options is not evaluated here`);
  }
  if (verb === 'x' || verb === 'X') {
    const bytes = Buffer.from(text).subarray(0, precision);
    return verb === 'X' ? bytes.toString('hex').toUpperCase() : bytes.toString('hex');
  }
  const cut = precision === undefined ? text : Array.from(text).slice(0, precision).join('');
  return verb === 'q' ? quote(cut) : cut;
}

const basicNames: ReadonlySet<string> = new Set(['string', 'bool', 'int', 'int64', 'uint', 'uint8', 'uint16', 'uint32', 'uint64', 'float64', 'json.Number']);

/** What Go writes when a verb does not fit: `%!d(string=web)`. */
function unfit(value: Scalar, { verb, flags, width, precision }: Directive): string {
  if (!basicNames.has(value.type.name) || flags !== '' || width !== undefined || precision !== undefined) {
    return unknown(`%${verb} does not fit this value`);
  }
  return `%!${verb}(${value.type.name}=${plainLeaf(value)})`;
}

function scalar(value: Scalar, directive: Directive): string {
  if (value.kind === 'float' && 'bxX'.includes(directive.verb)) {
    return unknown(`%${directive.verb} of a number with a fraction is not evaluated here`);
  }
  if (!verbsOf[value.kind].includes(directive.verb)) {
    return unfit(value, directive);
  }
  switch (value.kind) {
    case 'string':
      return padded(string(value.text, directive), directive, false);
    case 'bool':
      return padded(String(value.truth), directive, false);
    case 'float':
      return padded(float(value.number, directive), directive, true);
    case 'int':
    case 'uint':
      return padded(integer(value.number, directive), directive, directive.verb !== 'c');
  }
}

function written(value: Maybe, directive: Directive): string {
  const { verb, flags } = directive;
  if (value === undefined) {
    return verb === 'v' ? padded('<nil>', directive, false) : `%!${verb}(<nil>)`;
  }
  if (verb === 'v' && flags.includes('#')) {
    return unknown('%#v writes Go source, which is not evaluated here');
  }
  const asText = 'vsxXq'.includes(verb);
  if (verb !== 'v' && value.kind === 'pointer' && !(asText && ownText(value) !== undefined)) {
    return unknown(`%${verb} of a pointer is not evaluated here`);
  }
  const plusV = verb === 'v' && flags.includes('+');
  const leaf = (each: Scalar & GoValue) => scalar(each, plusV ? { ...directive, flags: flags.replaceAll('+', '') } : directive);
  return show(value, { leaf, asText, names: plusV });
}

const pattern = /%(?<flags>[-+# 0]*)(?<width>\d+)?(?:\.(?<precision>\d*))?(?<verb>[^]?)/gu;

export function sprintf(format: string, values: readonly Maybe[]): string {
  let next = 0;
  const text = format.replace(pattern, (_, flags: string, width: string | undefined, precision: string | undefined, verb: string) => {
    if (verb === '') {
      return '%!(NOVERB)';
    }
    if (verb === '%') {
      return '%';
    }
    if (!/^[vdsqtxXbocfFeEgGU]$/.test(verb) || Number(width ?? 0) > widest || Number(precision ?? 0) > widest) {
      return unknown(`%${verb} is not evaluated here`);
    }
    if (next >= values.length) {
      return `%!${verb}(MISSING)`;
    }
    const directive = { flags, verb, width: width === undefined ? undefined : Number(width), precision: precision === undefined ? undefined : Number(precision) };
    return written(values[next++], directive);
  });
  return next < values.length ? text + extra(values.slice(next)) : text;
}

function extra(values: readonly Maybe[]): string {
  const shown = values.map((value) => {
    if (value === undefined) {
      return '<nil>';
    }
    return basicNames.has(value.type.name) ? `${value.type.name}=${show(value, { leaf: plainLeaf, asText: true })}` : unknown('printf has more values than verbs');
  });
  return `%!(EXTRA ${shown.join(', ')})`;
}
