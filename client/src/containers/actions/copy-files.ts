/** Copies files out of a container and into it, and opens its files for browsing. */
import path from 'node:path';
import { intactStates } from '../../engine/container.ts';
import { fieldsOf, textOf } from '../../engine/json-value.ts';
import { normalPath } from '../../engine/container-path.ts';
import { copyFromContainer } from '../../files/copy-from-container.ts';
import { copyToContainer } from '../../files/copy-to-container.ts';
import type { Answer, CopyControl, CopyProgress, CopyReport } from '../../files/copy-job.ts';
import { FileProblem, shownPath } from '../../files/file-problem.ts';
import type { ActionContext, ContainerAction, Target } from '../action.ts';
import { bytesText } from '../../text/byte-text.ts';
import { detailsOf, messageOf } from '../../engine/plain-reason.ts';
import type { Ui } from '../ui.ts';
import { paced } from './paced.ts';
import { namesOf } from './report-each.ts';

/** As with the export: between two attempts to start it is there, too. */
const common = { place: { submenu: 'files' }, states: intactStates, many: false } as const;

function counted({ files, bytes, totalBytes }: Pick<CopyProgress, 'files' | 'bytes' | 'totalBytes'>): string {
  const amount = totalBytes === undefined ? bytesText(bytes) : `${bytesText(bytes)} of ${bytesText(totalBytes)}`;
  return `${files} ${files === 1 ? 'file' : 'files'}, ${amount}`;
}

function pathProblem(text: string): string | undefined {
  return text.trim().startsWith('/') ? undefined : 'Write a path that begins with /.';
}

/** Dismissed, the question ends the copy. */
async function askAbout(ui: Ui, file: string): Promise<Answer> {
  const answer = await ui.pick<Answer>({
    title: 'Replace?',
    placeholder: `${file} exists`,
    items: [
      { label: 'Replace', value: 'overwrite' },
      { label: 'Replace All', description: 'without further questions', value: 'overwrite-all' },
      { label: 'Keep', value: 'skip' },
      { label: 'Keep All', description: 'copies only what is not there yet', value: 'skip-all' },
    ],
  });
  return answer ?? 'cancel';
}

/** What a container was asked for before, else the folder in which its processes start. */
async function usualFolder({ engine, container }: Target, { memory }: ActionContext): Promise<string> {
  const remembered = memory.get(folderKey(container.image));
  if (remembered !== undefined) {
    return remembered;
  }
  const { document } = await engine.inspectContainer(container.id);
  return textOf(fieldsOf(fieldsOf(document)['Config'])['WorkingDir']) || '/';
}

function folderKey(image: string): string {
  return `folder:${image}`;
}

interface Wording {
  /** `Copying from web`. */
  readonly title: string;
  /** `from web to /home/me`. */
  readonly route: string;
}

/** Shows the progress, and says what became of it: nothing in the view does. */
async function copying({ title, route }: Wording, { ui, clock }: ActionContext, copy: (control: CopyControl) => Promise<CopyReport>): Promise<void> {
  try {
    const report = await ui.progress({ title, cancellable: true }, (tell, signal) =>
      copy({
        signal,
        onConflict: (file) => askAbout(ui, file),
        onProgress: paced(clock, (progress) => tell(counted(progress))),
      }),
    );
    const left = report.skippedCount === 0 ? '' : ` Left out: ${report.skippedCount}.`;
    ui.report({
      severity: left === '' ? 'info' : 'warning',
      message: `Copied ${counted(report)}, ${route}.${left}`,
      ...(left !== '' && { details: report.skipped.map((each) => `${each.path}: ${each.why}`).join('\n') }),
    });
  } catch (error) {
    const problem = error instanceof FileProblem ? error : undefined;
    ui.report({ severity: problem?.reason === 'cancelled' ? 'info' : 'error', message: problem?.message ?? messageOf(error), details: problem?.details ?? detailsOf(error) });
  }
}

/** The folder keeps the name of the container where its whole root is wanted. */
function destinationIn(folder: string, source: string, { container: { name } }: Target): string {
  return normalPath(source) === '/' ? path.join(folder, name.replace(/[^\w.-]/g, '-')) : folder;
}

