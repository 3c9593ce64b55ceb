/** Reads the inside of `$'…'`, the one quoting in which backslashes stand for other characters. */

const simple: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  E: '\u001b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '?': '?',
};

/** One character of the quoted text: what it stands for, and how many units it was written with. */
export interface AnsiCharacter {
  readonly value: string;
  readonly length: number;
}

function fromDigits(digits: string, radix: number, length: number): AnsiCharacter {
  const code = Number.parseInt(digits, radix);
  return { value: code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd', length };
}

/** The character at `at`, which lies inside `$'…'`. */
export function ansiCharacter(text: string, at: number): AnsiCharacter {
  const plain = { value: text.charAt(at), length: 1 };
  if (plain.value !== '\\' || at + 1 >= text.length) {
    return plain;
  }
  const letter = text.charAt(at + 1);
  const known = simple[letter];
  if (known !== undefined) {
    return { value: known, length: 2 };
  }
  const rest = text.slice(at + 1, at + 10);
  const octal = /^[0-7]{1,3}/.exec(rest)?.[0];
  if (octal !== undefined) {
    return fromDigits((Number.parseInt(octal, 8) & 0xff).toString(8), 8, 1 + octal.length);
  }
  const hex = /^(?:x([\da-fA-F]{1,2})|u([\da-fA-F]{1,4})|U([\da-fA-F]{1,8}))/.exec(rest);
  const digits = hex?.[1] ?? hex?.[2] ?? hex?.[3];
  if (digits !== undefined) {
    return fromDigits(digits, 16, 2 + digits.length);
  }
  if (letter === 'c' && rest.length > 1) {
    return { value: String.fromCharCode(rest.charCodeAt(1) & 0x1f), length: 3 };
  }
  return { value: text.slice(at, at + 2), length: 2 };
}
