/** Small builders for what a grammar answers, so that grammars read as rules. */
import { code } from '../../../text/markdown.ts';
import type { NameKind, ParsedValue, SuggestionContext, ValueContext, ValueFix, ValuePart, ValueProblem, ValueSuggestion } from '../value-grammar.ts';

export function part(start: number, end: number, label: string, meaning: string): ValuePart {
  return { start, end, label, meaning };
}

class ExplainedLater implements ParsedValue {
  readonly problems: readonly ValueProblem[];
  readonly #explain: () => readonly ValuePart[];
  #parts: readonly ValuePart[] | undefined;

  constructor(problems: readonly ValueProblem[], explain: () => readonly ValuePart[]) {
    this.problems = problems;
    this.#explain = explain;
  }

  get parts(): readonly ValuePart[] {
    return (this.#parts ??= this.#explain());
  }
}

/**
 * An answer whose parts are written when they are first asked for: a linter wants the problems only. Answers outlive their commands:
 * what `explain` needs of the context is taken out before, since the context holds on to the command.
 */
export function withParts(problems: readonly ValueProblem[], explain: () => readonly ValuePart[]): ParsedValue {
  return new ExplainedLater(problems, explain);
}

/** A part that is the whole value; none for an empty value. */
export function wholePart(value: string, label: string, meaning: string): ValuePart[] {
  return value === '' ? [] : [part(0, value.length, label, meaning)];
}

/** A problem of the whole value. */
export function wholeProblem(
  value: string,
  problem: Pick<ValueProblem, 'code' | 'refusedBy' | 'message'>,
  fixes: readonly ValueFix[] = [],
): ValueProblem {
  return { start: 0, end: value.length, ...problem, fixes };
}

/** A fix with one plausible reading of a refused value. */
export function safeFix(newText: string): ValueFix {
  return { title: `Write ${code(newText)}`, newText, safe: true };
}

/** A fix that changes what the command does, or guesses. */
export function suggestedFix(newText: string, title = `Write ${code(newText)}`): ValueFix {
  return { title, newText, safe: false };
}

/** The problems, unless the command is podman's, whose grammar is wider here. */
export function dockerOnly(context: ValueContext, problems: readonly ValueProblem[]): readonly ValueProblem[] {
  return context.podman === true ? [] : problems;
}

/** A word that a value can be or begin with, and what it means there. */
export interface Word {
  readonly text: string;
  readonly meaning: string;
  /** Inserted instead of `text`, with LSP placeholders. */
  readonly snippet?: string;
  readonly deprecated?: boolean;
}

/** Suggests words for the range `[start, end)` of the value. */
export function suggestWords(words: readonly Word[], start: number, end: number, detail?: string): ValueSuggestion[] {
  return words.map(({ text, meaning, snippet, deprecated }) => ({
    text: snippet ?? text,
    ...(snippet === undefined ? {} : { snippet: true, label: text }),
    ...(detail === undefined ? {} : { detail }),
    ...(deprecated === true ? { deprecated } : {}),
    documentation: meaning,
    start,
    end,
  }));
}

/** A `suggest` that offers the same words for the whole value, wherever the cursor is. */
export function wordsForWholeValue(words: readonly Word[], detail?: string): (value: string) => ValueSuggestion[] {
  return (value) => suggestWords(words, 0, value.length, detail);
}

/** The names that are known, for the range `[start, end)` of the value; `typed` of a name is there already. */
export function suggestNames(context: SuggestionContext, kind: NameKind, typed: string, start: number, end: number, lead = ''): ValueSuggestion[] {
  return (context.names?.(kind, typed) ?? []).map(({ name, from }) => ({ text: lead + name, detail: from === 'document' ? `${kind} of this document` : `${kind} of the engine`, start, end }));
}
