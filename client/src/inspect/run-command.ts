/** The `docker run` that makes a container like this one, read off its description: to be copied, and for the rules to judge what runs as they judge what is written. */
import { isDeepStrictEqual } from 'node:util';
import { mayBeSecret } from '../../../server/src/language/command/secret-values.ts';
import { commandLine } from '../containers/command-line.ts';
import { fieldsOf, numberOf, textOf, textsOf, type Fields } from '../engine/json-value.ts';
import { inDockersWords } from './podman-description.ts';
import { amount, count, duration, on, text, type Flag } from './run-flags.ts';
import { isolation, limits, mounts } from './run-host-flags.ts';
import { logging, network } from './run-networks.ts';

/** Without the values of secrets: a name alone takes the value from the shell. */
function environment(entries: readonly string[]): Flag[] {
  return entries.map((entry) => {
    const at = entry.indexOf('=');
    return ['-e', at > 0 && mayBeSecret(entry.slice(0, at), entry.slice(at + 1)) ? entry.slice(0, at) : entry];
  });
}

function health(check: unknown): Flag[] {
  const { Test, Interval, Timeout, Retries, StartPeriod, StartInterval } = fieldsOf(check);
  const [kind, ...words] = textsOf(Test);
  const command = kind === 'CMD' ? commandLine(words) : words.join(' ');
  return [
    ...(kind === 'NONE' ? [['--no-healthcheck']] : words.length > 0 ? [['--health-cmd', command]] : []),
    ...duration('--health-interval', Interval),
    ...duration('--health-timeout', Timeout),
    ...duration('--health-start-period', StartPeriod),
    ...duration('--health-start-interval', StartInterval),
    ...amount('--health-retries', Retries),
  ];
}

function restart(policy: unknown): Flag[] {
  const { Name, MaximumRetryCount } = fieldsOf(policy);
  const retries = numberOf(MaximumRetryCount) ?? 0;
  return text('--restart', retries > 0 ? `${textOf(Name)}:${retries}` : Name, 'no');
}

interface Program {
  readonly flags: readonly Flag[];
  /** What stands behind the image. */
  readonly words: readonly string[];
}

/** The flag drops the command of the image, so that all of it is written out. */
function program(config: Fields, image: Fields | undefined): Program {
  const [entrypoint, command] = [textsOf(config['Entrypoint']), textsOf(config['Cmd'])];
  const [imageEntrypoint, imageCommand] = [textsOf(image?.['Entrypoint']), textsOf(image?.['Cmd'])];
  if (image !== undefined && isDeepStrictEqual(entrypoint, imageEntrypoint)) {
    return { flags: [], words: isDeepStrictEqual(command, imageCommand) ? [] : command };
  }
  const [first, ...rest] = entrypoint;
  if (first === undefined) {
    return { flags: imageEntrypoint.length > 0 ? [['--entrypoint', '']] : [], words: command };
  }
  return { flags: [['--entrypoint', first]], words: [...rest, ...command] };
}

/** What the container has and its image has not. */
function without(config: Fields, image: Fields | undefined): Fields {
  const { Env, ExposedPorts, Volumes, ...rest } = config;
  const has = (key: string, entry: string) => Object.hasOwn(fieldsOf(image?.[key]), entry);
  const other = Object.entries(rest).filter(([key, value]) => !isDeepStrictEqual(value, image?.[key]));
  return {
    ...Object.fromEntries(other),
    Env: textsOf(Env).filter((entry) => !textsOf(image?.['Env']).includes(entry)),
    ExposedPorts: Object.keys(fieldsOf(ExposedPorts)).filter((port) => !has('ExposedPorts', port)),
    Volumes: Object.keys(fieldsOf(Volumes)).filter((path) => !has('Volumes', path)),
  };
}

/** A signal that differs from the image's is written out, be it the usual one. */
function stopSignal(config: Fields, image: Fields | undefined): Flag[] {
  return text('--stop-signal', config['StopSignal'], ...(textOf(image?.['StopSignal']) === '' ? ['SIGTERM'] : []));
}

/**
 * Words of the command. What the engine fills in by itself is written out where the description does not tell it from what was asked
 * for; so is what the image says too, unless its own configuration is given as `image`.
 */
export function runCommandOf(description: Fields, image?: Fields): string[] {
  const document = inDockersWords(description);
  const config = fieldsOf(document['Config']);
  const host = fieldsOf(document['HostConfig']);
  const own = without(config, image);
  const { flags: entrypoint, words } = program(config, image);
  const flags: Flag[] = [
    ['-d'],
    ...text('--name', textOf(document['Name']).replace(/^\//, '')),
    ...on('--rm', host['AutoRemove']),
    ...on('-t', config['Tty']),
    ...on('-i', config['OpenStdin']),
    ...on('--init', host['Init']),
    ...text('--user', own['User']),
    ...text('--workdir', own['WorkingDir']),
    ...isolation(host),
    ...limits(host),
    ...restart(host['RestartPolicy']),
    ...stopSignal(own, image),
    ...count('--stop-timeout', config['StopTimeout']),
    ...health(own['Healthcheck']),
    ...logging(host['LogConfig']),
    ...network(document, textsOf(own['ExposedPorts'])),
    ...mounts(host, textsOf(own['Volumes'])),
    ...environment(textsOf(own['Env'])),
    ...entrypoint,
  ];
  return ['docker', 'run', ...flags.flat(), textOf(config['Image']), ...words];
}
