/** Stops containers with the grace period of each: its own signal first, SIGKILL when the time is over. */
import { activeStates } from '../../engine/container.ts';
import type { ContainerAction } from '../action.ts';
import { askGracePeriod } from './grace-period.ts';
import { stopEach, type Stopping } from './stopping.ts';

const stopping: Stopping = {
  doing: 'Stopping',
  wording: { failed: 'could not be stopped', unchanged: 'was not running', done: 'stopped', goesOn: 'The engine goes on to stop' },
  order: 'dependents-first',
  call: ({ engine, container }, seconds) => engine.stop(container.id, seconds === undefined ? {} : { seconds }),
};

export const stop: ContainerAction = {
  id: 'stop',
  title: 'Stop',
  place: 'lifecycle',
  states: activeStates,
  inline: { icon: 'debug-stop', states: ['running', 'restarting'] },
  many: true,
  onGroups: true,
  run: (targets, context) => stopEach(targets, context, stopping),
};

export const stopWithTimeout: ContainerAction = {
  id: 'stopWithTimeout',
  title: 'Stop with Timeout…',
  place: 'lifecycle',
  states: activeStates,
  many: true,
  run: async (targets, context) => {
    const seconds = await askGracePeriod(context.ui, 'Stop', targets);
    if (seconds !== undefined) {
      await stopEach(targets, context, { ...stopping, seconds });
    }
  },
};
