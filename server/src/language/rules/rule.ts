/**
 * The contract of a rule. One file per rule, named after its id; its examples are its tests and its documentation page.
 */
import type { CliVersion } from '../docker/cli-facts.ts';
import type { DockerCommand } from '../command/docker-command.ts';
import type { HardeningValues } from '../hardening/values.ts';
import type { Directive, DirectiveWord } from '../shell/directives.ts';
import type { Region } from '../shell/region.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { Severity, SeveritySetting } from './severities.ts';

/** The kind of document a command stands in: severities differ. */
export type Surface = 'script' | 'markdown';

export interface Fix {
  /** Imperative, names the result: ``Write `--memory` ``. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /**
   * Safe: nothing that worked before works differently, or the command was refused and there is one plausible reading.
   * Only safe fixes are preferred and join fix-all.
   */
  readonly safe: boolean;
}

/** A fix that changes what worked, and says so before it is written. */
export interface UnsafeFix extends Fix {
  readonly safe: false;
}

export interface Finding {
  readonly ruleId: string;
  /** In the region; the offending flag and value, not the whole command. */
  readonly span: Span;
  /** One or two short sentences: what happens, what to write. Values from the document are quoted by `code()`, never raw. */
  readonly message: string;
  readonly severity: Severity;
  readonly fixes: readonly Fix[];
  /** Whether one of the fixes is safe; known before they are written. */
  readonly hasSafeFix: boolean;
  /** In the region; the whole command that it is about. Undefined where it is about none. */
  readonly subject: Span | undefined;
}

export interface Report {
  readonly span: Span;
  readonly message: string;
  /** A function where writing them takes long: it is called when somebody asks. */
  readonly fixes?: readonly Fix[] | (() => readonly UnsafeFix[]);
  /** Replaces the rule's severity for this finding; never louder than the user's setting when that is set. */
  readonly severity?: SeverityBySurface;
}

export interface SeverityBySurface {
  readonly script: SeveritySetting;
  readonly markdown: SeveritySetting;
}

/** Answers about files beside the document; the default knows nothing and says so. */
export interface FileProbe {
  /** Judges relative paths inside the workspace only; `unknown` for everything else. */
  kindOf(path: string): 'file' | 'directory' | 'missing' | 'unknown';
}

export interface RuleContext {
  readonly region: Region;
  readonly surface: Surface;
  readonly version: CliVersion;
  readonly files: FileProbe;
  /** Of this rule, as configured; every option that the rule declares is there. */
  readonly options: RuleOptions;
  /** Registries that images may come from; empty when the user named none. */
  readonly trustedRegistries: readonly string[];
  /** What fixes that harden a command write where only the user knows the right value. */
  readonly hardening: HardeningValues;
  /** Images that the document builds itself, as comparable names (`imageKey`). */
  readonly builtImages: ReadonlySet<string>;
  /** All docker commands of the region in order, for rules that look at neighbours. */
  readonly commands: readonly DockerCommand[];
  report(report: Report): void;
}

/** Values of a rule's options, by name. */
export type RuleOptions = Readonly<Record<string, readonly string[]>>;

/** An option of a rule: a list of words. */
export interface RuleOption {
  /** One line: what the words are. */
  readonly description: string;
  readonly default: readonly string[];
}

/** A numbered recommendation that a rule stands for. */
export interface StandardReference {
  readonly benchmark: 'CIS Docker 1.6.0' | 'OWASP Docker Security Cheat Sheet';
  readonly id: string;
  /** The number in earlier editions, where it was another. */
  readonly formerly?: string;
}

export interface RuleExample {
  /** A script, or a Markdown document when `surface` says so. `⟦ ⟧` mark the finding. */
  readonly bad: string;
  /** The text after the first fix; absent when the rule has none here. */
  readonly fixed?: string;
  readonly surface?: Surface;
  /** The CLI whose rules apply; the newest where absent. */
  readonly version?: CliVersion;
  /** One line for the documentation page, where the example does not speak for itself. */
  readonly note?: string;
}

/**
 * What a command must show for a rule to look at it; every part that is named must hold. A cause spares work and decides
 * nothing: a rule finds the same when it is asked about every command.
 */
export interface Cause {
  /** Ids of commands, such as `run`; the empty one stands for those that Gantry does not know. */
  readonly commands?: readonly string[];
  /** Long names of flags, one of which is given; a name counts for its hidden spellings too. */
  readonly flags?: readonly string[];
  /** Codes of problems, one of which the binder, a value's grammar or the line continuations have. Not beside `flags`. */
  readonly problems?: readonly string[];
  /** What the text of the region, as masked or as written, must match. */
  readonly text?: RegExp;
}

export interface Rule {
  /** Kebab-case, names the hazard, never changes. */
  readonly id: string;
  /** One line: what is wrong. */
  readonly title: string;
  /** Who would refuse such a command: the CLI, the engine, the shell, or nobody. */
  readonly refusedBy: 'cli' | 'engine' | 'shell' | 'nobody';
  readonly severity: SeverityBySurface;
  readonly tag?: 'deprecated' | 'unnecessary';
  readonly docs: {
    /** What happens, and why it matters: a short paragraph of Markdown. */
    readonly why: string;
    /** When leaving it is right. */
    readonly whenToIgnore?: string;
    /** Links. */
    readonly references?: readonly string[];
    readonly standards?: readonly StandardReference[];
  };
  /** Lists of words that users may replace, by name. */
  readonly options?: Readonly<Record<string, RuleOption>>;
  readonly examples: readonly RuleExample[];
  /** Texts on which the rule must stay silent: its near misses. */
  readonly silent: readonly string[];
  /** One of these must hold for the rule to be asked; any command will do where they are absent. */
  readonly causes?: readonly Cause[];
  /** Looks at one docker command. */
  check?(command: DockerCommand, context: RuleContext): void;
  /** Looks at one comment that switches rules off. */
  checkDirective?(use: DirectiveUse, context: DirectiveContext): void;
}

/** A comment that switches rules off or on, and what came of it. Spans are those of the document. */
export interface DirectiveUse {
  readonly directive: Directive;
  /** The ids that changed nothing; `everything` where it names none and changed nothing. */
  readonly unused: readonly DirectiveWord[] | 'everything';
}

export interface DirectiveContext {
  /** The document. */
  readonly text: string;
  /** Of all rules. */
  readonly ids: ReadonlySet<string>;
  report(report: Report): void;
}
