/** Characters that look right on the screen: dashes, quotes, blanks, line ends. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixAll } from '../../../server/src/language/features/fix-all.ts';
import { defaultHardeningValues } from '../../../server/src/language/hardening/values.ts';
import { crlfContinuation } from '../../../server/src/language/rules/crlf-continuation.ts';
import { withFixes } from '../../../server/src/language/rules/finding.ts';
import type { Finding, Report } from '../../../server/src/language/rules/rule.ts';
import { applyEdits } from '../../../server/src/language/text/edit.ts';
import { newestCli } from '../../../server/src/language/docker/versions.ts';
import { commandIn, defaultSettings } from '../../support/commands.ts';
import { findingsOfRule, imaginedFiles } from '../../support/lint.ts';
import { mark } from '../../support/markers.ts';

function checkMended(bad: string, good: string): void {
  assert.equal(fixAll(bad, 'shell', defaultSettings).text, good);
}

describe('typographic dashes', () => {
  const flags: readonly (readonly [string, string])[] = [
    ['–name web', '--name web'],
    ['—name=web', '--name=web'],
    ['–-name web', '--name web'],
    ['-–name web', '--name web'],
    ['−d', '-d'],
    ['–d', '-d'],
    ['—d', '-d'],
    ['–dit', '-dit'],
    ['‑‑rm', '--rm'],
    ['–p 127.0.0.1:8080:80', '-p 127.0.0.1:8080:80'],
    ['–p127.0.0.1:8080:80', '-p127.0.0.1:8080:80'],
    ['–e "A=b c"', '-e "A=b c"'],
  ];
  for (const [bad, good] of flags) {
    test(`${bad} becomes ${good}`, () => checkMended(`docker run ${bad} nginx:1.27\n`, `docker run ${good} nginx:1.27\n`));
  }

  test('one that is no flag of the command is told of without a fix', () => {
    const [finding, ...others] = findingsOfRule('unicode-dash', 'docker run –verbose nginx:1.27\n');
    assert.deepEqual(others, []);
    assert.deepEqual(finding?.fixes, []);
  });

  test('all of one command are one finding', () => {
    const text = 'docker run –d –name web –p 8080:80 nginx:1.27\n';
    assert.equal(findingsOfRule('unicode-dash', text).length, 1);
    checkMended(text, 'docker run -d --name web -p 8080:80 nginx:1.27\n');
  });

  for (const text of ['docker run nginx:1.27 echo –d\n', 'docker exec web grep – file\n', 'docker run --name web -e "RANGE=1–2" nginx:1.27\n', 'docker run <–name> nginx\n']) {
    test(`nothing in ${text}`, () => assert.deepEqual(findingsOfRule('unicode-dash', text), []));
  }
});

describe('typographic quotes', () => {
  test('become ASCII ones where they pair up', () => {
    checkMended('docker run -d -e “TITLE=My wiki” -v ‘data:/srv’ nginx:1.27\n', "docker run -d -e \"TITLE=My wiki\" -v 'data:/srv' nginx:1.27\n");
  });

  test('that do not pair up are left to the author', () => {
    const [finding] = findingsOfRule('smart-quotes', 'docker run -d -e “TITLE=wiki nginx:1.27\n');
    assert.equal(finding?.fixes[0]?.safe, false);
  });

  test('around ASCII quotes are left to the author', () => {
    const [finding] = findingsOfRule('smart-quotes', 'docker run -d -e “TITLE="wiki"” nginx:1.27\n');
    assert.equal(finding?.fixes[0]?.safe, false);
  });
});

describe('blanks that are none', () => {
  test('at the beginning of a line, between words and at its end', () => {
    checkMended('docker run -d \\\n\u00a0\u00a0--name\u202fweb \\\n  nginx:1.27\u00a0\n', 'docker run -d \\\n  --name web \\\n  nginx:1.27\n');
  });

  test('are an error where docker reads them, a warning where the process does', () => {
    assert.equal(findingsOfRule('non-breaking-space', 'docker run\u00a0-d nginx:1.27\n').length, 1);
    assert.equal(findingsOfRule('non-breaking-space', 'docker run -d\u00a0nginx:1.27\n')[0]?.severity, 'error');
    assert.equal(findingsOfRule('non-breaking-space', 'docker run nginx:1.27 echo\u00a0a\n')[0]?.severity, 'warning');
  });
});

describe('Windows line ends', () => {
  /** What the rule reports where the region keeps the carriage returns. */
  function reported(text: string): Finding[] {
    const { command, region } = commandIn(text);
    const reports: Finding[] = [];
    const report = ({ span, message, fixes = [] }: Report): void => void reports.push(withFixes({ ruleId: crlfContinuation.id, span, message, severity: 'error' }, fixes));
    crlfContinuation.check?.(command, { region: { ...region, raw: text }, surface: 'script', version: newestCli, files: imaginedFiles, options: {}, trustedRegistries: [], hardening: defaultHardeningValues, builtImages: new Set(), commands: [command], report });
    return reports;
  }

  test('behind a backslash end the command', () => {
    const text = 'docker run -d \\\r\n  -p 8080:80 \\\r\n  nginx:1.27\r\n';
    const [finding] = reported(text);
    assert.equal(mark(text, [finding?.span ?? { start: 0, end: 0 }]), 'docker run -d ⟦\\⟧\r\n  -p 8080:80 \\\r\n  nginx:1.27\r\n');
    assert.equal(applyEdits(text, finding?.fixes[0]?.edits ?? []), 'docker run -d \\\n  -p 8080:80 \\\n  nginx:1.27\n');
  });

  for (const text of ['docker run -d nginx:1.27\r\n', 'docker run -d \\\n  nginx:1.27\r\n', 'docker build \\\r\n  .\r\n']) {
    test(`nothing in ${JSON.stringify(text)}`, () => assert.deepEqual(reported(text), []));
  }
});
