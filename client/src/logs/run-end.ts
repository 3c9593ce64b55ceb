/** When and how one run of a container ended, asked of engines that are in the middle of noting it. */
import { pause } from '../engine/clock.ts';
import { isUp, type ContainerDetails } from '../engine/container.ts';
import type { Engine } from '../engine/engine.ts';
import { EngineError } from '../engine/errors.ts';
import type { SourceOptions } from './log-source.ts';

export interface RunEnd {
  /** Absent where nobody knows it any more. */
  readonly exitCode?: number;
  readonly oomKilled: boolean;
}

/** Milliseconds between questions to an engine that fails: Podman does while a program ends. */
const stumbles = [50, 200, 800];

/** Milliseconds in which an engine that has closed the log notes the end of the program. */
const noted = 1_000;

export async function inspected({ engine, id, signal, clock }: SourceOptions): Promise<ContainerDetails> {
  for (const milliseconds of stumbles) {
    try {
      return await engine.inspectContainer(id, { signal });
    } catch (error) {
      if (!(error instanceof EngineError) || error.reason !== 'engine-failed') {
        throw error;
      }
      await pause(clock, milliseconds, signal);
    }
  }
  return engine.inspectContainer(id, { signal });
}

/** Resolves when the container has ended, or gone, since then. */
export async function untilEnded(engine: Engine, id: string, since: number, signal: AbortSignal): Promise<void> {
  for await (const event of engine.events({ types: ['container'], actions: ['die', 'died', 'destroy', 'remove'], since }, signal)) {
    if (event.id === id) {
      return;
    }
  }
}

/** Resolves to whether the container ended in time. */
async function endsSoon({ engine, id, signal, clock }: SourceOptions, since: number): Promise<boolean> {
  const done = new AbortController();
  const within = AbortSignal.any([signal, done.signal]);
  try {
    const over = pause(clock, noted, within).then(() => false);
    // Where the events fail, the time is waited for all the same: what is asked next is asked again and again.
    return await Promise.race([untilEnded(engine, id, since, within).then(() => true, () => over), over]);
  } finally {
    done.abort();
  }
}

/** By the events between that run and a later one, as far as the engine remembers: Podman may keep none. */
async function endBefore({ engine, id, signal }: SourceOptions, run: number, next: number): Promise<RunEnd | undefined> {
  for await (const event of engine.events({ types: ['container'], actions: ['die', 'died'], container: id, since: run, until: next }, signal)) {
    const { exitCode = event.attributes['containerExitCode'] } = event.attributes;
    if (event.id === id && exitCode !== undefined) {
      return { exitCode: Number(exitCode), oomKilled: false };
    }
  }
  return undefined;
}

/**
 * How the run ended that began at `run`, by the engine's clock in milliseconds. Undefined where it goes on: engines close a log
 * before they note the end, or for reasons of their own.
 */
export async function endOfRun(options: SourceOptions, run: number): Promise<RunEnd | undefined> {
  const goesOn = (details: ContainerDetails) => details.startedAt === run && isUp(details.state);
  let now = await inspected(options);
  if (goesOn(now) && (await endsSoon(options, run))) {
    now = await inspected(options);
  }
  if (goesOn(now)) {
    return undefined;
  }
  const { startedAt = run } = now;
  const own = startedAt === run ? now : await endBefore(options, run, startedAt);
  // What is known of the last run is told where that is over as well: its lines have been read with those of this one.
  return own ?? (isUp(now.state) ? { oomKilled: false } : now);
}
