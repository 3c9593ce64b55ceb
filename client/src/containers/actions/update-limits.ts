/** Changes the limits and the restart policy of living containers: `docker update`, with what applies now in sight. */
import { cpus } from '../../../../server/src/language/docker/values/cpus.ts';
import { pidsLimit } from '../../../../server/src/language/docker/values/integers.ts';
import { memoryBytes } from '../../../../server/src/language/docker/values/memory-bytes.ts';
import { memorySwapBytes } from '../../../../server/src/language/docker/values/memory-swap-bytes.ts';
import { restartPolicy } from '../../../../server/src/language/docker/values/restart-policy.ts';
import { parseByteSize } from '../../../../server/src/language/docker/values/scan/byte-size.ts';
import type { ValueGrammar } from '../../../../server/src/language/docker/values/value-grammar.ts';
import { newestCli } from '../../../../server/src/language/docker/versions.ts';
import type { ContainerDetails, Limits, RestartPolicy } from '../../engine/container.ts';
import type { ContainerAction, Target } from '../action.ts';
import { displayText } from '../display-text.ts';
import { refusalOf } from '../grammar-check.ts';
import type { Ui } from '../ui.ts';
import { doToEach, namesOf, reportEach } from './each-target.ts';

interface Limit {
  readonly label: string;
  readonly flag: string;
  readonly grammar: ValueGrammar;
  readonly prompt: string;
  /** As it would be written behind the flag. */
  current(limits: Required<Limits>): string;
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

const policies: readonly RestartPolicy['name'][] = ['no', 'always', 'unless-stopped', 'on-failure'];

function policyOf(text: string): RestartPolicy {
  const [word = '', count = '0'] = text.split(':');
  return { name: policies.find((name) => name === word) ?? 'no', maximumRetries: Number(count) };
}

const limits: readonly Limit[] = [
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
  { label: 'Processors', flag: 'cpus', grammar: cpus, prompt: 'Such as 0.5 or 2. Over the limit the container is slowed down, not killed.', current: (each) => String(each.cpus), read: (text) => ({ cpus: Number(text) }) },
  { label: 'Processes', flag: 'pids-limit', grammar: pidsLimit, prompt: 'Processes and threads together; -1 for no limit.', current: ({ pids }) => String(pids), read: (text) => ({ pids: Number(text) }) },
  {
    label: 'Restart policy',
    flag: 'restart',
    grammar: restartPolicy,
    prompt: 'no, on-failure, on-failure:5, unless-stopped or always.',
    current: ({ restart: { name, maximumRetries } }) => (name === 'on-failure' && maximumRetries > 0 ? `${name}:${maximumRetries}` : name),
    read: (text) => ({ restart: policyOf(text) }),
  },
];

async function askLimits(ui: Ui, targets: readonly Target[], now: ContainerDetails): Promise<Limits | undefined> {
  const title = `Update Limits of ${namesOf(targets)}`;
  const items = limits.map((limit) => ({ label: limit.label, description: `--${limit.flag}`, detail: `Now: ${limit.current(now.limits)}`, value: limit }));
  const chosen = await ui.pickMany({ title, placeholder: 'What to change', items });
  let changed: Limits = {};
  for (const { label, flag, grammar, prompt, current, read } of chosen ?? []) {
    const validate = (text: string) => (text.trim() === '' ? 'Write a value.' : refusalOf(grammar, text.trim(), flag, 'update'));
    const answer = await ui.ask({ title: `${title}: ${label}`, prompt, value: current(now.limits), validate });
    if (answer === undefined) {
      return undefined;
    }
    changed = { ...changed, ...read(answer.trim()) };
  }
  return Object.keys(changed).length === 0 ? undefined : changed;
}

export const updateLimits: ContainerAction = {
  id: 'updateLimits',
  title: 'Update Limits…',
  group: 'change',
  states: ['created', 'running', 'paused', 'restarting', 'exited'],
  many: true,
  run: async (targets, { ui }) => {
    const [first] = targets;
    if (first === undefined) {
      return;
    }
    // One look before the question: a container that is gone is reported here, and asked about no more.
    let now: ContainerDetails | undefined;
    const looked = await doToEach([first], async ({ engine, container }) => {
      now = await engine.inspectContainer(container.id);
    });
    reportEach(ui, looked, { failed: 'could not be looked at' });
    const changed = now === undefined ? undefined : await askLimits(ui, targets, now);
    if (changed === undefined) {
      return;
    }
    const warnings: string[] = [];
    const results = await doToEach(targets, async ({ engine, container }) => {
      warnings.push(...(await engine.update(container.id, changed)));
    });
    reportEach(ui, results, { failed: 'kept its limits' });
    if (warnings.length > 0) {
      ui.report({ severity: 'warning', message: displayText(warnings[0] ?? '', 300), details: warnings.map((each) => displayText(each, 500)).join('\n') });
    }
  },
};
