/** Prose of the commands that change a container in place: update, rename. */
import type { CommandTheme } from './command-prose.ts';

const changed = 'Changed; in force from the next start.';
const renamed = 'Renamed.';

export const changingCommands: CommandTheme = {
  update: {
    what: 'Changes limits of memory, processor and process count, or the restart policy, of an existing container. A running one feels it at once, without a restart.',
    why: 'To throttle a runaway service, to give a database more memory during an incident, or to add a restart policy that was forgotten.',
    mind:
      'Ports, mounts, environment and the image cannot be changed. Raising memory above the stored memory-plus-swap value is refused unless `--memory-swap` goes along. The change lives in this container only: the next `docker run` from your script brings the old limit back.',
    states: {
      created: changed,
      running: 'Changed at once.',
      paused: 'Changed at once.',
      restarting: changed,
      removing: 'Fails: marked for removal.',
      exited: changed,
      dead: 'Fails: marked for removal.',
    },
    exitCodes: [
      { code: '0', meaning: 'All were changed.' },
      { code: '1', meaning: 'No flag was given, or the engine refused a value.' },
    ],
    example: 'docker update --memory 1g --memory-swap 1g --restart unless-stopped shop-api',
  },
  rename: {
    what: 'Gives a container another name, also while it runs.',
    why: 'For a swap by hand: move `web` aside as `web-old`, start the new `web`, and still have the way back.',
    mind:
      'The hostname inside stays, and so do published ports: the renamed container keeps its host port, so the new one cannot take it before the old one stops. Scripts and monitors that know the old name stop finding it. Names have at least two characters.',
    states: {
      created: renamed,
      running: renamed,
      paused: renamed,
      restarting: 'Engine 20.10 fails with "sandbox not found" and leaves the name; try again when it runs.',
      exited: renamed,
      dead: renamed,
    },
    exitCodes: [
      { code: '0', meaning: 'Renamed.' },
      { code: '1', meaning: 'The new name is taken or invalid, or the container does not exist.' },
    ],
    example: 'docker rename shop-api shop-api-2.4.0',
  },
};
