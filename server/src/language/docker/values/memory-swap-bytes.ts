/** The ceiling of memory and swap together: a size, or `-1` for as much swap as the host has. */
import { invalidSize, memoryBytes, memorySizes, sizeParts } from './memory-bytes.ts';
import { parseByteSize } from './scan/byte-size.ts';
import { suggestWords, wholePart, wholeProblem, type Word } from './scan/parsed.ts';
import type { ValueContext, ValueGrammar } from './value-grammar.ts';

const unlimited: Word = { text: '-1', meaning: 'As much swap as the host has; the memory limit still holds.' };

/** The same amount as `--memory` turns swap off, so it is offered first. */
function words(context: ValueContext): readonly Word[] {
  const memory = context.siblings?.get('memory')?.at(-1);
  if (memory === undefined || parseByteSize(memory, context.version) === undefined) {
    return [...memorySizes, unlimited];
  }
  const meaning = 'The same as `--memory`: the container gets no swap.';
  return [{ text: memory, meaning }, ...memorySizes.filter(({ text }) => text !== memory), unlimited];
}

export const memorySwapBytes: ValueGrammar = {
  kind: 'memory-swap-bytes',
  form: 'memory and swap together, as a size; `-1` for unlimited swap',
  example: memoryBytes.example,
  parse: (value, context) => {
    if (value === '-1') {
      const message = 'Swap is not limited: over its memory limit the container swaps until the host has none left.';
      const noEffect = wholeProblem(value, { code: 'limit-has-no-effect', refusedBy: 'nobody', message });
      return { parts: wholePart(value, 'unlimited', unlimited.meaning), problems: context.command === 'update' ? [] : [noEffect] };
    }
    const size = parseByteSize(value, context.version);
    if (size === undefined) {
      return { parts: [], problems: [invalidSize(value, context)] };
    }
    const suffix = size.bytes === 0 ? ' The engine picks twice `--memory`.' : ' Memory and swap together: swap alone is this minus `--memory`.';
    return { parts: sizeParts(value, size, 0, suffix), problems: [] };
  },
  suggest: (value, _cursor, context) => suggestWords(words(context), 0, value.length),
};
