/** Explains the value of a flag part by part, the part under the cursor in bold. */
import type { FlagUse } from '../../command/docker-command.ts';
import type { CommandFacts } from '../../docker/cli-facts.ts';
import { grammarOf } from '../../docker/values/index.ts';
import type { ParsedValue, ValueContext, ValuePart } from '../../docker/values/value-grammar.ts';
import { valueIndex } from '../../shell/shell-command.ts';
import { code } from '../../text/markdown.ts';
import { overlaps } from '../../text/span.ts';
import { flagProse } from './flag-prose-of.ts';
import { flagTitle } from './flag-hover.ts';
import { partList } from './parts.ts';

/** An expansion with separators of its own (`${TAG:-1.0}`) cannot be told apart from the value around it. */
const opaque = /\$[{(]|`|\$env:/;

/** The parts with what they mean; one that Docker refuses means nothing. */
function explained({ parts, problems }: ParsedValue): ValuePart[] {
  const refused = problems.filter(({ refusedBy }) => refusedBy !== 'nobody');
  return parts.map((part) => {
    const isRefused = refused.some((problem) => overlaps(problem, part) && parts.filter((other) => overlaps(problem, other)).length === 1);
    return isRefused ? { ...part, meaning: 'Docker refuses it as it is written.' } : part;
  });
}

export function valueHover(use: FlagUse, owner: CommandFacts, offset: number, context: ValueContext): string {
  const { facts, value } = use;
  const grammar = grammarOf(facts.kind);
  const readable = value.literal || !opaque.test(value.text);
  const parsed = readable ? grammar.parse(value.text, context) : undefined;
  const parts = parsed === undefined ? [] : value.literal ? explained(parsed) : parsed.parts;
  const what = flagProse(facts, owner)?.what;
  const sections = [
    `${code(value.text)} · value of **${code(`--${facts.name}`)}**`,
    value.literal ? undefined : value.word.kind === 'placeholder' ? 'Part of it is left for the reader to fill in.' : 'Part of it is only known when the shell runs.',
    parts.length === 0 ? `*Value*: ${grammar.form}` : partList(value.text, parts, valueIndex(value.word, offset) - value.from),
    what === undefined ? flagTitle(facts, owner) : `${code(`--${facts.name}`)}: ${what}`,
  ];
  return sections.filter((section) => section !== undefined).join('\n\n');
}
