/** Writes the files of a container into a tar archive. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { intactStates } from '../../engine/container.ts';
import type { ContainerAction, Target } from '../action.ts';
import { bytesText } from '../../text/byte-text.ts';
import { EngineError } from '../../engine/errors.ts';
import { doToEach } from './each-target.ts';
import { paced } from './paced.ts';
import { namesOf, reportEach } from './report-each.ts';

/** Counts what flows through it. */
function counter(tell: (bytes: number) => void): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      tell(bytes);
      done(null, chunk);
    },
  });
}

/** The file appears under its name only when it is whole. */
async function exportTo(file: string, { engine, container }: Target, tell: (bytes: number) => void, signal: AbortSignal): Promise<void> {
  const partial = `${file}.${randomUUID().slice(0, 8)}.partial`;
  try {
    const source = await engine.exportFileSystem(container.id, { signal });
    await pipeline(source, counter(tell), createWriteStream(partial, { mode: 0o600, flags: 'wx' }), { signal });
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    if (signal.aborted) {
      throw new EngineError('aborted', 'The export was cancelled.');
    }
    throw error instanceof EngineError ? error : new EngineError('engine-failed', `The archive could not be written to ${file}.`, String(error));
  }
}

export const exportFileSystem: ContainerAction = {
  id: 'exportFileSystem',
  title: 'Export File System…',
  place: { submenu: 'files' },
  states: intactStates,
  many: false,
  run: async (targets, { ui, clock }) => {
    const file = await ui.saveAs({ title: `Export the Files of ${namesOf(targets)}`, fileName: `${targets[0]?.container.name.replace(/[^\w.-]/g, '-') ?? 'container'}.tar` });
    if (file === undefined) {
      return;
    }
    const results = await ui.progress({ title: `Exporting ${namesOf(targets)}`, cancellable: true }, (report, signal) =>
      doToEach(targets, (target) => exportTo(file, target, paced(clock, (bytes) => report(bytesText(bytes))), signal), { signal }),
    );
    if (results.abandoned.length > 0) {
      ui.report({ severity: 'info', message: 'The export was cancelled; no file was left behind.' });
    } else {
      reportEach(ui, results, { failed: 'could not be exported', told: `was exported to ${file}` });
    }
  },
};
