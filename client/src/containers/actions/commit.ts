/** Makes an image of what a container has become. */
import { intactStates } from '../../engine/container.ts';
import { parseImageReference } from '../../../../server/src/language/docker/image-reference.ts';
import type { ContainerAction } from '../action.ts';
import { displayText } from '../../text/display-text.ts';
import { plainText } from '../grammar-check.ts';
import { doToEach } from './each-target.ts';
import { namesOf, reportEach } from './report-each.ts';

function problemOf(text: string): string | undefined {
  if (text.trim() === '') {
    return 'Write a name, such as web-debug:1.';
  }
  if (text.includes('@')) {
    return 'A new image gets a tag; its digest is made from what is in it.';
  }
  const problem = parseImageReference(text.trim()).problems.find(({ refusedBy }) => refusedBy !== 'nobody');
  return problem === undefined ? undefined : plainText(problem.message);
}

export const commit: ContainerAction = {
  id: 'commit',
  title: 'Commit to Image…',
  place: 'change',
  // Of a container that keeps failing, the image is where to look for the reason.
  states: intactStates,
  many: false,
  run: async (targets, { ui }) => {
    const reference = await ui.ask({
      title: `Commit ${namesOf(targets)} to an Image`,
      prompt: 'The name of the image. It holds the files as they are now, without volumes, but with every secret in the environment.',
      placeholder: 'web-debug:1',
      validate: problemOf,
    });
    if (reference === undefined) {
      return;
    }
    const results = await ui.progress({ title: `Committing to ${displayText(reference.trim())}`, cancellable: true }, (_, signal) =>
      doToEach(targets, async ({ engine, container }) => {
        const id = await engine.commit(container.id, { reference: reference.trim(), pause: true }, { signal });
        ui.report({ severity: 'info', message: `The image ${displayText(reference.trim())} was made: ${displayText(id.replace(/^sha256:/, '').slice(0, 12))}.` });
      }, { signal }),
    );
    reportEach(ui, results, { failed: 'could not be committed', goesOn: 'The engine may go on to commit' });
  },
};
