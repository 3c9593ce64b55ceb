/** Writes the parts of a value as a list, the one under the cursor in bold. */
import type { ValuePart } from '../../docker/values/value-grammar.ts';
import { code } from '../../text/markdown.ts';

/** The part at the index: the one that holds the character there, or else the one that ends there. */
function partAt(parts: readonly ValuePart[], index: number): ValuePart | undefined {
  return parts.find(({ start, end }) => start <= index && index < end) ?? parts.find(({ end }) => end === index);
}

/** `index` is where the cursor stands in the value. */
export function partList(value: string, parts: readonly ValuePart[], index: number): string {
  const current = partAt(parts, index);
  return parts
    .map((part) => {
      const text = value.slice(part.start, part.end);
      const label = part === current ? `**${part.label}**` : part.label;
      return `- ${label}${text === '' ? '' : ` ${code(text)}`}: ${part.meaning}`;
    })
    .join('\n');
}
