/** Real files, judged by the real CLI: no false alarm, no missed mistake, no word read wrong, no command invented. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { rules } from '../../server/src/language/rules/index.ts';
import type { Severity } from '../../server/src/language/rules/severities.ts';
import { analyse, findingsOf } from '../../server/src/language/features/snapshot.ts';
import { LineIndex } from '../../server/src/language/text/line-index.ts';
import { commandsIn } from './commands-in.ts';
import { corpusFiles, corpusFolder, mustFlagRecords, type CorpusRecord } from './corpus-records.ts';
import { defaults, everyRuleOn } from './forced-rules.ts';
import { isExcluded } from './exclusions.ts';
import { mutations } from './mutations.ts';

const folder = corpusFolder();
if (folder === undefined) {
  console.log('Corpus tests are skipped: GANTRY_CORPUS names no folder.');
}

const loud: ReadonlySet<Severity> = new Set(['warning', 'error']);
/** What these rules report the engine refuses, not the CLI, so a command that the CLI accepts may well have it. */
const engineRules = new Set(rules.filter(({ refusedBy }) => refusedBy === 'engine').map(({ id }) => id));

function isPosixBlock({ block, dialect, tags }: CorpusRecord): boolean {
  return block !== 'inline' && dialect === undefined && tags?.includes('in-string') !== true;
}

function loudRuleIds(document: string): string[] {
  const ids = findingsOf(analyse(document, 'markdown', defaults)).filter(({ severity }) => loud.has(severity)).map(({ ruleId }) => ruleId);
  return [...new Set(ids)].sort();
}

void describe('real files', { skip: folder === undefined ? 'GANTRY_CORPUS names no folder' : false }, () => {
  const files = folder === undefined ? [] : corpusFiles(folder);

  void it('gives no error on a literal command that the CLI accepts, with every rule on', () => {
    const alarms: string[] = [];
    let judged = 0;
    for (const { file, text, records } of files) {
      const lines = new LineIndex(text);
      const errors = findingsOf(analyse(text, 'markdown', everyRuleOn)).filter(({ severity, ruleId }) => severity === 'error' && !engineRules.has(ruleId));
      const accepted = records.filter((record) => record.literal && record.cliAccepts && isPosixBlock(record) && record.synopsis !== true && record.brokenContinuation === undefined);
      judged += accepted.length;
      for (const { ruleId, span, message } of errors) {
        const line = lines.positionAt(span.start).line + 1;
        if (accepted.some((record) => record.line <= line && line <= record.endLine)) {
          alarms.push(`${file}:${line} ${ruleId}: ${message}`);
        }
      }
    }
    assert.ok(judged > 1000, `only ${judged} commands were judged`);
    assert.deepEqual(alarms, []);
  });

  void it('says nothing about inline code', () => {
    const findings: string[] = [];
    for (const { file, text } of files) {
      const snapshot = analyse(text, 'markdown', everyRuleOn);
      for (const { region, findings: found } of snapshot.regions) {
        if (region.origin === 'inline') {
          findings.push(...found.map(({ ruleId }) => `${file}:${region.start} ${ruleId}`));
        }
      }
    }
    assert.deepEqual(findings, []);
  });

  void it('reads the words of literal commands in POSIX blocks as the shell passes them', (context) => {
    const wrong: string[] = [];
    const excluded = new Map<string, number>();
    let compared = 0;
    for (const { file, text, records } of files) {
      const commands = commandsIn(analyse(text, 'markdown', defaults));
      for (const record of records) {
        if (!record.literal || !isPosixBlock(record) || record.parseError !== undefined) {
          continue;
        }
        const reason = isExcluded(record);
        if (reason !== undefined) {
          excluded.set(reason, (excluded.get(reason) ?? 0) + 1);
          continue;
        }
        compared++;
        const here = commands.filter(({ origin, line }) => origin !== 'inline' && line === record.line);
        const expected = JSON.stringify(record.argv);
        if (!here.some(({ argv }) => JSON.stringify(argv) === expected)) {
          wrong.push(`${file}:${record.line}\n  recorded ${expected}\n  read     ${here.map(({ argv }) => JSON.stringify(argv)).join(' | ')}`);
        }
      }
    }
    context.diagnostic(`${compared} commands compared, ${wrong.length} read otherwise`);
    for (const [reason, count] of excluded) {
      context.diagnostic(`${count} left out: ${reason}`);
    }
    assert.ok(compared > 1000, `only ${compared} commands were compared`);
    assert.ok(wrong.length <= compared * 0.01, `${wrong.length} of ${compared} read otherwise:\n${wrong.join('\n')}`);
  });

  void it('lists the commands that were not recorded', (context) => {
    const recordedCommands = new Set(files.flatMap(({ records }) => records.map(({ sub }) => sub)));
    const invented: string[] = [];
    for (const { file, text, records } of files) {
      for (const { command, origin, line, argv } of commandsIn(analyse(text, 'markdown', defaults))) {
        const isRecordedKind = command.facts !== undefined && command.path.some(({ value }) => recordedCommands.has(value));
        const isRecorded = records.some((record) => record.line <= line && line <= record.endLine);
        if (origin !== 'inline' && isRecordedKind && !isRecorded) {
          invented.push(`${file}:${line} docker ${argv.join(' ')}`);
        }
      }
    }
    invented.forEach((line) => {
      context.diagnostic(line);
    });
    // Each of those so far is a command that the recording does not know, by its prompt, its language or its wrapper.
    assert.ok(invented.length <= 25, `${invented.length} commands were found where none was recorded:\n${invented.join('\n')}`);
  });

  const mistakes = folder === undefined ? [] : mustFlagRecords(folder).filter(({ fragment }) => !fragment);
  for (const { where, text, reason, broken } of mistakes) {
    for (const place of where) {
      void it(`reports ${place}: ${reason}`, () => {
        const [file = '', line = ''] = place.split(/:(?=\d+$)/);
        const document = readFileSync(path.join(folder ?? '', file), 'utf8');
        const lines = new LineIndex(document);
        const last = Number(line) + text.split('\n').length;
        const found = findingsOf(analyse(document, 'markdown', defaults)).filter(({ severity, span }) => {
          const at = lines.positionAt(span.start).line + 1;
          return loud.has(severity) && Number(line) <= at && at <= last;
        });
        assert.notDeepEqual(found, [], 'nothing of warning or above is reported there');
        if (broken !== undefined) {
          return;
        }
        // Apart from its page: what the page has right behind the command may belong to the finding there.
        const [alone, ...others] = mutations;
        const ids = loudRuleIds(alone?.document(text) ?? '');
        assert.notDeepEqual(ids, [], 'nothing of warning or above is reported on the command alone');
        for (const mutation of others) {
          const mutated = mutation.document(text);
          if (mutated !== undefined) {
            assert.ok(loudRuleIds(mutated).some((id) => ids.includes(id)), `${mutation.name}: expected one of ${ids.join(', ')}, got ${loudRuleIds(mutated).join(', ') || 'nothing'} in\n${mutated}`);
          }
        }
      });
    }
  }
});
