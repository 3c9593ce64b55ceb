/** A container beside another one, to look into what has no shell: it shares the processes and the network, and goes away when it ends. */
import type { Engine } from '../engine/engine.ts';
import type { ExecSession } from '../engine/streams.ts';
import { commandLine, referenceTo } from './command-line.ts';
import type { Target } from './action.ts';

/** What everybody has or gets quickly. */
export const usualDebugImage = 'busybox';
const command = ['sh'];

/** The line that starts one, for a POSIX shell. */
export function debugLine({ container, cliOptions = [] }: Pick<Target, 'container' | 'cliOptions'>, image: string): string {
  const shared = `container:${referenceTo(container)}`;
  return commandLine(['docker', ...cliOptions, 'run', '-it', '--rm', '--pid', shared, '--network', shared, image, ...command]);
}

export interface DebugContainer {
  readonly id: string;
  /** Whatever still runs in it. */
  readonly remove: () => Promise<void>;
}

/** Does not start it yet. The image has to be there. */
export async function createDebugContainer(engine: Engine, beside: string, image: string): Promise<DebugContainer> {
  const id = await engine.create({ image, command, tty: true, beside, labels: { 'gantry.debug-of': beside } });
  return { id, remove: () => engine.remove(id, { force: true, volumes: true }).catch(() => undefined) };
}

/** Closing the session removes the container. */
export async function startDebugContainer(engine: Engine, beside: string, image: string, signal: AbortSignal): Promise<ExecSession> {
  const { id, remove } = await createDebugContainer(engine, beside, image);
  try {
    // Before it starts, so that nothing that it writes is missed.
    const session = await engine.attach(id, { tty: true }, { signal });
    await engine.start(id, { signal });
    // Asked now, because once it has ended, it may be gone. Podman forgets the code then, and is asked before.
    const ended = engine.wait(id);
    ended.catch(() => undefined);
    return {
      ...session,
      exitCode: async () => (await session.exitCode().catch(() => undefined)) ?? ended,
      close: () => {
        session.close();
        void remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
