/** A plain-language reading of `docker run` and `docker create`. */
import { isOn, type DockerCommand } from '../../command/docker-command.ts';
import { addsGpus } from '../../command/programs.ts';
import { code } from '../../text/markdown.ts';
import type { Clause } from './clause.ts';
import { health, lifetime } from './lifetime.ts';
import { limits } from './limits.ts';
import { network } from './network.ts';
import { lastValue, named, sentence } from './phrases.ts';
import { ports } from './ports.ts';
import { privileges } from './privileges.ts';
import { environment, innerProcess } from './process.ts';
import { alsoSet } from './spoken-flags.ts';
import { storage } from './storage.ts';

/** What the first sentence says, so that no clause has to. */
const opening: readonly string[] = ['name', 'detach', 'interactive', 'tty', 'pull', 'platform', 'quiet'];
const inFirstSentence: readonly Clause[] = [ports, limits];
const sentences: readonly Clause[] = [privileges, storage, network, environment, innerProcess, health, lifetime];

function manner(command: DockerCommand): string {
  if (command.facts?.id === 'create') {
    return ' without starting it';
  }
  if (isOn(command, 'detach')) {
    return ' in the background';
  }
  const hasTerminal = isOn(command, 'tty');
  if (isOn(command, 'interactive')) {
    return hasTerminal ? ' with your terminal attached' : ' in the foreground, fed by standard input';
  }
  return hasTerminal ? ' in the foreground with a terminal that takes no input' : ' in the foreground';
}

function firstSentence(command: DockerCommand): string {
  const isCreate = command.facts?.id === 'create';
  const image = command.image === undefined ? (isCreate ? 'an image' : 'a container') : named(command.image);
  const name = lastValue(command, 'name');
  const platform = lastValue(command, 'platform');
  const from = `${image}${platform === undefined ? '' : ` for ${code(platform)}`}${manner(command)}`;
  return [
    isCreate
      ? `Creates ${name === undefined ? 'a container' : `the container ${code(name)}`} from ${from}`
      : `Starts ${from}${name === undefined ? '' : ` as ${code(name)}`}`,
    ...inFirstSentence.flatMap((clause) => clause.say(command) ?? []),
  ].join(', ');
}

function pull(command: DockerCommand): string | undefined {
  const policy = lastValue(command, 'pull');
  return policy === 'always' ? 'the image is pulled first, even if it is here' : policy === 'never' ? 'the image is never pulled' : undefined;
}

export function explainRun(command: DockerCommand): string {
  const spoken = new Set([...opening, ...[...inFirstSentence, ...sentences].flatMap((clause) => clause.flags(command))]);
  const gpus = addsGpus(command.program.value) ? '`nvidia-docker` gives it the GPUs of the host' : undefined;
  const rest = [gpus, pull(command), ...sentences.map((clause) => clause.say(command)), alsoSet(command, (name) => spoken.has(name))];
  return [firstSentence(command), ...rest.filter((text) => text !== undefined)].map(sentence).join(' ');
}
