/** What must hold of every change that hardens a command, whatever the command. */
import assert from 'node:assert/strict';
import type { DockerCommand } from '../../server/src/language/command/docker-command.ts';
import type { CodeAction } from '../../server/src/language/features/code-actions.ts';
import { analyse, type AnalysisSettings } from '../../server/src/language/features/snapshot.ts';
import type { DocumentKind } from '../../server/src/language/shell/document-kind.ts';
import { applyEdits } from '../../server/src/language/text/edit.ts';

export interface Document {
  readonly text: string;
  readonly kind: DocumentKind;
  readonly settings: AnalysisSettings;
}

function commandsOf({ text, kind, settings }: Document): DockerCommand[] {
  return analyse(text, kind, settings).regions.flatMap(({ commands }) => commands);
}

/** Takes the loopback address away where only one side has it. */
function sameWord(before: string, after: string): boolean {
  return before === after || [...after.matchAll(/127\.0\.0\.1:{0,2}/g)].some(({ index, 0: address }) => after.slice(0, index) + after.slice(index + address.length) === before);
}

/** The words that were put in; fails where a word of the user is gone, changed or elsewhere. */
export function insertedWords(before: readonly string[], after: readonly string[]): string[] {
  const inserted: string[] = [];
  let next = 0;
  for (const word of after) {
    if (next < before.length && sameWord(before[next] ?? '', word)) {
      next++;
    } else {
      inserted.push(word);
    }
  }
  assert.equal(next, before.length, `${before[next] ?? ''} is not where it was in: ${after.join(' ')}`);
  return inserted;
}

/** Applies the action to the command with the given number, and compares the document before and after. */
export function checkHardening(document: Document, action: CodeAction, index: number): { readonly after: Document; readonly command: DockerCommand } {
  const after = { ...document, text: applyEdits(document.text, action.edits) };
  const [old, fresh] = [commandsOf(document), commandsOf(after)];
  assert.equal(fresh.length, old.length, `the same commands are read from:\n${after.text}`);
  const [was, command] = [old[index], fresh[index]];
  assert.ok(was !== undefined && command !== undefined);
  insertedWords(was.shell.words.map(({ source }) => source), command.shell.words.map(({ source }) => source));
  assert.deepEqual(command.problems, [], `no problem arises in:\n${after.text}`);
  // A command around this one holds it in a word, which may have new line breaks.
  const others = (commands: readonly DockerCommand[]) => commands.filter((_, other) => other !== index).map(({ shell }) => shell.words.map(({ source }) => source.replace(/\s*[\\`]\n[\s>]*/g, ' ')));
  assert.deepEqual(others(fresh), others(old), 'other commands stay');
  return { after, command };
}
