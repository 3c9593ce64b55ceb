/** How the row of an engine looks, when the tree shows several. */
import type { LiveEngine } from '../engine/live-engine.ts';
import { displayText } from '../text/display-text.ts';
import { aggregateText } from './grouping.ts';
import type { NodeView } from './node.ts';

export function engineView({ name, status, containers }: LiveEngine): NodeView {
  const label = displayText(name);
  switch (status.kind) {
    case 'idle':
      return { label, description: '', accessibleLabel: `engine ${label}`, icon: { id: 'server-environment' }, expandable: 'collapsed', capabilities: ['engine'] };
    case 'connecting':
      return { label, description: 'connecting…', accessibleLabel: `engine ${label}: connecting`, icon: { id: 'loading~spin' }, expandable: 'collapsed', capabilities: ['engine'] };
    case 'connected': {
      const count = aggregateText([...containers.values()]);
      return { label, description: count, accessibleLabel: `engine ${label}: ${count}`, icon: { id: 'server-environment' }, expandable: 'collapsed', capabilities: ['engine', 'connected'] };
    }
    case 'failed': {
      const reason = displayText(status.error.message);
      return {
        label,
        description: reason,
        accessibleLabel: `engine ${label}: ${reason}`,
        icon: { id: 'warning', color: 'problemsWarningIcon.foreground' },
        expandable: containers.size > 0 ? 'collapsed' : 'no',
        capabilities: ['engine', 'failed'],
      };
    }
  }
}
