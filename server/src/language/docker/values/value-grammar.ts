/**
 * The contract of a value grammar: text of a flag's value in, its parts, its problems and suggestions out. Offsets are
 * UTF-16 offsets into the value. A grammar is judged by the real CLI: a problem with `refusedBy: 'cli'` is claimed
 * exactly where the CLI of that version refuses the value (test/oracle).
 */
import type { CliVersion, ValueKind } from '../cli-facts.ts';

/** What commands name by a name of its own. */
export type NameKind = 'container' | 'image' | 'network' | 'volume';

/** A name that could be meant, and where it is known from. */
export interface OfferedName {
  readonly name: string;
  readonly from: 'document' | 'engine';
}

export interface Named {
  readonly kind: NameKind;
  readonly name: string;
}

export interface ValueContext {
  /** The CLI whose rules apply. */
  readonly version: CliVersion;
  /** The command is podman: what only Docker refuses is not claimed. */
  readonly podman?: boolean;
  /** Id of the command, such as `exec`; what holds on some commands only is not claimed without it. */
  readonly command?: string;
  /** Long name of the flag, such as `memory`; what holds for some flags of the kind only is not claimed without it. */
  readonly flag?: string;
  /** The literal flag values of the command by long name, those of the flag itself included, for values that depend on them (`log-opt` on `log-driver`). */
  readonly siblings?: ReadonlyMap<string, readonly string[]>;
}

/** What a value grammar is told when it is asked for suggestions. */
export interface SuggestionContext extends ValueContext {
  /** Names of the kind that hold what is typed, best first. */
  names?(kind: NameKind, typed: string): readonly OfferedName[];
}

export interface ValuePart {
  readonly start: number;
  readonly end: number;
  /** What the part is called: `host port`. */
  readonly label: string;
  /** What it means here, in a sentence or two of Markdown written by us; values are quoted by `code()` of text/markdown.ts. */
  readonly meaning: string;
}

export interface ValueFix {
  readonly title: string;
  /** Replaces the span `[start, end)` of the value; the whole value when absent. */
  readonly start?: number;
  readonly end?: number;
  readonly newText: string;
  /** See rule.ts: same meaning, or one plausible reading of a refused value. */
  readonly safe: boolean;
}

export interface ValueProblem {
  readonly start: number;
  readonly end: number;
  /** The hazard's id, which is the id of the rule that reports it: `invalid-port-mapping`. */
  readonly code: string;
  /** `nobody`: it is accepted, but does not do what was written. */
  readonly refusedBy: 'cli' | 'engine' | 'nobody';
  /** Says what is wrong and what to write instead, in one or two short sentences. */
  readonly message: string;
  readonly fixes?: readonly ValueFix[];
}

export interface ValueSuggestion {
  /** The text that replaces `[start, end)` of the value. */
  readonly text: string;
  /** Whether `text` is an LSP snippet with `$1`, `${1:name}`. */
  readonly snippet?: boolean;
  /** Shown in the list instead of `text`. */
  readonly label?: string;
  readonly detail?: string;
  readonly documentation?: string;
  readonly deprecated?: boolean;
  readonly start: number;
  readonly end: number;
}

export interface ParsedValue {
  readonly parts: readonly ValuePart[];
  readonly problems: readonly ValueProblem[];
}

/** One parameter of a structured value, for signature help. */
export interface ValueParameter {
  /** As it stands in the signature: `[host-port:]`. */
  readonly label: string;
  readonly documentation: string;
}

export interface ValueSignature {
  /** The whole form, of which each parameter's label is a substring in order: `[address:][host-port:]container-port[/protocol]`. */
  readonly label: string;
  readonly documentation: string;
  readonly parameters: readonly ValueParameter[];
  /** Index into `parameters` of the one at the cursor. */
  readonly active: number;
}

export interface ValueGrammar {
  readonly kind: ValueKind;
  /** The grammar in one line of Markdown for hovers: forms, units, bounds. */
  readonly form: string;
  /** A value that could go to production, used in examples and as a snippet: `127.0.0.1:8080:80`. */
  readonly example: string;
  /** Total: any text gives an answer. */
  parse(value: string, context: ValueContext): ParsedValue;
  /** What could stand at the cursor, an offset into `value`. Absent when nothing can be enumerated or templated. */
  suggest?(value: string, cursor: number, context: SuggestionContext): readonly ValueSuggestion[];
  /** What the value names; no judgement is passed on the names. */
  names?(value: string): readonly Named[];
  signature?(value: string, cursor: number, context: ValueContext): ValueSignature | undefined;
}
