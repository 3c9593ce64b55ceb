/** Finds a shell in a running container by trying: images need neither `which` nor any other tool for it. */
import type { ContainerDetails } from '../engine/container.ts';
import type { Engine } from '../engine/engine.ts';
import { EngineError } from '../engine/errors.ts';
import type { ExecOptions, ExecSession } from '../engine/streams.ts';

/** What an ordinary image has, the most comfortable first. */
const usual = ['bash', 'ash', 'sh'];

/** In the order in which they are tried: the user's choice for this image, the image's own, the usual ones. */
export function shellCandidates({ environment }: Pick<ContainerDetails, 'environment'>, remembered: string | undefined): string[] {
  const own = environment.find((entry) => entry.startsWith('SHELL='))?.slice('SHELL='.length);
  return [...new Set([remembered, own, ...usual].filter((shell) => shell !== undefined && shell.trim() !== ''))] as string[];
}

/** Whether the program starts, and does nothing when told to do nothing. */
async function works(engine: Engine, id: string, shell: string, user: Pick<ExecOptions, 'user'>, signal: AbortSignal): Promise<boolean> {
  try {
    const session = await engine.exec(id, { command: [shell, '-c', 'exit 0'], tty: false, ...user }, { signal });
    session.endInput();
    // A shell that works says nothing; what others say is of no interest.
    await drain(session);
    return (await session.exitCode()) === 0;
  } catch (error) {
    // Some engines refuse a program that is not there, others start it and report how it failed.
    if (error instanceof EngineError && ['refused', 'engine-failed', 'not-found'].includes(error.reason) && !/container is gone/.test(error.message)) {
      return false;
    }
    throw error;
  }
}

/** Undefined where the image has none of them. Throws an EngineError where the container does not run. */
export async function findShell(engine: Engine, id: string, remembered: string | undefined, user: Pick<ExecOptions, 'user'>, signal: AbortSignal): Promise<string | undefined> {
  for (const shell of shellCandidates(await engine.inspectContainer(id, { signal }), remembered)) {
    if (await works(engine, id, shell, user, signal)) {
      return shell;
    }
  }
  return undefined;
}

async function drain({ output }: ExecSession): Promise<void> {
  const iterator = output[Symbol.asyncIterator]();
  while ((await iterator.next()).done !== true);
}
