/** What the user chose to see, as it is kept for the workspace. */
import type { ContainerFilter } from './filtering.ts';

export interface ViewState {
  readonly text: string;
  readonly hideStopped: boolean;
  readonly workspaceOnly: boolean;
}

export const initialViewState: ViewState = { text: '', hideStopped: false, workspaceOnly: false };

/** Whatever an older version or another program left behind gives a usable state. */
export function viewStateOf(stored: unknown): ViewState {
  const { text, hideStopped, workspaceOnly } = (stored ?? {}) as Partial<Record<keyof ViewState, unknown>>;
  return { text: typeof text === 'string' ? text.slice(0, 200) : '', hideStopped: hideStopped === true, workspaceOnly: workspaceOnly === true };
}

export function filterOf({ text, hideStopped, workspaceOnly }: ViewState, folders: readonly string[]): ContainerFilter {
  return { text, hideStopped, folders: workspaceOnly ? folders : undefined };
}
