/** Explains the image reference of `run` and `create`, and whose words follow it. */
import type { DockerCommand } from '../../command/docker-command.ts';
import { cutReference, parseImageReference } from '../../docker/image-reference.ts';
import { valueIndex, type ShellWord } from '../../shell/shell-command.ts';
import type { ValuePart } from '../../docker/values/value-grammar.ts';
import { code } from '../../text/markdown.ts';
import { processLine } from '../explain/process.ts';
import { partList } from './parts.ts';

function after(command: DockerCommand): string {
  return command.process.length === 0
    ? "Words behind the image would go to the container's process; flags for Docker belong in front of it. As nothing follows, the image's own command runs."
    : `The words behind it, ${code(processLine(command))}, go to the container's process. Docker does not read them, so its own flags belong in front of the image.`;
}

/** The parts in front of a tag that is not written yet: `nginx` of `nginx:$TAG`. */
function partsBeforeTag(text: string, podman: boolean): readonly ValuePart[] {
  const { path, pathStart, tag } = cutReference(text);
  const end = pathStart + path.length;
  const { parts, problems } = parseImageReference(`${text.slice(0, end)}:x`, podman);
  return tag === undefined || problems.length > 0 || /^your[-_]/i.test(path) ? [] : parts.filter((part) => part.end <= end);
}

export function imageHover(command: DockerCommand, word: ShellWord, offset: number): string {
  const podman = command.engine === 'podman';
  const parts = word.kind === 'literal' ? parseImageReference(word.value, podman).parts : partsBeforeTag(word.value, podman);
  const isForReader = word.kind === 'placeholder';
  const unknown =
    parts.length > 0
      ? `Its tag is ${isForReader ? 'left for the reader to fill in' : 'only known when the shell runs'}.`
      : isForReader
        ? 'A hole to fill in with the name of an image.'
        : 'Which image it is, is only known when the shell runs.';
  const sections = [
    `${code(word.value)} · the image whose files and default command the container starts from`,
    word.kind === 'literal' ? undefined : unknown,
    parts.length === 0 ? undefined : partList(word.value, parts, valueIndex(word, offset)),
    after(command),
  ];
  return sections.filter((section) => section !== undefined).join('\n\n');
}
