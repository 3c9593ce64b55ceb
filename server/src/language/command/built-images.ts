/** Finds the images that a document makes itself: their names are not looked up in a registry. */
import { cutReference, isHub } from '../docker/image-reference.ts';
import type { ShellWord } from '../shell/shell-command.ts';
import type { DockerCommand } from './docker-command.ts';

/** A name by which two spellings of an image can be compared: `shop` is `docker.io/shop:latest`. */
export function imageKey(image: string): string {
  const { registry, path, tag = 'latest' } = cutReference(image);
  return `${isHub(registry) ? '' : `${registry ?? ''}/`}${path.replace(/^library\//, '')}:${tag}`;
}

/** The values of `-t` and `--tag` of a build, whose other flags Gantry does not know. */
function tagsOf(words: readonly ShellWord[]): ShellWord[] {
  return words.flatMap((word, index) => {
    const next = words[index + 1];
    return (word.value === '-t' || word.value === '--tag') && next !== undefined ? [next] : [];
  });
}

/** `--tag=shop`, `-tshop`. */
function attachedTags(words: readonly ShellWord[]): string[] {
  return words.flatMap(({ value, kind }) => (kind === 'literal' ? (/^(?:--tag=|-t=?)([^=].*)$/.exec(value)?.[1] ?? []) : []));
}

function operands(words: readonly ShellWord[]): ShellWord[] {
  return words.filter(({ value }) => !value.startsWith('-'));
}

/** The images that the command builds, tags, commits or imports, as written. */
export function imagesMadeBy(command: DockerCommand): string[] {
  if (command.facts !== undefined && command.facts.id !== 'commit') {
    return [];
  }

  const { shell, program } = command;
  const words = shell.words.slice(shell.words.indexOf(program) + 1);
  const start = words.findIndex(({ value }) => /^(?:build|tag|commit|import|load)$/.test(value));
  const rest = words.slice(start + 1);
  const literal = (word: ShellWord | undefined) => (word?.kind === 'literal' ? [word.value] : []);
  switch (words[start]?.value) {
    case 'build':
      return [...tagsOf(rest).flatMap(literal), ...attachedTags(rest)];
    case 'tag':
    case 'commit':
    case 'import':
      return literal(operands(rest)[1] === undefined ? undefined : operands(rest).at(-1));
    default:
      return [];
  }
}

const cache = new WeakMap<readonly DockerCommand[], readonly string[]>();

/** Comparable names of the images that these commands build, tag, commit or import. */
export function imagesBuiltBy(commands: readonly DockerCommand[]): readonly string[] {
  let names = cache.get(commands);
  if (names === undefined) {
    names = commands.flatMap((command) => imagesMadeBy(command).map(imageKey));
    cache.set(commands, names);
  }
  return names;
}
