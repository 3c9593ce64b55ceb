/** Freezes every process of a container; connections stay open and are not answered. */
import { simpleAction } from './simple-action.ts';

export const pause = simpleAction({
  id: 'pause',
  title: 'Pause',
  place: 'lifecycle',
  onGroups: true,
  states: ['running'],
  doing: 'Pausing',
  wording: { failed: 'could not be paused', done: 'paused', goesOn: 'The engine may go on to pause' },
  call: ({ engine, container }, options) => engine.pause(container.id, options),
});
