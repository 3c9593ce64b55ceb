/** The limits that `docker update` can change: how each is written, read, and shown as it applies now. */
import { cpus } from '../../../../server/src/language/docker/values/cpus.ts';
import { pidsLimit } from '../../../../server/src/language/docker/values/integers.ts';
import { memoryBytes } from '../../../../server/src/language/docker/values/memory-bytes.ts';
import { memorySwapBytes } from '../../../../server/src/language/docker/values/memory-swap-bytes.ts';
import { restartPolicy } from '../../../../server/src/language/docker/values/restart-policy.ts';
import { parseByteSize } from '../../../../server/src/language/docker/values/scan/byte-size.ts';
import { parseInteger } from '../../../../server/src/language/docker/values/scan/integer.ts';
import { parseRational } from '../../../../server/src/language/docker/values/scan/rational.ts';
import type { ValueGrammar } from '../../../../server/src/language/docker/values/value-grammar.ts';
import { newestCli } from '../../../../server/src/language/docker/versions.ts';
import { restartPolicies, restartPolicyText, type Limits, type RestartPolicy } from '../../engine/container.ts';
import { refusalOf } from '../grammar-check.ts';

export interface LimitKind {
  readonly label: string;
  readonly flag: string;
  readonly grammar: ValueGrammar;
  readonly prompt: string;
  /** As it would be written behind the flag. */
  current(limits: Required<Limits>): string;
  /** `text` is one that the grammar accepts. */
  read(text: string): Limits;
}

function sizeText(bytes: number): string {
  const units = [['g', 2 ** 30], ['m', 2 ** 20], ['k', 2 ** 10]] as const;
  const unit = units.find(([, size]) => bytes > 0 && bytes % size === 0);
  return unit === undefined ? String(bytes) : `${bytes / unit[1]}${unit[0]}`;
}

function bytesOf(text: string): number {
  return text === '-1' ? -1 : (parseByteSize(text, newestCli)?.bytes ?? 0);
}

/** The grammar takes what Go takes: `1/2`, `1e-1`. */
function processorsOf(text: string): number {
  const fraction = parseRational(text);
  return fraction === undefined ? 0 : Number(fraction.numerator) / Number(fraction.denominator);
}

/** `0x40`, `1_000`. */
function countOf(text: string): number {
  const count = parseInteger(text);
  return typeof count === 'bigint' ? Number(count) : -1;
}

function policyOf(text: string): RestartPolicy {
  const [word = '', count = '0'] = text.split(':');
  return { name: restartPolicies.find((name) => name === word) ?? 'no', maximumRetries: Number(count) };
}

export const limitKinds: readonly LimitKind[] = [
  {
    label: 'Memory',
    flag: 'memory',
    grammar: memoryBytes,
    prompt: 'Such as 512m or 2g. Over the limit the process is killed (exit code 137). It cannot be lower than what is in use now.',
    current: ({ memory }) => sizeText(memory),
    read: (text) => ({ memory: bytesOf(text) }),
  },
  {
    label: 'Memory and swap together',
    flag: 'memory-swap',
    grammar: memorySwapBytes,
    prompt: 'As much as the memory for no swap at all, -1 for swap without a limit.',
    current: ({ memorySwap }) => (memorySwap < 0 ? '-1' : sizeText(memorySwap)),
    read: (text) => ({ memorySwap: bytesOf(text) }),
  },
  { label: 'Processors', flag: 'cpus', grammar: cpus, prompt: 'Such as 0.5 or 2. Over the limit the container is slowed down, not killed.', current: (each) => String(each.cpus), read: (text) => ({ cpus: processorsOf(text) }) },
  { label: 'Processes', flag: 'pids-limit', grammar: pidsLimit, prompt: 'Processes and threads together; -1 for no limit.', current: ({ pids }) => String(pids), read: (text) => ({ pids: countOf(text) }) },
  {
    label: 'Restart policy',
    flag: 'restart',
    grammar: restartPolicy,
    prompt: 'no, on-failure, on-failure:5, unless-stopped or always.',
    current: ({ restart }) => restartPolicyText(restart),
    read: (text) => ({ restart: policyOf(text) }),
  },
];

/** Whether the limit is now what was asked for. */
export function isApplied(kind: LimitKind, wanted: Limits, now: Required<Limits>): boolean {
  return kind.current({ ...now, ...wanted }) === kind.current(now);
}

/** An update cannot lift these limits: to the engine, zero means that they stay as they are. */
function changesNothing({ memory, memorySwap, cpus: processors }: Limits): boolean {
  return memory === 0 || memorySwap === 0 || processors === 0;
}

/** What is wrong with a value, in plain text; undefined where nothing is. */
export function limitProblem({ grammar, flag, read }: LimitKind, text: string): string | undefined {
  if (text === '') {
    return 'Write a value.';
  }
  const refusal = refusalOf(grammar, text, flag, 'update');
  if (refusal !== undefined) {
    return refusal;
  }
  const { memory = 1, memorySwap = 1, ...rest } = read(text);
  if (!Number.isSafeInteger(memory) || !Number.isSafeInteger(memorySwap)) {
    return 'That is more than any machine has.';
  }
  return changesNothing({ memory, memorySwap, ...rest }) ? 'Zero would leave the limit as it is: an update cannot lift it. Write how much is allowed.' : undefined;
}
