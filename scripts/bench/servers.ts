/** Measures language servers over stdio on the large script: start, edit → diagnostics, hover, completion, memory. */
import { pathToFileURL } from 'node:url';
import { largeScript, lineOf, serviceCount } from './large-script.ts';
import { LanguageServerClient, type ServerCommand } from './language-server-client.ts';
import { seeded, summarise, type Sample } from './statistics.ts';

export interface ServerFigures {
  readonly start: Sample;
  readonly edit: Sample;
  readonly hover: Sample;
  readonly completion: Sample;
  /** MiB. */
  readonly peakMemory: number | undefined;
}

/** What to type over the `fi` or flag line of a service so that a new finding must arrive on that line. */
export interface Mistake {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Whether a finding on the line is expected; else the time ends with the next diagnostics, even when they are empty. */
  readonly expected: boolean;
  /** Puts the line back. */
  readonly undo: { readonly from: number; readonly to: number; readonly text: string };
}

/** `--memory` misspelled: a mistake in a docker command. */
export const misspelledFlag: Mistake = { line: 4, from: 4, to: 12, text: '--memroy', expected: true, undo: { from: 4, to: 12, text: '--memory' } };
/** An unquoted expansion in front of the block: what shellcheck reports. */
export const unquotedExpansion: Mistake = { line: 9, from: 0, to: 0, text: 'echo $HOME/$1;', expected: true, undo: { from: 0, to: 14, text: '' } };
/** An `if` that is never closed: bash-language-server alone logs the parse error and publishes an empty list. */
export const parseError: Mistake = { line: 9, from: 0, to: 0, text: 'if true; then ', expected: false, undo: { from: 0, to: 14, text: '' } };

const timeout = 60_000;

export async function measureServer(server: ServerCommand, mistake: Mistake, samples: number, folder: string): Promise<ServerFigures> {
  const random = seeded(2);
  const uri = pathToFileURL(`${folder}/large.sh`).href;
  const starts: number[] = [];
  for (let run = 0; run < 3; run++) {
    const probe = new LanguageServerClient(server);
    await probe.initialize(pathToFileURL(folder).href);
    starts.push(probe.startTime);
    await probe.close();
  }
  const client = new LanguageServerClient(server);
  await client.initialize(pathToFileURL(folder).href);
  const opened = client.firstDiagnostics(uri, timeout);
  await client.open(uri, largeScript());
  await opened;
  const edits: number[] = [];
  const hovers: number[] = [];
  const completions: number[] = [];
  for (let sample = 0; sample < samples; sample++) {
    const service = Math.floor(random() * serviceCount);
    const line = lineOf(service, mistake.line);
    edits.push(await client.editUntilDiagnosed(uri, line, mistake.from, mistake.to, mistake.text, mistake.expected, timeout));
    hovers.push(await client.ask('textDocument/hover', uri, lineOf(service, 2), 11));
    completions.push(await client.ask('textDocument/completion', uri, lineOf(service, 4), 8));
    const settled = client.firstDiagnostics(uri, timeout);
    await client.edit(uri, line, mistake.undo.from, mistake.undo.to, mistake.undo.text);
    await settled;
  }
  const peakMemory = client.peakMemory();
  await client.close();
  return { start: summarise(starts), edit: summarise(edits), hover: summarise(hovers), completion: summarise(completions), peakMemory };
}
