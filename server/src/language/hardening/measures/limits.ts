/** Measures that keep one container from starving its host: memory, processor time, processes. */
import { lastUse, literalValue, type FlagUse } from '../../command/docker-command.ts';
import { parseByteSize } from '../../docker/values/scan/byte-size.ts';
import { absent, adding, declined, lacking, left, present, unknown, unreadable, type Measure, type MeasureState, type Subject } from '../measure.ts';

function bytesOf({ command, version }: Subject, flag: string): number {
  return parseByteSize(literalValue(command, flag) ?? '', version)?.bytes ?? 0;
}

/** The limit that stands there, when it is literal and one that swap can be held against. */
function givenLimit(subject: Subject): string | undefined {
  const text = literalValue(subject.command, 'memory');
  return text !== undefined && /^[\w.]+$/.test(text) && bytesOf(subject, 'memory') > 0 ? text : undefined;
}

function swapState(subject: Subject, swap: string): MeasureState {
  if (swap === '-1') {
    return declined('as much swap as there is was chosen');
  }
  const total = bytesOf(subject, 'memory-swap');
  if (total === 0) {
    return declined('a total of 0 means twice `--memory`');
  }
  return bytesOf(subject, 'memory') === total ? present : declined('swap was given a size of its own');
}

function memoryState(subject: Subject): MeasureState {
  const { command, values, version } = subject;
  const swap = lastUse(command, 'memory-swap');
  const limit = lastUse(command, 'memory');
  if (swap?.value.literal === false || limit?.value.literal === false) {
    return unknown;
  }
  if (limit !== undefined && givenLimit(subject) === undefined) {
    return declined('no limit was chosen');
  }
  if (swap !== undefined) {
    return swapState(subject, swap.value.text);
  }
  if (limit !== undefined) {
    return lacking('--memory-swap');
  }
  const planned = parseByteSize(values.memory, version)?.bytes ?? 0;
  const wanted = Math.max(bytesOf(subject, 'memory-reservation'), bytesOf(subject, 'shm-size'));
  return lastUse(command, 'memory-reservation')?.value.literal === false ? unknown : wanted >= planned ? left('it asks for more memory than the usual limit') : absent;
}

export const memory: Measure = {
  id: 'memory',
  name: 'Memory limit without swap',
  flag: '--memory',
  protects: 'A leak ends this container, not the host: memory and swap together have one limit.',
  risk: 'above the limit the kernel kills the program (exit code 137)',
  core: true,
  state: memoryState,
  offers: (subject) => {
    const given = givenLimit(subject);
    const { memory: value } = subject.values;
    return [
      given === undefined
        ? adding([{ name: '--memory', value, setting: 'memory' }, { name: '--memory-swap', value, setting: 'memory' }])
        : adding([{ name: '--memory-swap', value: given }]),
    ];
  },
};

/** Of a plain number, of which zero and less mean no limit. */
function limitState({ value: { literal, text } }: FlagUse): MeasureState {
  if (!literal) {
    return unknown;
  }
  const limit = text === '' ? Number.NaN : Number(text);
  return Number.isNaN(limit) ? unreadable : limit > 0 ? present : declined('no limit was chosen');
}

export const cpus: Measure = {
  id: 'cpus',
  name: 'Processor limit',
  flag: '--cpus',
  protects: 'A busy loop takes this share of the processors and leaves the rest to the others.',
  risk: 'above the limit the program is slowed down, which shows as latency',
  core: true,
  state: ({ command }) => {
    const use = lastUse(command, 'cpus');
    if (use !== undefined) {
      return limitState(use);
    }
    const other = ['cpu-quota', 'cpuset-cpus'].find((name) => lastUse(command, name) !== undefined);
    if (other !== undefined) {
      const text = literalValue(command, other) ?? '1';
      return other === 'cpu-quota' && !(Number(text) > 0) ? declined('no limit was chosen') : left(`limited by \`--${other}\``);
    }
    return lastUse(command, 'cpu-period') === undefined ? absent : left('the engine refuses it together with `--cpu-period`');
  },
  offers: ({ values }) => [adding([{ name: '--cpus', value: values.cpus, setting: 'cpus' }])],
};

export const pidsLimit: Measure = {
  id: 'pids-limit',
  name: 'Process limit',
  flag: '--pids-limit',
  protects: 'A fork bomb or a thread leak cannot use up the process table of the host.',
  risk: 'programs with many threads fail to start more of them',
  core: true,
  state: ({ command }) => {
    const use = lastUse(command, 'pids-limit');
    return use === undefined ? absent : limitState(use);
  },
  offers: ({ values }) => [adding([{ name: '--pids-limit', value: values.pidsLimit, setting: 'pidsLimit' }])],
};
