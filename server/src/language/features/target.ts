/** Says what stands at an offset of a document, in the terms of Docker: a flag, a value, the image, a word of the process. */
import { ownerOf, type BindProblem, type DockerCommand, type FlagUse } from '../command/docker-command.ts';
import { globalFlags, type CommandFacts, type FlagFacts } from '../docker/cli-facts.ts';
import { offsetInRegion, stretchOf } from '../shell/region-places.ts';
import type { ShellWord } from '../shell/shell-command.ts';
import { touches, type Span } from '../text/span.ts';
import type { AnalysedRegion, Snapshot } from './snapshot.ts';

/** Where a word was found. */
export interface Place {
  readonly command: DockerCommand;
  readonly analysed: AnalysedRegion;
  readonly word: ShellWord;
  /** The offset, relative to the region. */
  readonly offset: number;
}

export type Target = Place &
  (
    | { readonly kind: 'program' | 'command' | 'image' | 'positional' | 'process' | 'end-of-flags' }
    | { readonly kind: 'flag' | 'value'; readonly use: FlagUse; readonly owner: CommandFacts }
    /** A name that no flag has, and the flag that was probably meant. */
    | { readonly kind: 'misspelled-flag'; readonly span: Span; readonly meant: FlagFacts; readonly owner: CommandFacts }
  );

function lengthOf({ start, end }: Span): number {
  return end - start;
}

/** The smallest word of a docker command at the offset: a command inside `$( )` stands in a word of the outer one. */
function placeIn(analysed: AnalysedRegion, offset: number): Place | undefined {
  let found: Place | undefined;
  for (const command of analysed.commands) {
    for (const word of command.shell.words) {
      const closer = found === undefined || lengthOf(word.span) < lengthOf(found.word.span);
      if (closer && touches(word.span, offset)) {
        found = { command, analysed, word, offset };
      }
    }
  }
  return found;
}

/** The word of a docker command at a document offset. */
export function placeAt(snapshot: Snapshot, offset: number): Place | undefined {
  for (const analysed of snapshot.regions) {
    if (touches(stretchOf(analysed.region), offset)) {
      const place = placeIn(analysed, offsetInRegion(analysed.region, offset));
      if (place !== undefined) {
        return place;
      }
    }
  }
  return undefined;
}

/** The flag whose name or value is at the offset; at a border the character behind the offset decides, as for a mouse. */
function useAt(uses: readonly FlagUse[], place: Place): { use: FlagUse; kind: 'flag' | 'value' } | undefined {
  const { word, offset } = place;
  const onName = uses.find(({ word: at, nameSpan }) => at === word && nameSpan.start <= offset && offset < nameSpan.end);
  if (onName !== undefined) {
    return { use: onName, kind: 'flag' };
  }
  const valued = uses.find(({ value }) => value.word === word && value.attached !== 'implied');
  if (valued !== undefined && (valued.word !== word || offset >= valued.value.span.start)) {
    return { use: valued, kind: 'value' };
  }
  const last = uses.findLast(({ word: at }) => at === word);
  return last === undefined ? undefined : { use: last, kind: 'flag' };
}

const unknownNames: ReadonlySet<BindProblem['code']> = new Set(['unknown-flag', 'unknown-shorthand']);

function misspelledFlag(place: Place, owner: CommandFacts): Target | undefined {
  const { command, word, offset } = place;
  const problem = command.problems.find(({ code, word: at, span }) => unknownNames.has(code) && at === word && touches(span, offset));
  return problem?.flag === undefined ? undefined : { ...place, kind: 'misspelled-flag', span: problem.span, meant: problem.flag, owner };
}

type WordKind = Exclude<Target['kind'], 'flag' | 'value' | 'misspelled-flag'>;

function wordKind(command: DockerCommand, word: ShellWord): WordKind | undefined {
  const kinds: readonly (readonly [WordKind, boolean])[] = [
    ['program', word === command.program],
    ['command', command.path.includes(word)],
    ['end-of-flags', word === command.endOfFlags],
    ['image', word === command.image],
    ['process', command.process.includes(word)],
    ['positional', command.positionals.includes(word)],
  ];
  return kinds.find(([, applies]) => applies)?.[0];
}

/** What stands at the place; undefined on words that could not be bound. */
export function targetIn(place: Place): Target | undefined {
  const { command, word } = place;
  const onGlobal = useAt(command.globals, place);
  if (onGlobal !== undefined) {
    return { ...place, ...onGlobal, owner: globalFlags };
  }
  const onFlag = useAt(command.flags, place);
  if (onFlag !== undefined && command.facts !== undefined) {
    return { ...place, ...onFlag, owner: command.facts };
  }
  const kind = wordKind(command, word);
  if (kind !== undefined) {
    return { ...place, kind };
  }
  const owner = ownerOf(command, word);
  // Podman has flags that Docker lacks.
  return owner === undefined || command.engine === 'podman' ? undefined : misspelledFlag(place, owner);
}
