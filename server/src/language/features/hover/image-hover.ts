/** Explains the image reference of `run` and `create`, and whose words follow it. */
import type { DockerCommand } from '../../command/docker-command.ts';
import { parseImageReference } from '../../docker/image-reference.ts';
import { valueIndex, type ShellWord } from '../../shell/shell-command.ts';
import { code } from '../../text/markdown.ts';
import { processLine } from '../explain/process.ts';
import { partList } from './parts.ts';

function after(command: DockerCommand): string {
  return command.process.length === 0
    ? "Words behind the image would go to the container's process; flags for Docker belong in front of it. As nothing follows, the image's own command runs."
    : `The words behind it, ${code(processLine(command))}, go to the container's process. Docker does not read them, so its own flags belong in front of the image.`;
}

export function imageHover(command: DockerCommand, word: ShellWord, offset: number): string {
  const parts = word.kind === 'literal' ? parseImageReference(word.value).parts : [];
  const sections = [
    `${code(word.value)} · the image whose files and default command the container starts from`,
    word.kind === 'literal' ? undefined : word.kind === 'placeholder' ? 'A hole to fill in with the name of an image.' : 'Which image it is, is only known when the shell runs.',
    parts.length === 0 ? undefined : partList(word.value, parts, valueIndex(word, offset)),
    after(command),
  ];
  return sections.filter((section) => section !== undefined).join('\n\n');
}
