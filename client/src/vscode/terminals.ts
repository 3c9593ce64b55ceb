/** Shows sessions, and programs of this machine, in VS Code's terminals. */
import * as vscode from 'vscode';
import type { TerminalProgram, TerminalSession, TerminalSize } from '../containers/terminal-session.ts';

function sizeOf(dimensions: vscode.TerminalDimensions | undefined): TerminalSize | undefined {
  return dimensions === undefined ? undefined : { columns: dimensions.columns, rows: dimensions.rows };
}

export function openTerminal(session: TerminalSession): void {
  const written = new vscode.EventEmitter<string>();
  let ended = false;
  const pty: vscode.Pseudoterminal = {
    onDidWrite: written.event,
    open: (dimensions) =>
      session.open(
        {
          write: (text) => written.fire(text),
          end: () => {
            ended = true;
          },
        },
        sizeOf(dimensions),
      ),
    close: () => {
      session.close();
      written.dispose();
    },
    handleInput: (data) => {
      if (!ended) {
        session.input(data);
      }
    },
    setDimensions: ({ columns, rows }) => session.resize({ columns, rows }),
  };
  vscode.window.createTerminal({ name: session.name, iconPath: new vscode.ThemeIcon(session.icon), pty, isTransient: true }).show();
}

export function runInTerminal({ name, icon, greeting, program, args, environment, closed }: TerminalProgram): void {
  const terminal = vscode.window.createTerminal({ name, iconPath: new vscode.ThemeIcon(icon), shellPath: program, shellArgs: [...args], env: environment, isTransient: true, ...(greeting !== undefined && { message: greeting }) });
  const subscription = vscode.window.onDidCloseTerminal((ended) => {
    if (ended === terminal) {
      subscription.dispose();
      closed?.();
    }
  });
  terminal.show();
}
