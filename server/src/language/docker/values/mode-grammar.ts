/** The factory of grammars whose value is one of a few words. */
import { code, codeOr } from '../../text/markdown.ts';
import type { CliVersion, ValueKind } from '../cli-facts.ts';
import { nearest } from './scan/nearest.ts';
import { dockerOnly, part, safeFix, suggestNames, suggestWords, wholePart, wholeProblem, type Word } from './scan/parsed.ts';
import type { ParsedValue, ValueContext, ValueGrammar, ValueProblem } from './value-grammar.ts';

export interface ModeOptions {
  readonly kind: ValueKind;
  readonly form: string;
  readonly example: string;
  /** What one of the words is called: `PID mode`. */
  readonly label: string;
  readonly words: readonly Word[];
  /** Words that podman alone knows, options behind a colon left out. */
  readonly ofPodman?: readonly Word[];
  /** What `container:NAME` means, where that is a mode. */
  readonly container?: string;
  /** Who refuses other words, if anybody does for this version. */
  refusedBy(version: CliVersion): ValueProblem['refusedBy'] | undefined;
  /** Whether the CLI or engine of this version takes the value. */
  accepts(value: string, version: CliVersion): boolean;
}

function partsOf(value: string, { words, ofPodman = [], container, label }: ModeOptions, podman = false): ParsedValue['parts'] {
  const colon = value.indexOf(':');
  if (container !== undefined && value.startsWith('container:')) {
    const name = value.slice(colon + 1);
    return name === '' ? [] : [part(0, colon, label, container), part(colon + 1, value.length, 'container', `The container ${code(name)}, by name or id; it must be running.`)];
  }
  const own = podman ? ofPodman.find(({ text }) => text === value.split(':')[0]) : undefined;
  const word = own ?? words.find(({ text }) => text === value) ?? words.find(({ text }) => text.toLowerCase() === value.toLowerCase());
  return word === undefined ? [] : wholePart(value, label, word.meaning);
}

function listed(options: ModeOptions): string {
  const words = [...options.words.map(({ text }) => `\`${text}\``), ...(options.container === undefined ? [] : ['`container:NAME`'])];
  return words.length === 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

function parse(value: string, context: ValueContext, options: ModeOptions): ParsedValue {
  const refusedBy = options.refusedBy(context.version);
  const parts = partsOf(value, options, context.podman);
  if (refusedBy === undefined || options.accepts(value, context.version)) {
    return { parts, problems: [] };
  }
  const near = nearest(value.trim(), options.words.map(({ text }) => text));
  const incomplete = options.container !== undefined && value === 'container:';
  const message = incomplete ? 'A container is missing after the colon, such as `container:web`.' : `${codeOr(value, 'An empty value')} is not ${/^[aeio]/i.test(options.label) ? 'an' : 'a'} ${options.label}. Write ${listed(options)}.`;
  const fixes = near === undefined || incomplete ? [] : [safeFix(near)];
  return { parts, problems: dockerOnly(context, [wholeProblem(value, { code: 'invalid-namespace-mode', refusedBy, message }, fixes)]) };
}

const ofContainer = 'container:';

export function modeGrammar(options: ModeOptions): ValueGrammar {
  const container: readonly Word[] = options.container === undefined ? [] : [{ text: 'container:NAME', snippet: 'container:${1:name}', meaning: options.container }];
  return {
    kind: options.kind,
    form: options.form,
    example: options.example,
    parse: (value, context) => parse(value, context, options),
    suggest: (value, cursor, context) => [
      ...(options.container !== undefined && value.slice(0, cursor).startsWith(ofContainer) ? suggestNames(context, 'container', value.slice(ofContainer.length, cursor), 0, value.length, ofContainer) : []),
      ...suggestWords([...options.words, ...container], 0, value.length),
    ],
    names: (value) => (options.container !== undefined && value.startsWith(ofContainer) ? [{ kind: 'container', name: value.slice(ofContainer.length) }] : []),
  };
}
