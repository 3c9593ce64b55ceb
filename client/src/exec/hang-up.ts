/** Ends what ran in a terminal of the docker CLI that was closed: docker leaves it running in the container. */
import { randomUUID } from 'node:crypto';
import type { Engine } from '../engine/engine.ts';
import type { ExecOptions } from '../engine/streams.ts';
import { runOnce } from './run-once.ts';

/** Milliseconds for looking through the processes of the container. */
const patience = 20_000;

export interface HangUp {
  /** `NAME=value`, which whatever is started in the terminal inherits. */
  readonly variable: string;
  /** Sends SIGHUP, as a terminal does. What cannot be reached is left. */
  run(engine: Engine, id: string, exec: ExecOptions): Promise<void>;
}

/** By what each POSIX shell has built in: images need no tool for it. */
function script(variable: string): string {
  return `for e in /proc/[0-9]*/environ; do while read -r l || [ -n "$l" ]; do case "$l" in *${variable}*) p=\${e#/proc/}; kill -HUP "\${p%/environ}";; esac; done < "$e"; done 2>/dev/null`;
}

export function hangUp(): HangUp {
  const variable = `GANTRY_TERMINAL=${randomUUID()}`;
  return {
    variable,
    run: async (engine, id, { command, user }) => {
      const [shell = 'sh'] = command;
      await runOnce(engine, id, { command: [shell, '-c', script(variable)], ...(user !== undefined && { user }) }, AbortSignal.timeout(patience)).catch(() => undefined);
    },
  };
}
