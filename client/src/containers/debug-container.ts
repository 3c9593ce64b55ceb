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

/** The image has to be there. Closing the session removes the container, whatever still runs in it. */
export async function startDebugContainer(engine: Engine, id: string, image: string, signal: AbortSignal): Promise<ExecSession> {
  const debug = await engine.create({ image, command, tty: true, beside: id, labels: { 'gantry.debug-of': id } }, { signal });
  const remove = () => engine.remove(debug, { force: true, volumes: true }).catch(() => undefined);
  try {
    // Before it starts, so that nothing that it writes is missed.
    const session = await engine.attach(debug, { tty: true }, { signal });
    await engine.start(debug, { signal });
    // Asked now, because once it has ended, it may be gone. Podman forgets the code then, and is asked before.
    const ended = engine.wait(debug);
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
