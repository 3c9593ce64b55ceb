/** Explains the words that are no flags: container names, the words of the inner process, and the end of flags. */
import type { DockerCommand } from '../../command/docker-command.ts';
import { containerFilesIn } from '../../docker/container-files.ts';
import { containerProgramProse } from '../../docker/container-programs.ts';
import type { ShellWord } from '../../shell/shell-command.ts';
import { code } from '../../text/markdown.ts';

/** What to know of the programs and files that the word names: a container is looked into by them. */
function insideProse(command: DockerCommand, word: ShellWord): string[] {
  const program = command.facts?.id === 'exec' && command.process[0] === word ? containerProgramProse(word.value) : undefined;
  const files = containerFilesIn(word.value).map(({ path, tells }) => (path === word.value ? tells : `- ${code(path)}: ${tells}`));
  return [...(program === undefined ? [] : [program]), ...(files.length === 0 ? [] : [files.join('\n')])];
}

/** A word behind the image or container. */
export function processHover(command: DockerCommand, word: ShellWord): string {
  const [owner] = command.positionals;
  const id = command.facts?.id;
  if (id === 'top') {
    return `${code(word.value)} is an option of \`ps\`, which the engine runs on the host to list the processes of ${code(owner?.value ?? '')}. Docker itself does not read it.`;
  }
  const place = id === 'exec' ? `inside the container ${code(owner?.value ?? '')}` : `in the container of ${code(owner?.value ?? '')}`;
  const isFirst = command.process[0] === word;
  const role =
    id === 'exec'
      ? isFirst
        ? 'The program that runs'
        : 'An argument of the process that runs'
      : isFirst
        ? "The command that replaces the image's CMD, or the first argument of its entrypoint if it has one. It runs"
        : 'An argument of the process that runs';
  const flag = word.value.startsWith('-') ? ` Docker stopped reading flags at ${code(owner?.value ?? '')}, so this one belongs to the process.` : ' Docker hands it on as it is.';
  return [code(word.value), `${role} ${place}.${flag}`, ...insideProse(command, word)].join('\n\n');
}

export function endOfFlagsHover(command: DockerCommand): string {
  const next = command.facts?.minPositionals === 0 ? 'operands' : 'names, even if they begin with a dash';
  return `\`--\` ends the flags: all words behind it are ${next}.`;
}

/** What the operand of a command is, by command id; a container's name or id where nothing else is said. */
const roles: Readonly<Record<string, readonly string[]>> = {
  rename: ['The container as it is called now, or its id.', 'The new name: letters, digits, `_`, `.` and `-`, at least two characters.'],
  port: ['The container whose ports are looked up.', 'A port of the container, with `/udp` behind it if it is not TCP.'],
  cp: [
    'Where to copy from. With a colon the part before it is a container and the rest a path inside; `./a:b` is a file of yours. `-` reads a tar archive from standard input.',
    'Where to copy to. With a colon the part before it is a container and the rest a path inside; `-` writes a tar archive to standard output.',
  ],
  commit: ['The container whose files become an image.', 'The name and tag of the new image; without it the image has only an id.'],
};

export function positionalHover(command: DockerCommand, word: ShellWord): string {
  const id = command.facts?.id ?? '';
  if (id === 'inspect-any') {
    return `${code(word.value)}\n\nThe name or id of a container, image, network or volume; \`--type\` decides when several have the name.`;
  }
  const known = Object.hasOwn(roles, id) ? roles[id]?.[command.positionals.indexOf(word)] : undefined;
  return `${code(word.value)}\n\n${known ?? 'The name of a container, or its id; the first characters of the id are enough when no other id begins so.'}`;
}
