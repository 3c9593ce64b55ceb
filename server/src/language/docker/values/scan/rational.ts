/** Reads fractions as Go's big.Rat does, which is what `--cpus` accepts: `1.5`, `1/2`, `1e-3`, `0x1`. */

export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Exponents beyond this make numbers that no machine has; they are cut, since only size and precision matter. */
const exponentLimit = 400;

const digitsOf: Readonly<Record<string, string>> = { '': '[0-9]', '0x': '[0-9a-f]', '0b': '[01]', '0o': '[0-7]' };

function run(prefix: string): string {
  const digit = digitsOf[prefix] ?? '[0-9]';
  return `${digit}+(?:_${digit}+)*`;
}

function integer(text: string): bigint | undefined {
  const octal = /^0(?:_?[0-7])+$/.test(text) ? text.replace(/^0_?/, '0o') : text;
  const match = /^(0[xob])_?(.*)$/i.exec(octal);
  const prefix = match?.[1]?.toLowerCase() ?? '';
  const digits = match?.[2] ?? octal;
  if (!new RegExp(`^${run(prefix)}$`, 'i').test(digits) || (prefix === '' && /^0_?[0-9]/.test(digits))) {
    return undefined;
  }
  return BigInt(prefix + digits.replaceAll('_', ''));
}

function fraction(text: string): Rational | undefined {
  const slash = text.indexOf('/');
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  const numerator = integer(text.slice(sign.length, slash));
  const denominator = integer(text.slice(slash + 1));
  return numerator === undefined || denominator === undefined || denominator === 0n
    ? undefined
    : { numerator: sign === '-' ? -numerator : numerator, denominator };
}

/** Numbers with a point or an exponent, by the prefix of their digits; `bits` is what a digit behind the point stands for. */
const forms = ([['0x', 4], ['0b', 1], ['0o', 3], ['', 0]] as const).map(([prefix, bits]) => {
  const digits = run(prefix);
  const body = `(?:${digits}(?:\\.(?:${digits})?)?|\\.${digits})`;
  const pattern = `^([+-]?)${prefix === '' ? '' : `${prefix}_?`}(${body})(?:(${prefix === '0x' ? 'p' : '[ep]'})([+-]?${run('')}))?$`;
  return { prefix, bits, pattern: new RegExp(pattern, 'i') };
});

function floating(text: string): Rational | undefined {
  for (const { prefix, bits, pattern } of forms) {
    const match = pattern.exec(text);
    if (match !== null) {
      const [, sign = '', mantissa = '', letter = '', power = '0'] = match;
      const [whole = '', decimals = ''] = mantissa.replaceAll('_', '').split('.');
      const value = BigInt(prefix + whole + decimals);
      const count = decimals.length;
      return scale(sign === '-' ? -value : value, letter.toLowerCase() === 'p' ? 2n : 10n, clamp(power), bits === 0 ? 10n ** BigInt(count) : 2n ** BigInt(count * bits));
    }
  }
  return undefined;
}

function clamp(power: string): number {
  return Math.max(-exponentLimit, Math.min(exponentLimit, Number(power.replaceAll('_', ''))));
}

function scale(value: bigint, base: bigint, power: number, divisor: bigint): Rational {
  const factor = base ** BigInt(Math.abs(power));
  return power < 0 ? { numerator: value, denominator: divisor * factor } : { numerator: value * factor, denominator: divisor };
}

/** The fraction that Go reads in the text; undefined where it refuses. */
export function parseRational(text: string): Rational | undefined {
  return text.includes('/') ? fraction(text) : floating(text);
}
