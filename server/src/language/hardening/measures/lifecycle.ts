/** Measures about process 1 and what happens when it ends: restart policy, init. */
import { isOn, lastUse, type DockerCommand } from '../../command/docker-command.ts';
import { familyOf } from '../image-families.ts';
import { absent, adding, declined, left, present, presentBut, unknown, type Measure, type MeasureState } from '../measure.ts';
import { restarts } from '../subject.ts';

/** Where nobody starts the engine's containers after a reboot, or this one not, the table says so. */
function policyState(policy: string, command: DockerCommand): MeasureState {
  if (!restarts(command)) {
    return /^(?:no)?$/.test(policy) ? declined('`no` was chosen') : left('the engine knows no such policy');
  }
  if (command.engine === 'podman') {
    return presentBut('comes back after a crash; after a reboot only a unit of systemd starts it');
  }
  return policy.startsWith('on-failure') ? presentBut('comes back after a failure; after a reboot only where the shutdown made it fail') : present;
}

export const restart: Measure = {
  id: 'restart',
  name: 'Restart policy',
  flag: '--restart',
  protects: 'After a crash or a reboot of the host the container comes back by itself.',
  risk: 'a program that fails at once is started again and again',
  core: true,
  state: ({ command }) => {
    const use = lastUse(command, 'restart');
    if (use !== undefined) {
      return use.value.literal ? policyState(use.value.text, command) : unknown;
    }
    if (isOn(command, 'rm')) {
      return left('the engine refuses it together with `--rm`');
    }
    if (command.engine === 'podman') {
      return left('podman has no daemon that would start it after a reboot; systemd does');
    }
    return command.facts?.id === 'run' && !isOn(command, 'detach') ? left('runs in the foreground, where its end is seen') : absent;
  },
  offers: ({ values }) => {
    const usual = adding([{ name: '--restart', value: values.restart, setting: 'restart' }]);
    const other = values.restart === 'on-failure:5' ? 'unless-stopped' : 'on-failure:5';
    return [usual, { ...adding([{ name: '--restart', value: other }]), joinsAll: false }];
  },
};

export const init: Measure = {
  id: 'init',
  name: 'Init process',
  flag: '--init',
  protects: 'Process 1 passes signals on and reaps zombies, so `docker stop` does not have to wait and kill.',
  risk: 'images with an init of their own, such as s6-overlay or systemd, refuse to start unless it is process 1',
  core: false,
  state: ({ command }) => {
    const use = lastUse(command, 'init');
    if (use !== undefined) {
      return !use.value.literal ? unknown : isOn(command, 'init') ? present : declined('switched off');
    }
    if (familyOf(command).ownInit === true) {
      return left('the image starts an init of its own');
    }
    return lastUse(command, 'pid') === undefined ? absent : left('process 1 belongs to another namespace');
  },
  offers: () => [adding([{ name: '--init' }])],
};
