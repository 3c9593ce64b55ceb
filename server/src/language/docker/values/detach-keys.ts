/** The keys that leave a container running and give the terminal back: `ctrl-p,ctrl-q`. */
import { code, codeOr } from '../../text/markdown.ts';
import { dockerOnly, part, safeFix, wholeProblem, wordsForWholeValue } from './scan/parsed.ts';
import type { ParsedValue, ValueContext, ValueGrammar } from './value-grammar.ts';

/** One byte, a control key in lower case, or DEL. */
const key = /^(?:[\u0000-\u007f]|ctrl-[a-z@[\\\]^_]|DEL)$/;

function parse(value: string, context: ValueContext): ParsedValue {
  if (value === '') {
    return { parts: [], problems: [] };
  }
  const keys = value.split(',');
  const wrong = keys.find((text) => !key.test(text));
  if (wrong !== undefined) {
    const fixed = value.trim().replace(/\s*,\s*/g, ',').toLowerCase().replaceAll('ctrl+', 'ctrl-').replaceAll('^', 'ctrl-');
    const message = `${codeOr(wrong, 'An empty key')} is not a key. Write single characters or \`ctrl-\` and a letter, with commas: \`ctrl-p,ctrl-q\`.`;
    const problem = wholeProblem(
      value,
      { code: 'invalid-detach-keys', refusedBy: context.version === '29.8.0-dev' ? 'cli' : 'engine', message },
      fixed !== value && fixed.split(',').every((text) => key.test(text)) ? [safeFix(fixed)] : [],
    );
    return { parts: [], problems: dockerOnly(context, [problem]) };
  }
  let start = 0;
  const parts = keys.map((text) => {
    const at = start;
    start += text.length + 1;
    return part(at, at + text.length, 'key', text.startsWith('ctrl-') ? `Ctrl and ${code(text.slice(5))} together.` : `The key ${code(text)}.`);
  });
  return { parts, problems: [] };
}

export const detachKeys: ValueGrammar = {
  kind: 'detach-keys',
  form: 'keys with commas: a character, or `ctrl-` and a letter or one of `@[\\]^_`',
  example: 'ctrl-p,ctrl-q',
  parse,
  suggest: wordsForWholeValue([
    { text: 'ctrl-p,ctrl-q', meaning: 'The default. It delays Ctrl-P in shells and editors inside the container.' },
    { text: 'ctrl-\\', meaning: 'One key that programs rarely use, so Ctrl-P works at once.' },
    { text: 'ctrl-@', meaning: 'Ctrl and Space on most terminals.' },
  ]),
};
