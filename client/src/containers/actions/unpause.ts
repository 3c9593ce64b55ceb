/** Lets the processes of a paused container go on. */
import { simpleAction } from './simple-action.ts';

export const unpause = simpleAction({
  id: 'unpause',
  title: 'Unpause',
  place: 'lifecycle',
  onGroups: true,
  states: ['paused'],
  inline: { icon: 'debug-continue', states: ['paused'] },
  doing: 'Unpausing',
  wording: { failed: 'could not be unpaused', done: 'unpaused', goesOn: 'The engine may go on to unpause' },
  call: ({ engine, container }, options) => engine.unpause(container.id, options),
});
