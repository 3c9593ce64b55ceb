/** Values that are paths on the machine where the command runs. Whether the files are there is not for a grammar to say. */
import { code } from '../../text/markdown.ts';
import type { ValueKind } from '../cli-facts.ts';
import { wholePart } from './scan/parsed.ts';
import type { ValueGrammar } from './value-grammar.ts';

function pathGrammar(kind: ValueKind, form: string, example: string, label: string, meaning: (path: string) => string): ValueGrammar {
  return { kind, form, example, parse: (value) => ({ parts: wholePart(value, label, meaning(code(value))), problems: [] }) };
}

export const envFile = pathGrammar(
  'env-file',
  'a file of lines `NAME=VALUE`',
  './web.env',
  'file',
  (path) => `Reads ${path} on this machine: a line \`NAME=VALUE\` each. Nothing is unquoted or expanded, so quotes reach the program.`,
);

export const labelFile = pathGrammar('label-file', 'a file of lines `KEY=VALUE`', './web.labels', 'file', (path) => `Reads labels from ${path} on this machine, a line \`KEY=VALUE\` each.`);

export const hostFileNew = pathGrammar(
  'host-file-new',
  'a path that does not exist yet',
  '/run/web.cid',
  'file',
  (path) => `Writes the container's id to ${path}. The command fails when the file is there already, so remove it before the next run.`,
);

export const hostFile = pathGrammar('host-file', 'a path on this machine', './web.tar', 'file', (path) => `Writes to ${path} on this machine; a file of that name is replaced.`);

export const hostDir = pathGrammar('host-dir', 'a directory on the machine of the engine', '/var/lib/checkpoints', 'directory', (path) => `The directory ${path} on the machine of the engine.`);
