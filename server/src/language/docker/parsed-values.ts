/** Parses flag values and remembers the answers: scripts give the same few values again and again. */
import { ownCopy } from '../text/own-copy.ts';
import type { CliVersion, ValueKind } from './cli-facts.ts';
import { grammarOf } from './values/index.ts';
import type { ParsedValue, ValueContext } from './values/value-grammar.ts';

/**
 * So many answers are kept for a flag, and only for values of this length: memory stays bounded whatever is in a workspace, and
 * answers about values that never come again are forgotten while that is cheap, which is before they grow old.
 */
const mostAnswers = 16;
const longestText = 64;

/** By version, command, flag and program, then by value: keys that exist already, so that none is put together to ask. */
const answers = new Map<string, Map<string, Map<string, Map<string, ParsedValue>>>>();

function within<Value>(map: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  let inner = map.get(key);
  if (inner === undefined) {
    inner = new Map();
    map.set(key, inner);
  }
  return inner;
}

/** What a value means by itself; what it means beside other values is asked for when the grammar looks at them. */
export type OwnContext = Required<Omit<ValueContext, 'siblings'>>;

/**
 * Notices when a grammar looks at other values. A class, because an accessor in an object literal gives each object a shape of
 * its own, which outlives the object and takes the command along.
 */
class WatchedContext implements ValueContext {
  readonly version: CliVersion;
  readonly podman: boolean;
  readonly command: string;
  readonly flag: string;
  readonly #siblings: () => NonNullable<ValueContext['siblings']>;
  lookedAround = false;

  constructor({ version, podman, command, flag }: OwnContext, siblings: () => NonNullable<ValueContext['siblings']>) {
    this.version = version;
    this.podman = podman;
    this.command = command;
    this.flag = flag;
    this.#siblings = siblings;
  }

  get siblings(): NonNullable<ValueContext['siblings']> {
    this.lookedAround = true;
    return this.#siblings();
  }
}

/** Parses a value. An answer that depends on the values of other flags holds for this command only, and is not kept. */
export function parseValue(kind: ValueKind, text: string, own: OwnContext, siblings: () => NonNullable<ValueContext['siblings']>): ParsedValue {
  const ofCommand = within(answers, own.podman ? `podman ${own.version}` : own.version);
  const known = within(within(ofCommand, own.command), own.flag);
  const answer = known.get(text);
  if (answer !== undefined) {
    return answer;
  }
  const context = new WatchedContext(own, siblings);
  const value = ownCopy(text);
  const parsed = grammarOf(kind).parse(value, context);
  if (!context.lookedAround && value.length <= longestText) {
    if (known.size >= mostAnswers) {
      known.clear();
    }
    known.set(value, parsed);
  }
  return parsed;
}
