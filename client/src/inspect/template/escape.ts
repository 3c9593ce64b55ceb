/** Texts made fit for HTML, JavaScript and addresses, and quoted, as Go does it. */

const printableCharacter = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;

function hex(point: number, digits: number): string {
  return point.toString(16).padStart(digits, '0');
}

export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '"': '&#34;', "'": '&#39;', '&': '&amp;', '<': '&lt;', '>': '&gt;', '\0': '\ufffd' };
  return text.replace(/["'&<>\0]/g, (character) => entities[character] ?? character);
}

export function escapeJs(text: string): string {
  return Array.from(text)
    .map((character) => {
      const point = character.codePointAt(0) ?? 0;
      if (/["'\\]/.test(character)) {
        return `\\${character}`;
      }
      const plain = point < 0x80 ? point >= 0x20 && !/[<>&=]/.test(character) : printableCharacter.test(character);
      return plain ? character : `\\u${hex(point, 4).toUpperCase()}`;
    })
    .join('');
}

export function escapeQuery(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${hex(character.charCodeAt(0), 2).toUpperCase()}`).replaceAll('%20', '+');
}

const short: Readonly<Record<string, string>> = { '\u0007': 'a', '\b': 'b', '\f': 'f', '\n': 'n', '\r': 'r', '\t': 't', '\v': 'v', '"': '"', '\\': '\\' };

/** `%q`. */
export function quote(text: string): string {
  const escaped = Array.from(text).map((character) => {
    const point = character.codePointAt(0) ?? 0;
    if (Object.hasOwn(short, character)) {
      return `\\${short[character] ?? ''}`;
    }
    if (printableCharacter.test(character)) {
      return character;
    }
    return point < 0x20 || point === 0x7f ? `\\x${hex(point, 2)}` : point < 0x10000 ? `\\u${hex(point, 4)}` : `\\U${hex(point, 8)}`;
  });
  return `"${escaped.join('')}"`;
}
