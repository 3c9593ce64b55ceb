/** Stops containers with their grace period and starts them again; starts those that are not running. */
import { activeStates, intactStates } from '../../engine/container.ts';
import type { ContainerAction } from '../action.ts';
import { askGracePeriod } from './grace-period.ts';
import { stopEach, type Stopping } from './stopping.ts';

const restarting: Stopping = {
  doing: 'Restarting',
  wording: { failed: 'could not be restarted', done: 'restarted', goesOn: 'The engine goes on to restart' },
  order: 'dependencies-first',
  call: ({ engine, container }, seconds) => engine.restart(container.id, seconds === undefined ? {} : { seconds }),
};

export const restart: ContainerAction = {
  id: 'restart',
  title: 'Restart',
  place: 'lifecycle',
  states: intactStates,
  many: true,
  onGroups: true,
  run: (targets, context) => stopEach(targets, context, restarting),
};

export const restartWithTimeout: ContainerAction = {
  id: 'restartWithTimeout',
  title: 'Restart with Timeout…',
  place: 'lifecycle',
  states: activeStates,
  many: true,
  run: async (targets, context) => {
    const seconds = await askGracePeriod(context.ui, 'Restart', targets);
    if (seconds !== undefined) {
      await stopEach(targets, context, { ...restarting, seconds });
    }
  },
};
