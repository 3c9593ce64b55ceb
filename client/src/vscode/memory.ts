/** Keeps the user's earlier answers on this machine. */
import type * as vscode from 'vscode';
import type { Memory } from '../containers/action.ts';

const prefix = 'gantry.answers.';

export function memoryIn(state: vscode.Memento): Memory {
  return {
    get: (key) => state.get<string>(prefix + key),
    set: (key, value) => void state.update(prefix + key, value === '' ? undefined : value),
  };
}
