/** What runs in a terminal of the editor: a log, or a program inside a container. */

export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

export interface TerminalOutput {
  /** Shown as it is: control sequences work. */
  write(text: string): void;
  /** Nothing more comes; the terminal stays open so that it can be read. */
  end(exitCode: number | undefined): void;
}

export interface TerminalSession {
  /** Plain text. */
  readonly name: string;
  /** A codicon. */
  readonly icon: string;
  /** Called once, when the terminal is there. */
  open(output: TerminalOutput, size: TerminalSize | undefined): void;
  /** What the user types, as a terminal sends it. */
  input(text: string): void;
  resize(size: TerminalSize): void;
  /** The user closed the terminal, or the editor ends. */
  close(): void;
}
