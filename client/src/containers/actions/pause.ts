/** Freezes every process of a container; connections stay open and are not answered. */
import { simpleAction } from './simple-action.ts';

export const pause = simpleAction({
  id: 'pause',
  title: 'Pause',
  group: 'lifecycle',
  onGroups: true,
  states: ['running'],
  failed: 'could not be paused',
  call: ({ engine, container }) => engine.pause(container.id),
});
