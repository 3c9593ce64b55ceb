/** A plain-language reading of `docker run` and `docker create`. */
import { isOn, type DockerCommand } from '../../command/docker-command.ts';
import { addsGpus } from '../../command/programs.ts';
import { code } from '../../text/markdown.ts';
import type { Clause } from './clause.ts';
import { devices } from './devices.ts';
import { labels } from './labels.ts';
import { health, lifetime } from './lifetime.ts';
import { limits } from './limits.ts';
import { network } from './network.ts';
import { lastValue, listed, named, sentence } from './phrases.ts';
import { ports } from './ports.ts';
import { privileges } from './privileges.ts';
import { environment, innerProcess } from './process.ts';
import { alsoSet } from './spoken-flags.ts';
import { storage } from './storage.ts';

/** What the first sentence says, so that no clause has to. */
const opening: readonly string[] = ['name', 'detach', 'interactive', 'tty', 'pull', 'platform', 'quiet'];
const inFirstSentence: readonly Clause[] = [ports, limits];
const sentences: readonly Clause[] = [privileges, devices, storage, network, environment, innerProcess, health, lifetime, labels];

function place(command: DockerCommand): string {
  if (command.facts?.id === 'create') {
    return ' without starting it';
  }
  const isAttached = isOn(command, 'interactive') && isOn(command, 'tty');
  return isOn(command, 'detach') ? ' in the background' : isAttached ? '' : ' in the foreground';
}

/** What the process can be typed into; a shell that has nothing of it ends at once. */
function access(command: DockerCommand): string {
  const hasTerminal = isOn(command, 'tty');
  if (command.facts?.id === 'create' || (!hasTerminal && !isOn(command, 'interactive'))) {
    return '';
  }
  if (isOn(command, 'detach')) {
    return hasTerminal ? ' with a terminal' : ' with its input held open';
  }
  return !isOn(command, 'interactive') ? ' with a terminal that takes no input' : hasTerminal ? ' with your terminal attached' : ', fed by standard input';
}

function firstSentence(command: DockerCommand): string {
  const isCreate = command.facts?.id === 'create';
  const image = command.image === undefined ? (isCreate ? 'an image' : 'a container') : named(command.image);
  const name = lastValue(command, 'name');
  const platform = lastValue(command, 'platform');
  const from = `${image}${platform === undefined ? '' : ` for ${code(platform)}`}${place(command)}`;
  return [
    isCreate
      ? `Creates ${name === undefined ? 'a container' : `the container ${code(name)}`} from ${from}`
      : `Starts ${from}${name === undefined ? '' : ` as ${code(name)}`}${access(command)}`,
    ...inFirstSentence.flatMap((clause) => clause.say(command) ?? []),
  ].join(', ');
}

function pull(command: DockerCommand): string | undefined {
  const policy = lastValue(command, 'pull');
  return policy === 'always' ? 'the image is pulled first, even if it is here' : policy === 'never' ? 'the image is never pulled' : undefined;
}

/** What the shell may turn into flags: `$OPTS` and `"$@"` in front of the image. */
function furtherFlags({ shell, path, program, flags, positionals, image }: DockerCommand): string | undefined {
  const taken = new Set([program, ...path, ...positionals, ...flags.flatMap(({ word, value }) => [word, value.word])]);
  const end = image === undefined ? shell.words.length : shell.words.indexOf(image);
  const further = shell.words.slice(0, end).filter((word) => word.kind === 'splat' && !taken.has(word));
  return further.length === 0 ? undefined : `${listed(further.map(({ source }) => code(source)))} may add more flags`;
}

export function explainRun(command: DockerCommand): string {
  const spoken = new Set([...opening, ...[...inFirstSentence, ...sentences].flatMap((clause) => clause.flags(command))]);
  const gpus = addsGpus(command.program.value) ? '`nvidia-docker` gives it the GPUs of the host' : undefined;
  const rest = [gpus, pull(command), ...sentences.map((clause) => clause.say(command)), alsoSet(command, (name) => spoken.has(name)), furtherFlags(command)];
  return [firstSentence(command), ...rest.filter((text) => text !== undefined)].map(sentence).join(' ');
}
