/** What helps where a container has no shell: another container beside it, and the files, which need none. */
import { parseImageReference } from '../../../../server/src/language/docker/image-reference.ts';
import { createDebugContainer, debugLine, startDebugContainer, usualDebugImage, type DebugContainer } from '../debug-container.ts';
import { EngineError } from '../../engine/errors.ts';
import type { ActionContext, Target } from '../action.ts';
import { commandLine } from '../command-line.ts';
import { displayText } from '../../text/display-text.ts';
import { plainText } from '../grammar-check.ts';
import { detailsOf, messageOf } from '../../engine/plain-reason.ts';
import { openProgram } from '../program-terminal.ts';
import { nameOf } from './report-each.ts';

const imageKey = 'debug-image';

function problemOf(text: string): string | undefined {
  if (text.trim() === '') {
    return 'Write the name of an image that has a shell, such as busybox.';
  }
  const problem = parseImageReference(text.trim()).problems.find(({ refusedBy }) => refusedBy !== 'nobody');
  return problem === undefined ? undefined : plainText(problem.message);
}

async function open(target: Target, image: string, context: ActionContext): Promise<void> {
  const { ui } = context;
  const { engine, container, cliOptions = [] } = target;
  try {
    await engine.inspectImage(image);
  } catch (error) {
    const missing = error instanceof EngineError && error.reason === 'not-found';
    const message = missing ? `The image ${displayText(image, 100)} is not on this engine, and Gantry pulls none by itself. Pull it first: ${displayText(commandLine(['docker', ...cliOptions, 'pull', image]), 200)}` : `${notStarted(target)} ${messageOf(error)}`;
    ui.report({ severity: missing ? 'warning' : 'error', message, details: detailsOf(error) });
    return;
  }
  let made: DebugContainer | undefined;
  try {
    await openProgram(engine, context, {
      name: `${container.name}: ${image} beside it`,
      greeting: `A container beside ${nameOf(target)}: it sees its processes and its network, and its files in /proc/1/root. It is removed when this shell ends.`,
      leaves: true,
      tty: true,
      byApi: (signal) => startDebugContainer(engine, container.id, image, signal),
      byCli: async (cli) => {
        made = await createDebugContainer(engine, container.id, image);
        return cli.start(made.id);
      },
      closed: () => void made?.remove(),
    });
  } catch (error) {
    ui.report({ severity: 'error', message: `${notStarted(target)} ${messageOf(error)}`, details: detailsOf(error) });
  }
}

function notStarted(target: Target): string {
  return `No debug container could be started for ${nameOf(target)}.`;
}

/** Says that there is no shell, and offers the ways around. */
export async function offerWithoutShell(target: Target, context: ActionContext): Promise<void> {
  const { ui, memory } = context;
  const remembered = memory.get(imageKey) ?? usualDebugImage;
  const choice = await ui.pick<'copy' | 'open'>({
    title: `${nameOf(target)} has no shell`,
    placeholder: 'Its image holds the program alone. “Browse Files” shows its files all the same.',
    items: [
      { label: 'Open a debug container…', description: 'removed when its shell ends', detail: 'A container beside it, with its processes and its network, from an image that has a shell', value: 'open' },
      { label: 'Copy the command for one…', detail: displayText(debugLine(target, remembered)), value: 'copy' },
    ],
  });
  if (choice === undefined) {
    return;
  }
  const answer = await ui.ask({ title: `Debug Container for ${nameOf(target)}`, prompt: 'An image that has a shell', value: remembered, validate: problemOf });
  const image = answer?.trim();
  if (image === undefined) {
    return;
  }
  memory.set(imageKey, image);
  if (choice === 'copy') {
    await ui.copy(debugLine(target, image));
  } else {
    await open(target, image, context);
  }
}
