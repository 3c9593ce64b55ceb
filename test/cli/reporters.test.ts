/** Reports for other programs: each is read by a parser of its format, hostile names and texts included. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import sax from 'sax';
import type { Log } from 'sarif';
import { checkedFile, type CheckedFile } from '../../server/src/cli/checked-file.ts';
import { reporters, type Format } from '../../server/src/cli/reporters/index.ts';
import { reported } from '../../server/src/cli/reporters/reporter.ts';
import { newestCli } from '../../server/src/language/docker/versions.ts';
import { analyse } from '../../server/src/language/features/snapshot.ts';
import { rules } from '../../server/src/language/rules/index.ts';
import { applyEdits } from '../../server/src/language/text/edit.ts';
import { marked } from '../support/markers.ts';

function checked(path: string, text: string): CheckedFile {
  const all = Object.fromEntries(rules.map(({ id }) => [id, 'warning' as const]));
  return checkedFile(path, analyse(text, 'shell', { version: newestCli, rules: all, files: { kindOf: () => 'unknown' } }), { fixes: true, posture: false });
}

const everything = rules.flatMap(({ examples }) => examples.map(({ bad }) => marked(bad).text)).join('\n');
const hostile = 'docker run --memroy 1g --name "a%0Ab:,<&>\u0007😀" nginx:1.27\n';
const files = [checked('scripts/a b#c,d:%.sh', hostile), checked('all.sh', everything), checked('clean.sh', 'docker ps\n')];

function reportAs(format: Format, troubles: readonly string[] = []): string {
  const reporter = reporters[format];
  const report = reporter.begin();
  return files.map((file) => report.add(reported(file, reporter, false))).join('') + report.end({ color: false, version: '1.2.3', fixed: 0, troubles });
}

describe('sarif', () => {
  const text = reportAs('sarif', ['gone.sh: no such file or folder']);
  const log = JSON.parse(text) as Log;
  const [run] = log.runs;

  test('is valid by the published schema', () => {
    const schema = JSON.parse(readFileSync(new URL('schemas/sarif-schema-2.1.0.json', import.meta.url), 'utf8')) as object;
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(ajv);
    const validate = ajv.compile(schema);
    assert.ok(validate(log), JSON.stringify(validate.errors?.slice(0, 5), undefined, 1));
    assert.ok(!validate({ ...log, version: '2.0.0' }), 'the schema refuses what is wrong');
  });

  test('names places in UTF-16 columns, relative and encoded', () => {
    const first = run?.results?.[0]?.locations?.[0]?.physicalLocation;
    assert.equal(run?.columnKind, 'utf16CodeUnits');
    assert.deepEqual(first?.artifactLocation, { uri: 'scripts/a%20b%23c%2Cd%3A%25.sh', uriBaseId: '%SRCROOT%' });
    assert.deepEqual(first.region, { startLine: 1, startColumn: 12, endLine: 1, endColumn: 20 });
  });

  test('describes the rules that found something, with help', () => {
    const described = run?.tool.driver.rules ?? [];
    for (const result of run?.results ?? []) {
      const rule = described[result.ruleIndex ?? -1];
      assert.ok(rule !== undefined);
      assert.equal(rule.id, result.ruleId);
      const linked = rules.find(({ id }) => id === result.ruleId)?.docs.references?.some((reference) => reference.includes('](https:')) ?? false;
      assert.equal(rule.helpUri?.startsWith('https://') ?? false, linked);
      assert.match(rule.help?.markdown ?? '', /^# /);
    }
    assert.ok(described.length > 60);
  });

  test('carries fixes that do what the fix does', () => {
    const result = run?.results?.find(({ ruleId, fixes }) => ruleId === 'unknown-flag' && fixes !== undefined);
    const replacement = result?.fixes?.[0]?.artifactChanges[0]?.replacements[0];
    assert.ok(replacement !== undefined);
    const { startColumn = 0, endColumn = 0 } = replacement.deletedRegion;
    const applied = applyEdits(hostile, [{ span: { start: startColumn - 1, end: endColumn - 1 }, newText: replacement.insertedContent?.text ?? '' }]);
    assert.match(applied, /^docker run --memory 1g /);
  });

  test('says which files could not be read', () => {
    assert.equal(run?.invocations?.[0]?.executionSuccessful, false);
    assert.equal(run.invocations[0].toolExecutionNotifications?.[0]?.message.text, 'gone.sh: no such file or folder');
  });
});

describe('github', () => {
  test('is one command a line, whatever names and messages hold', () => {
    const lines = reportAs('github').trimEnd().split('\n');
    const findings = files.flatMap((file) => file.findings);
    assert.equal(lines.length, findings.length);
    assert.match(lines[0] ?? '', /^::warning file=scripts\/a b#c%2Cd%3A%25\.sh,line=1,endLine=1,col=12,endColumn=20,title=unknown-flag::/);
    lines.forEach((line) => {
      assert.match(line, /^::(?:error|warning|notice) (?:\w+=[^,:\r\n]*,?)+::[^\r\n]+$/);
    });
  });
});

describe('junit', () => {
  test('is well-formed and has a failure for each finding', () => {
    const counted = new Map<string, number>();
    const messages: string[] = [];
    const parser = sax.parser(true);
    parser.onerror = (error) => {
      throw error;
    };
    parser.onopentag = ({ name, attributes }) => {
      counted.set(name, (counted.get(name) ?? 0) + 1);
      if (name === 'failure') {
        const message = attributes['message'];
        messages.push(typeof message === 'string' ? message : '');
      }
    };
    parser.write(reportAs('junit')).close();
    assert.equal(counted.get('testsuite'), 3);
    assert.deepEqual(messages, files.flatMap(({ findings }) => findings.map(({ message }) => message.replace(/\u0007/g, '\ufffd'))));
  });
});
