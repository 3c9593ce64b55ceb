/** The log driver of a container. Plugins can bring others, so only near misses are questioned. */
import { code } from '../../text/markdown.ts';
import { nearest } from './scan/nearest.ts';
import { dockerOnly, suggestWords, suggestedFix, wholePart, wholeProblem } from './scan/parsed.ts';
import type { ParsedValue, ValueContext, ValueGrammar } from './value-grammar.ts';
import { logDriverNames, logDriverWords, removedLogDrivers } from './words/log-drivers.ts';

function parse(value: string, context: ValueContext): ParsedValue {
  const known = logDriverWords.find(({ text }) => text === value);
  if (known !== undefined || value === '') {
    return { parts: wholePart(value, 'log driver', known?.meaning ?? ''), problems: [] };
  }
  if (removedLogDrivers.has(value)) {
    const message = `The driver ${code(value)} was removed in Engine 25, so the container is not created there.`;
    return { parts: wholePart(value, 'log driver', 'Removed in Engine 25.'), problems: [wholeProblem(value, { code: 'deprecated-flag', refusedBy: 'nobody', message })] };
  }
  const lower = value.trim().toLowerCase();
  const near = lower === 'json' || lower === 'jsonfile' ? 'json-file' : lower.length < 4 ? undefined : nearest(lower, logDriverNames);
  if (near !== undefined) {
    const message = `The engine has no log driver ${code(value)}. Did you mean \`${near}\`?`;
    return { parts: [], problems: dockerOnly(context, [wholeProblem(value, { code: 'invalid-log-options', refusedBy: 'engine', message }, [suggestedFix(near)])]) };
  }
  return { parts: wholePart(value, 'log driver', `The log driver ${code(value)}, which a plugin of the engine must bring.`), problems: [] };
}

export const logDriver: ValueGrammar = {
  kind: 'log-driver',
  form: 'a log driver of the engine or of a plugin',
  example: 'local',
  parse,
  suggest: (value) => suggestWords(logDriverWords, 0, value.length),
};
