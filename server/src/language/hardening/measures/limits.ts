/** Measures that keep one container from starving its host: memory, processor time, processes. */
import { lastUse, literalValue } from '../../command/docker-command.ts';
import { parseByteSize } from '../../docker/values/scan/byte-size.ts';
import { absent, adding, declined, lacking, left, present, unknown, type Measure, type MeasureState, type Subject } from '../measure.ts';

function bytesOf({ command, version }: Subject, flag: string): number {
  return parseByteSize(literalValue(command, flag) ?? '', version)?.bytes ?? 0;
}

/** The limit that stands there, when it is literal and one that swap can be held against. */
function givenLimit(subject: Subject): string | undefined {
  const text = literalValue(subject.command, 'memory');
  return text !== undefined && /^[\w.]+$/.test(text) && bytesOf(subject, 'memory') > 0 ? text : undefined;
}

function memoryState(subject: Subject): MeasureState {
  const { command, values, version } = subject;
  const swap = lastUse(command, 'memory-swap');
  const limit = lastUse(command, 'memory');
  if (swap?.value.literal === false || limit?.value.literal === false) {
    return unknown;
  }
  if (swap !== undefined) {
    const equal = limit !== undefined && bytesOf(subject, 'memory') === bytesOf(subject, 'memory-swap') && bytesOf(subject, 'memory') > 0;
    return equal ? present : declined('swap was given a size of its own');
  }
  if (limit !== undefined) {
    return givenLimit(subject) === undefined ? declined('no limit was chosen') : lacking('--memory-swap');
  }
  const planned = parseByteSize(values.memory, version)?.bytes ?? 0;
  const wanted = Math.max(bytesOf(subject, 'memory-reservation'), bytesOf(subject, 'shm-size'));
  return lastUse(command, 'memory-reservation')?.value.literal === false ? unknown : wanted >= planned ? left('needs a limit above the memory that it asks for') : absent;
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
      return !use.value.literal ? unknown : Number(use.value.text) > 0 ? present : declined('no limit was chosen');
    }
    const other = ['cpu-quota', 'cpu-period', 'cpuset-cpus'].find((name) => lastUse(command, name) !== undefined);
    return other === undefined ? absent : left(`limited by \`--${other}\``);
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
    return use === undefined ? absent : !use.value.literal ? unknown : Number(use.value.text) > 0 ? present : declined('no limit was chosen');
  },
  offers: ({ values }) => [adding([{ name: '--pids-limit', value: values.pidsLimit, setting: 'pidsLimit' }])],
};
