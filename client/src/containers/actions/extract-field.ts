/** Finds out what `docker inspect --format` prints for a template that is written with help, and hands over the result or the line. */
import { containerStates } from '../../engine/container.ts';
import { maskSecrets } from '../../inspect/mask-secrets.ts';
import { editions } from '../../inspect/template/edition.ts';
import { Description } from '../../inspect/template/extract.ts';
import type { ContainerAction, Target } from '../action.ts';
import { commandLine, referenceTo } from '../command-line.ts';
import { displayText } from '../../text/display-text.ts';
import { detailsOf, messageOf } from '../../engine/plain-reason.ts';
import type { PickItem, Ui } from '../ui.ts';
import { type Descriptions, type Extracted, extractRows } from './extract-rows.ts';
import { namesOf } from './report-each.ts';

const memoryKey = 'extractField.template';

type Use = (ui: Ui) => Promise<void>;

function usesOf({ template, result }: Extracted, { container, cliOptions = [] }: Target): readonly PickItem<Use>[] {
  const line = commandLine(['docker', ...cliOptions, 'inspect', '--format', template, referenceTo(container)]);
  const copyLine: PickItem<Use> = { label: 'Copy docker Command', detail: displayText(line), value: (ui) => ui.copy(line) };
  if (result === undefined) {
    return [copyLine];
  }
  const { text, maskedText } = result;
  const name = `${referenceTo(container)}.field.txt`;
  const hasSecrets = text !== maskedText;
  const detail = displayText(maskedText);
  const uses: readonly PickItem<Use>[] = [
    { label: 'Copy Result', detail, value: (ui) => ui.copy(maskedText) },
    copyLine,
    { label: 'Open Result', detail: 'As a document that cannot be edited', value: (ui) => ui.showText(name, maskedText) },
  ];
  const withSecrets: readonly PickItem<Use>[] = [
    { label: 'Copy Result with Secrets', detail: 'Values that look like secrets go to the clipboard as they are', value: (ui) => ui.copy(text) },
    { label: 'Open Result with Secrets', detail: 'Values that look like secrets appear on the screen', value: (ui) => ui.showText(name, text) },
  ];
  return hasSecrets ? [...uses, ...withSecrets] : uses;
}

export const extractField: ContainerAction = {
  id: 'extractField',
  title: 'Extract Field…',
  place: { submenu: 'details' },
  states: containerStates,
  many: false,
  run: async ([target], { ui, memory }) => {
    if (target === undefined) {
      return;
    }
    let descriptions: Descriptions;
    try {
      const { engine, container } = target;
      const documents = await Promise.all(editions.map(async ({ api }) => (await engine.inspectContainer(container.id, { apiVersion: api })).document));
      descriptions = { whole: new Description(...documents), masked: new Description(...documents.map((document) => maskSecrets(document) as typeof document)) };
    } catch (error) {
      ui.report({ severity: 'error', message: `${namesOf([target])} could not be inspected. ${messageOf(error)}`, details: detailsOf(error) });
      return;
    }
    const last = memory.get(memoryKey);
    const title = `Extract Field of ${namesOf([target])}`;
    const extracted = await ui.compose({ title, placeholder: 'A name such as State, or a template; evaluated as docker 20.10 to 29 do', rows: (text) => extractRows(descriptions, text, last) });
    if (extracted === undefined) {
      return;
    }
    memory.set(memoryKey, extracted.template);
    const use = await ui.pick({ title, placeholder: displayText(extracted.template), items: usesOf(extracted, target) });
    await use?.(ui);
  },
};
