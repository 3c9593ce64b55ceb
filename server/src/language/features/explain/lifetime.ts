/** Reads aloud what becomes of the container when its process ends, and how its health is known. */
import { isOn, type DockerCommand } from '../../command/docker-command.ts';
import { code } from '../../text/markdown.ts';
import type { Clause } from './clause.ts';
import { lastValue, seconds, signalName } from './phrases.ts';

function restart(command: DockerCommand): string | undefined {
  const policy = lastValue(command, 'restart');
  const [name = '', count = ''] = policy?.split(':') ?? [];
  switch (name) {
    case '':
    case 'no':
      return undefined;
    case 'always':
    case 'unless-stopped':
      if (command.engine === 'podman') {
        return 'it is started again whenever it ends, unless it was stopped by hand; after a reboot only a unit of systemd starts it';
      }
      return name === 'always'
        ? 'it is started again whenever it ends, and when the engine starts, even after a `docker stop`'
        : 'it is started again whenever it ends, and when the engine starts, unless it was stopped by hand';
    case 'on-failure':
      return `it is started again when it fails${/^\d+$/.test(count) && count !== '0' ? `, at most ${count} times` : ''}`;
    default:
      return `its restart policy is ${code(policy ?? '')}`;
  }
}

function wait(grace: string): string {
  if (grace.startsWith('-')) {
    return 'a stop waits for as long as it takes';
  }
  return grace === '0' ? 'a stop kills it at once' : `a stop waits ${seconds(grace)} before it kills`;
}

export const lifetime: Clause = {
  flags: () => ['restart', 'rm', 'stop-signal', 'stop-timeout', 'init'],
  say(command) {
    const signal = lastValue(command, 'stop-signal');
    const grace = lastValue(command, 'stop-timeout');
    const phrases = [
      isOn(command, 'rm') ? 'it is removed with its anonymous volumes as soon as it ends' : undefined,
      restart(command),
      signal === undefined ? undefined : `it is asked to stop by ${signalName(signal)}`,
      grace === undefined ? undefined : wait(grace),
      isOn(command, 'init') ? 'a small init passes signals on and reaps its dead children' : undefined,
    ].filter((phrase) => phrase !== undefined);
    return phrases.length === 0 ? undefined : phrases.join('; ');
  },
};

export const health: Clause = {
  flags: (command) => ['no-healthcheck', ...(lastValue(command, 'health-cmd') === undefined ? [] : ['health-cmd', 'health-interval', 'health-retries'])],
  say(command) {
    const probe = lastValue(command, 'health-cmd');
    if (isOn(command, 'no-healthcheck')) {
      return "the image's health check is switched off";
    }
    if (probe === undefined) {
      return undefined;
    }
    const given = (name: string, otherwise: string): string => {
      const value = lastValue(command, name) ?? '';
      return /^(?:0[a-z]*)?$/.test(value) ? otherwise : value;
    };
    const interval = given('health-interval', '30s');
    const retries = given('health-retries', '3');
    const failures = retries === '1' ? 'one failure makes it' : `${/^\d+$/.test(retries) ? retries : code(retries)} failures in a row make it`;
    return `${code(probe)} checks its health every ${code(interval)}, and ${failures} unhealthy`;
  },
};
