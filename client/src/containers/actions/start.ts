/** Starts containers that are not running. */
import { simpleAction } from './simple-action.ts';

export const start = simpleAction({
  id: 'start',
  title: 'Start',
  group: 'lifecycle',
  onGroups: true,
  states: ['created', 'exited'],
  inline: { icon: 'debug-start', states: ['created', 'exited'] },
  failed: 'could not be started',
  unchanged: 'was already running',
  order: 'dependencies-first',
  call: ({ engine, container }) => engine.start(container.id),
});
