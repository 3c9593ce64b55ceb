/** What an action needs from the editor: questions, confirmations, progress and reports. `client/src/vscode/` implements it. */

import type { Engine } from '../engine/engine.ts';
import type { TerminalProgram, TerminalSession } from './terminal-session.ts';

/** Every question resolves to undefined when the user dismisses it. Texts are plain: no Markdown, no codicons. */
export interface Ui {
  pick<T>(question: PickQuestion<T>): Promise<T | undefined>;
  pickMany<T>(question: PickQuestion<T>): Promise<readonly T[] | undefined>;
  ask(question: TextQuestion): Promise<string | undefined>;
  /** A text that is written with help: its rows say what it could become, and what comes of it. */
  compose<T>(question: ComposeQuestion<T>): Promise<T | undefined>;
  /** A modal question. Resolves to true only when the user chose `confirm`. */
  confirm(question: ConfirmQuestion): Promise<boolean>;
  /** Asks where to write a file; resolves to its path on the machine that the extension runs on. */
  saveAs(question: { readonly title: string; readonly fileName: string }): Promise<string | undefined>;
  /** Asks for files or folders of the machine that the extension runs on; resolves to their paths. `folder`: one alone. */
  openLocal(question: { readonly title: string; readonly button: string; readonly what: 'folder' | 'folders' | 'files' }): Promise<readonly string[] | undefined>;
  /** Shows the files of the container, to be opened and changed. */
  browseFiles(engine: Engine, container: string): Promise<void>;
  /** Tells whatever shows the files of the container that some were written at `path`, or right below it. */
  noteFiles(engine: Engine, container: string, path: string): void;
  /** Shows `title` until `work` ends. `signal` aborts when the user cancels, which only a cancellable progress offers. */
  progress<T>(progress: { readonly title: string; readonly cancellable: boolean }, work: (report: (message: string) => void, signal: AbortSignal) => Promise<T>): Promise<T>;
  report(report: Report): void;
  copy(text: string): Promise<void>;
  /** Shows a text that nobody edits; `name` ends with what kind it is, such as `web.log`. */
  showText(name: string, text: string): Promise<void>;
  /** Shows a text that is written anew when something happens to containers. */
  showLive(name: string, write: () => Promise<string>): Promise<void>;
  /** Shows a report in Markdown, whose links carry out actions. The same title again replaces it. */
  showReport(title: string, markdown: string): Promise<void>;
  /** Shows two texts side by side, with what differs. */
  showDifference(title: string, left: NamedText, right: NamedText): Promise<void>;
  /** Opens a terminal of the editor for the session. */
  openTerminal(session: TerminalSession): void;
  /** Opens a terminal of the editor on a program of this machine; how it ended is told by the editor. */
  runInTerminal(program: TerminalProgram): void;
  /** Shows what containers use, as long as the user looks. `all`: whatever runs on the engines of the tree. */
  showStats(containers: readonly string[] | 'all'): void;
  /** Puts what one container uses into the status bar, or takes it away when it is there. */
  toggleUsage(container: string): void;
  openInBrowser(url: string): Promise<void>;
}

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

export interface PickQuestion<T> {
  readonly title: string;
  readonly placeholder: string;
  readonly items: readonly PickItem<T>[];
}

export interface PickItem<T> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** Chosen beforehand, in `pickMany`. */
  readonly picked?: boolean;
  readonly value: T;
}

export interface TextQuestion {
  readonly title: string;
  readonly prompt: string;
  readonly value?: string;
  readonly placeholder?: string;
  /** Says what is wrong with a text; undefined accepts it. */
  readonly validate?: (text: string) => string | undefined;
}

export interface ComposeQuestion<T> {
  readonly title: string;
  readonly placeholder: string;
  /** What to show for a text, in this order. */
  readonly rows: (text: string) => readonly ComposeRow<T>[];
}

export interface ComposeRow<T> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** The row that Enter takes; the first one unless another is said to be. */
  readonly active?: true;
  /** Choosing it replaces the text, or ends the question with a value; without either the row only tells something. */
  readonly choice?: { readonly text: string } | { readonly value: T };
}

export interface ConfirmQuestion {
  readonly message: string;
  /** What will happen, line by line. */
  readonly detail: string;
  /** The button that goes ahead: a verb. */
  readonly confirm: string;
}

export interface Report {
  readonly severity: 'info' | 'warning' | 'error';
  /** One sentence. */
  readonly message: string;
  /** Raw text of the engine, shown when the user asks for it. */
  readonly details?: string;
}
