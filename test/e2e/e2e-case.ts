/** What a file of end-to-end cases exports: names and bodies, each run in a window and a folder of its own. */
import type { Workbench } from './workbench.ts';

export interface E2eContext {
  readonly workbench: Workbench;
  /** The user's home folder. */
  readonly home: string;
  /** Writes settings of the user, which VS Code takes up at once. */
  changeSettings(settings: Readonly<Record<string, unknown>>): void;
  /** The same for settings of the machine, such as where its engine is: in a remote window the user's own do not count for them. */
  changeMachineSettings(settings: Readonly<Record<string, unknown>>): void;
  /** Keeps a picture of the window in test-results/. */
  picture(name: string): Promise<void>;
}

export interface E2eCase {
  readonly name: string;
  /** Skipped, with the reason, where no Docker engine answers and none is required. */
  readonly needsEngine?: boolean;
  /** Why it is skipped with the oldest VS Code. */
  readonly newestOnly?: string;
  /** Files of the folder beside those of examples/. */
  readonly files?: Readonly<Record<string, string>>;
  /** Settings of the user with which the window opens. */
  readonly settings?: Readonly<Record<string, unknown>>;
  run(context: E2eContext): Promise<void>;
}
