/** Starts containers that are not running. */
import { simpleAction } from './simple-action.ts';

export const start = simpleAction({
  id: 'start',
  title: 'Start',
  place: 'lifecycle',
  onGroups: true,
  states: ['created', 'exited'],
  inline: { icon: 'debug-start', states: ['created', 'exited'] },
  doing: 'Starting',
  wording: { failed: 'could not be started', unchanged: 'was already running', done: 'started', goesOn: 'The engine may go on to start' },
  order: 'dependencies-first',
  call: ({ engine, container }, options) => engine.start(container.id, options),
});
