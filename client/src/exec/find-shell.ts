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

/** No shell is missing then: nothing can be started as somebody whom the image does not know. */
const unknownUser = /unable to find (?:user|group)|no matching entries in (?:passwd|group)/;

/** What the docker CLI makes of Podman's refusal of a user. */
const refusedUser = /unable to upgrade to tcp, received 500/;

/** Whether the program starts, and does nothing when told to do nothing. */
async function works(engine: Engine, id: string, shell: string, user: Pick<ExecOptions, 'user'>, signal: AbortSignal): Promise<boolean> {
  try {
    const session = await engine.exec(id, { command: [shell, '-c', 'exit 0'], tty: false, noInput: true, ...user }, { signal });
    // A shell that works says nothing. Docker writes its refusal there, instead of refusing.
    const said = await beginningOf(session);
    if (unknownUser.test(said) || (user.user !== undefined && refusedUser.test(said))) {
      throw new EngineError('conflict', 'The container has no such user.', said.trim());
    }
    return (await session.exitCode()) === 0;
  } catch (error) {
    // Some engines refuse a program that is not there, others start it and report how it failed.
    if (error instanceof EngineError && !unknownUser.test(error.details) && ['refused', 'engine-failed', 'not-found'].includes(error.reason) && !/container is gone/.test(error.message)) {
      return false;
    }
    throw error;
  }
}

/** Undefined where the image has none of them. Throws an EngineError where the container does not run, or does not know the user. */
export async function findShell(engine: Engine, id: string, remembered: string | undefined, user: Pick<ExecOptions, 'user'>, signal: AbortSignal): Promise<string | undefined> {
  for (const shell of shellCandidates(await engine.inspectContainer(id, { signal }), remembered)) {
    if (await works(engine, id, shell, user, signal)) {
      return shell;
    }
  }
  return undefined;
}

/** Characters of the output that are kept. */
const longest = 500;

/** Reads to the end, and keeps the beginning. */
async function beginningOf({ output }: ExecSession): Promise<string> {
  let text = '';
  for await (const { data } of output) {
    text += text.length < longest ? data.subarray(0, longest).toString() : '';
  }
  return text;
}
