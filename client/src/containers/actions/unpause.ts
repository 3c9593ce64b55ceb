/** Lets the processes of a paused container go on. */
import { simpleAction } from './simple-action.ts';

export const unpause = simpleAction({
  id: 'unpause',
  title: 'Unpause',
  group: 'lifecycle',
  onGroups: true,
  states: ['paused'],
  inline: { icon: 'debug-continue', states: ['paused'] },
  failed: 'could not be unpaused',
  call: ({ engine, container }) => engine.unpause(container.id),
});
