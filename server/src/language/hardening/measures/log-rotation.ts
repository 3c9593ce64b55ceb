/** Keeps the log of a container from filling the disk of its host. */
import { lastUse, usesOf } from '../../command/docker-command.ts';
import { absent, adding, left, present, unknown, type Measure, type NewFlag } from '../measure.ts';

/** What both `json-file` and `local` understand; another option means that the engine's default is another driver. */
const ofFiles = /^(?:max-size|max-file|compress|mode|max-buffer-size|labels|labels-regex|env|env-regex|tag)=/;

export const logRotation: Measure = {
  id: 'log-rotation',
  name: 'Log rotation',
  flag: '--log-opt max-size',
  protects: 'The log has a largest size; without one it grows until the disk is full.',
  risk: 'refused where the engine is set to a log driver without files, and old lines are gone',
  core: false,
  state: ({ command }) => {
    const driver = lastUse(command, 'log-driver');
    const options = usesOf(command, 'log-opt');
    if (driver?.value.literal === false || options.some(({ value }) => !value.literal)) {
      return unknown;
    }
    const name = driver?.value.text;
    const keepsFiles = name === undefined || ['json-file', 'k8s-file', 'local'].includes(name);
    if (name === 'local' || (keepsFiles && options.some(({ value }) => value.text.startsWith('max-size=')))) {
      return present;
    }
    return keepsFiles && options.every(({ value }) => ofFiles.test(value.text)) ? absent : left('the log driver keeps no files to rotate');
  },
  offers: ({ command, values }) => {
    const size: NewFlag = { name: '--log-opt', value: `max-size=${values.logMaxSize}`, setting: 'logMaxSize' };
    const count: NewFlag = { name: '--log-opt', value: `max-file=${values.logMaxFile}`, setting: 'logMaxFile' };
    const isCounted = usesOf(command, 'log-opt').some(({ value }) => value.text.startsWith('max-file='));
    return [adding(isCounted ? [size] : [size, count])];
  },
};