/** Asks where to, and copies. */
export async function copyOut(target: Target, source: string, context: ActionContext): Promise<void> {
  const { ui } = context;
  const folder = await ui.openLocal({ title: `Copy ${shownPath(source)} to`, button: 'Copy Here', what: 'folder' });
  if (folder?.[0] === undefined) {
    return;
  }
  const destination = destinationIn(folder[0], source, target);
  await copying({ title: `Copying from ${namesOf([target])}`, route: `from ${namesOf([target])} to ${destination}` }, context, (control) =>
    copyFromContainer(target.engine, { ...control, id: target.container.id, source, destination }),
  );
}

/** `destination`: a folder of the container. */
export async function copyIn(target: Target, sources: readonly string[], destination: string, context: ActionContext): Promise<void> {
  await copying({ title: `Copying into ${namesOf([target])}`, route: `into ${namesOf([target])} at ${shownPath(destination)}` }, context, (control) =>
    copyToContainer(target.engine, { ...control, id: target.container.id, sources, destination }),
  );
  // Whatever became of it: what was cancelled or failed may have left something.
  context.ui.noteFiles(target.engine, target.container.name, normalPath(destination));
}

/** Asks for the folder, and copies. The answer is remembered for this image. */
export async function copyInAsking(target: Target, sources: readonly string[], context: ActionContext): Promise<void> {
  const { ui, memory } = context;
  const what = sources.length === 1 ? path.basename(sources[0] ?? '') : `${sources.length} Items`;
  let folder: string;
  try {
    folder = await usualFolder(target, context);
  } catch (error) {
    ui.report({ severity: 'error', message: `Nothing could be copied into ${namesOf([target])}. ${messageOf(error)}`, details: detailsOf(error) });
    return;
  }
  const destination = await ui.ask({ title: `Copy ${shownPath(what)} into ${namesOf([target])}`, prompt: 'A folder of the container; for one file or folder also its new path', value: folder, validate: pathProblem });
  if (destination !== undefined) {
    memory.set(folderKey(target.container.image), destination.trim());
    await copyIn(target, sources, destination.trim(), context);
  }
}

export const browseFiles: ContainerAction = {
  ...common,
  id: 'browseFiles',
  place: 'inspect',
  title: 'Browse Files',
  run: async ([target], { ui }) => {
    if (target !== undefined) {
      await ui.browseFiles(target.engine, target.container.name);
    }
  },
};

export const copyFrom: ContainerAction = {
  ...common,
  id: 'copyFrom',
  title: 'Copy from Container…',
  run: async ([target], context) => {
    if (target === undefined) {
      return;
    }
    const { ui, memory } = context;
    const key = `source:${target.container.image}`;
    let value: string;
    try {
      value = memory.get(key) ?? (await usualFolder(target, context));
    } catch (error) {
      ui.report({ severity: 'error', message: `Nothing could be copied from ${namesOf([target])}. ${messageOf(error)}`, details: detailsOf(error) });
      return;
    }
    const source = await ui.ask({ title: `Copy from ${namesOf([target])}`, prompt: 'A file or folder of the container. “Browse Files” shows what there is.', value, placeholder: '/etc/hosts', validate: pathProblem });
    if (source !== undefined) {
      memory.set(key, source.trim());
      await copyOut(target, source.trim(), context);
    }
  },
};

export const copyInto: ContainerAction = {
  ...common,
  id: 'copyInto',
  title: 'Copy into Container…',
  run: async ([target], context) => {
    if (target === undefined) {
      return;
    }
    const title = `Copy into ${namesOf([target])}`;
    const what = await context.ui.pick({ title, placeholder: 'What is to be copied?', items: [{ label: 'Files', value: 'files' as const }, { label: 'Folders', value: 'folders' as const }] });
    const sources = what === undefined ? undefined : await context.ui.openLocal({ title, button: 'Copy', what });
    if (sources !== undefined && sources.length > 0) {
      await copyInAsking(target, sources, context);
    }
  },
};
