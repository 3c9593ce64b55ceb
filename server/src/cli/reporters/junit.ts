/** Findings as JUnit XML, which build servers read: a test suite for each file, a failure for each finding. */
import type { CheckedFile, FileFinding } from '../checked-file.ts';
import { atTheEnd, findingCount, type Reporter } from './reporter.ts';

/** Text and attribute values: markup escaped, characters that XML cannot hold replaced. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\t/g, '&#9;')
    .replace(/\n/g, '&#10;')
    .replace(/\r/g, '&#13;');
}

function testCase(path: string, { line, column, severity, ruleId, message }: FileFinding): string {
  const place = `${path}:${line}:${column}`;
  return [
    `    <testcase classname="${escapeXml(path)}" name="${escapeXml(`${ruleId} ${place}`)}">`,
    `      <failure type="${severity}" message="${escapeXml(message)}">${escapeXml(`${place} ${severity} ${message} ${ruleId}`)}</failure>`,
    '    </testcase>',
  ].join('\n');
}

function testSuite({ path, findings }: CheckedFile): string {
  const cases = findings.length === 0 ? [`    <testcase classname="${escapeXml(path)}" name="no findings"/>`] : findings.map((finding) => testCase(path, finding));
  return [`  <testsuite name="${escapeXml(path)}" tests="${cases.length}" failures="${findings.length}" errors="0">`, ...cases, '  </testsuite>'].join('\n');
}

export const junit: Reporter = {
  printsFixes: false,
  file: testSuite,
  begin: () =>
    atTheEnd((files) => {
      const counts = files.map(findingCount);
      const failures = counts.reduce((sum, count) => sum + count, 0);
      const tests = counts.reduce((sum, count) => sum + Math.max(1, count), 0);
      return ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites name="gantry" tests="${tests}" failures="${failures}" errors="0">`, ...files.map(({ text }) => text), '</testsuites>', ''].join('\n');
    }),
};
