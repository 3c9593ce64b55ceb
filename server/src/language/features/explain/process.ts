/** Reads aloud what runs inside: environment, entrypoint and the words behind the image. */
import type { DockerCommand } from '../../command/docker-command.ts';
import { code } from '../../text/markdown.ts';
import type { Clause } from './clause.ts';
import { counted, listed, valuesOf } from './phrases.ts';

export const environment: Clause = {
  flags: () => ['env', 'env-file'],
  say(command) {
    const names = [...new Set(valuesOf(command, 'env').map((value) => value.split('=', 1)[0] ?? ''))];
    const files = valuesOf(command, 'env-file').map((value) => code(value));
    const sources = [
      ...(names.length === 0 ? [] : [names.length > 4 ? counted(names.length, 'environment variable') : `the environment ${listed(names.map((name) => code(name)))}`]),
      ...(files.length === 0 ? [] : [`the variables in ${listed(files)}`]),
    ];
    return sources.length === 0 ? undefined : `it gets ${listed(sources)}`;
  },
};

/** The words as one line of text. */
export function processLine(command: DockerCommand): string {
  return command.process.map(({ source }) => source).join(' ');
}

export const innerProcess: Clause = {
  flags: () => ['entrypoint'],
  say(command) {
    // An empty one takes that of the image away.
    const entrypoint = valuesOf(command, 'entrypoint').at(-1);
    const line = processLine(command);
    if (entrypoint === undefined) {
      // No program is called `--help`: only an entrypoint makes sense of it.
      const given = line.startsWith('-') ? `the image's entrypoint gets ${code(line)}` : `inside runs ${code(line)}, handed to the image's entrypoint if it has one`;
      return line === '' ? undefined : given;
    }
    if (entrypoint === '') {
      return line === '' ? "without the image's entrypoint and command nothing is left to run, so the engine refuses it" : `inside runs ${code(line)}, without the image's entrypoint`;
    }
    // One word, blanks included.
    const program = /\s/.test(entrypoint) ? `'${entrypoint}'` : entrypoint;
    return `inside runs ${code(line === '' ? program : `${program} ${line}`)} instead of the image's entrypoint`;
  },
};
