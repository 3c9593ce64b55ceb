/** Signals by name or number: `SIGTERM`, `TERM`, `15`. */
import { code } from '../../text/markdown.ts';
import { nearest } from './scan/nearest.ts';
import { dockerOnly, safeFix, wholePart, wholeProblem } from './scan/parsed.ts';
import type { ParsedValue, ValueContext, ValueGrammar, ValueSuggestion } from './value-grammar.ts';
import { signalFacts, usualSignals, type SignalFacts } from './words/signals.ts';

const byName = new Map(signalFacts.map((signal) => [signal.name, signal]));
const byNumber = new Map([...signalFacts].reverse().map((signal) => [signal.number, signal]));

/** The signal that the engine finds for the text; undefined when it is unknown, or a number without a name. */
function signalNamed(text: string): SignalFacts | undefined {
  return /^[+-]?[0-9]+$/.test(text) ? byNumber.get(Number(text)) : byName.get(text.toUpperCase().replace(/^SIG/, ''));
}

function describe({ name, number, meaning, byDefault, catchable }: SignalFacts): string {
  if (byDefault === 'is ignored') {
    return `SIG${name}, number ${number}. ${meaning}. It has no effect on a process without a handler.`;
  }
  const handling = catchable ? `A process without a handler ${byDefault}; process 1 of a container ignores it instead, unless \`--init\` is used.` : 'It cannot be caught, blocked or ignored.';
  return `SIG${name}, number ${number}. ${meaning}. ${name === 'CONT' ? 'A stopped process continues in any case.' : handling}`;
}

function isNumber(text: string): boolean {
  return /^[+-]?[0-9]+$/.test(text);
}

function parse(value: string, context: ValueContext): ParsedValue {
  const signal = signalNamed(value);
  if (signal !== undefined) {
    return { parts: wholePart(value, 'signal', describe(signal)), problems: [] };
  }
  // `docker stop` and `--stop-signal` take any number but 0; `docker kill` wants one that exists.
  if (value === '' || (isNumber(value) && Number(value) !== 0 && context.command !== 'kill')) {
    return { parts: wholePart(value, 'signal', 'A signal number without a name.'), problems: [] };
  }
  const near = isNumber(value) ? undefined : nearest(value.toUpperCase().replace(/^SIG/, ''), byName.keys());
  const fixed = near === undefined ? undefined : `SIG${near}`;
  const message = isNumber(value) ? `There is no signal ${code(value)}. Write a name such as \`SIGTERM\`.` : `${code(value)} is not a signal. Write a name such as \`SIGTERM\` or a number such as \`15\`.`;
  const problem = wholeProblem(value, { code: 'invalid-signal', refusedBy: 'engine', message }, fixed === undefined ? [] : [safeFix(fixed)]);
  return { parts: [], problems: dockerOnly(context, [problem]) };
}

function suggest(value: string): ValueSuggestion[] {
  const usual: readonly string[] = usualSignals;
  const rest = signalFacts.map(({ name }) => name).filter((name) => !usual.includes(name) && !name.startsWith('RT'));
  return [...usual, ...rest].flatMap((name) => {
    const signal = byName.get(name);
    return signal === undefined ? [] : [{ text: `SIG${name}`, detail: String(signal.number), documentation: `${signal.meaning}.`, start: 0, end: value.length }];
  });
}

export const signal: ValueGrammar = { kind: 'signal', form: 'a name with or without `SIG`, in any case, or a number', example: 'SIGTERM', parse, suggest };
