/** Takes the right to change its own image from a container, and gives it folders in memory to write to. */
import { isOn, lastUse } from '../../command/docker-command.ts';
import { familyOf } from '../image-families.ts';
import { absent, adding, declined, left, present, unknown, type Measure } from '../measure.ts';
import { mountTargets } from '../mount-targets.ts';

export const readOnly: Measure = {
  id: 'read-only',
  name: 'Read-only file system',
  flag: '--read-only',
  protects: 'An intruder cannot change programs or leave tools behind, and nothing of value is lost with the container.',
  risk: 'programs that write outside volumes, `/tmp` and `/run` fail, and nothing in `/tmp` can be executed',
  core: true,
  state: ({ command }) => {
    const use = lastUse(command, 'read-only');
    if (use !== undefined) {
      return !use.value.literal ? unknown : isOn(command, 'read-only') ? present : declined('switched off');
    }
    return familyOf(command).writesToImage === true ? left('the image writes to itself when it starts') : absent;
  },
  offers: ({ command }) => {
    const mounted = mountTargets(command);
    const folders = ['/tmp', '/run', ...(familyOf(command).writes ?? [])].filter((folder) => !mounted.has(folder));
    return [adding([{ name: '--read-only' }, ...folders.map((value) => ({ name: '--tmpfs', value }))])];
  },
};
