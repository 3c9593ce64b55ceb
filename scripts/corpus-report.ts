/**
 * `npm run corpus-report [-- --all] [-- rule-id]`: what each rule finds in the Markdown and shell files of a folder
 * (GANTRY_CORPUS, its `files` where it has one), with its share of the docker commands there and of those that make a
 * container. With a rule id: every finding of it, to be judged by eye. With `--all` no rule is off, each speaks as in
 * scripts, and Docker Hub is the only trusted registry.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { newestCli } from '../server/src/language/docker/versions.ts';
import { analyse, findingsOf, type AnalysisSettings } from '../server/src/language/features/snapshot.ts';
import type { Finding } from '../server/src/language/rules/rule.ts';
import { rules } from '../server/src/language/rules/index.ts';
import { documentKindOf } from '../server/src/language/shell/document-kind.ts';
import { LineIndex } from '../server/src/language/text/line-index.ts';

interface Found {
  readonly place: string;
  readonly lines: string;
  readonly finding: Finding;
}

const folder = process.env['GANTRY_CORPUS'];
if (folder === undefined) {
  throw new Error('Name the folder in GANTRY_CORPUS.');
}
const root = existsSync(path.join(folder, 'files')) ? path.join(folder, 'files') : folder;
const wanted = process.argv.slice(2).find((word) => !word.startsWith('--'));
const settings: AnalysisSettings = {
  version: newestCli,
  rules: {},
  files: { kindOf: () => 'unknown' },
  ...(process.argv.includes('--all') && {
    adjustments: Object.fromEntries(rules.map(({ id }) => [id, { as: 'script', offBecomes: 'hint' } as const])),
    trustedRegistries: ['docker.io'],
  }),
};
const found: Found[] = [];
let commandCount = 0;
let containerCount = 0;

for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
  const file = path.join(entry.parentPath, entry.name);
  const kind = entry.isFile() ? documentKindOf(file, '') : undefined;
  if (kind === undefined) {
    continue;
  }
  const text = readFileSync(file, 'utf8');
  const snapshot = analyse(text, kind, settings);
  const commands = snapshot.regions.flatMap((analysed) => (analysed.region.origin === 'inline' ? [] : analysed.commands));
  commandCount += commands.length;
  containerCount += commands.filter(({ facts }) => facts?.id === 'run' || facts?.id === 'create').length;
  const index = new LineIndex(text);
  for (const finding of findingsOf(snapshot)) {
    const { line } = index.positionAt(finding.span.start);
    const lines = text.slice(index.lineStart(Math.max(0, line - 2)), index.lineStart(line + 3));
    found.push({ place: `${path.relative(root, file)}:${line + 1}`, lines, finding });
  }
}

const share = (count: number, all: number) => `${((count / all) * 100).toFixed(2).padStart(6)} %`;
if (wanted === undefined) {
  console.log(`${commandCount} commands, ${containerCount} of them make a container`);
  for (const { id } of rules) {
    const own = found.filter(({ finding }) => finding.ruleId === id);
    const severities = [...new Set(own.map(({ finding }) => finding.severity))];
    const detail = severities.map((severity) => `${own.filter(({ finding }) => finding.severity === severity).length} ${severity}`).join(', ');
    console.log(`${id.padEnd(40)} ${String(own.length).padStart(6)}  ${share(own.length, commandCount)} ${share(own.length, containerCount)}  ${detail}`);
  }
} else {
  for (const { place, lines, finding } of found.filter(({ finding: { ruleId } }) => ruleId === wanted)) {
    console.log(`── ${place} ${finding.severity}: ${finding.message}\n${lines}`);
  }
}
