/** What stands around the rows: beside the title of the view, and above the first row. */
import type { LiveEngine } from '../engine/live-engine.ts';
import { displayText } from '../text/display-text.ts';
import type { ViewState } from './view-state.ts';

export interface ViewHeader {
  /** Beside the title. */
  readonly description: string;
  /** Above the rows; empty: nothing. */
  readonly message: string;
}

export function viewHeader(engines: readonly LiveEngine[], { text, hideStopped, workspaceOnly }: ViewState): ViewHeader {
  const [only] = engines;
  const filters = [...(text === '' ? [] : [`“${displayText(text, 40)}”`]), ...(hideStopped ? ['not stopped'] : []), ...(workspaceOnly ? ['this workspace'] : [])].join(', ');
  if (only === undefined || engines.length > 1) {
    return { description: filters, message: '' };
  }
  const { status } = only;
  return {
    description: [displayText(only.name, 40), filters].filter((part) => part !== '').join(' · '),
    // An engine that has never answered has a welcome text instead.
    message: status.kind === 'failed' && only.containers.size > 0 ? `${displayText(status.error.message)} The rows show what was known before. Trying again…` : '',
  };
}
