/**
 * Paths in a container as text. Linux takes any bytes as a name; those that are no UTF-8 are carried by characters of a
 * private range, so that a path survives URIs and settings and comes back as the same bytes.
 */

/** The byte 0x80 is U+F780, and so on to U+F7FF. */
const carrier = 0xf700;
const carried = /[\uf780-\uf7ff]/;

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** How many bytes the character starting with this byte has, by its first byte alone. */
function lengthOf(first: number): number {
  return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    const text = strict.decode(bytes);
    // Real characters of the private range are carried, too, or two names would have one text.
    return carried.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Never throws, and `pathBytes` takes it back exactly. */
export function pathText(bytes: Uint8Array): string {
  const whole = decoded(bytes);
  if (whole !== undefined) {
    return whole;
  }
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0;
    const length = lengthOf(first);
    const character = decoded(bytes.subarray(at, at + length));
    text += character ?? String.fromCharCode(carrier + first);
    at += character === undefined ? 1 : length;
  }
  return text;
}

export function pathBytes(path: string): Buffer {
  if (!carried.test(path)) {
    return Buffer.from(path, 'utf8');
  }
  return Buffer.concat(path.split(/([\uf780-\uf7ff])/).map((part) => (carried.test(part) ? Buffer.from([part.charCodeAt(0) - carrier]) : Buffer.from(part, 'utf8'))));
}

/** Percent-encoded for a query. */
export function pathQuery(path: string): string {
  return [...pathBytes(path)].map((byte) => (/[\w./-]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `%${byte.toString(16).padStart(2, '0')}`)).join('');
}

/** Absolute, without `.`, `..`, empty parts and a slash at the end. */
export function normalPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') {
      parts.pop();
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  return `/${parts.join('/')}`;
}

export function parentOf(path: string): string {
  const normal = normalPath(path);
  return normal.slice(0, normal.lastIndexOf('/')) || '/';
}

/** Empty for the root. */
export function baseOf(path: string): string {
  const normal = normalPath(path);
  return normal.slice(normal.lastIndexOf('/') + 1);
}

export function joinPath(folder: string, name: string): string {
  return normalPath(`${folder}/${name}`);
}
