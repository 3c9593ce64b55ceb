/** The comment that a quick fix writes silences its finding, and changes no command. */
import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { disableActions } from '../../../server/src/language/features/disable-actions.ts';
import { analyse, findingsOf, type AnalysisSettings, type Snapshot } from '../../../server/src/language/features/snapshot.ts';
import { isAboutDirectives } from '../../../server/src/language/rules/lint-directives.ts';
import { rules } from '../../../server/src/language/rules/index.ts';
import type { Finding } from '../../../server/src/language/rules/rule.ts';
import type { DocumentKind } from '../../../server/src/language/shell/document-kind.ts';
import { applyEdits } from '../../../server/src/language/text/edit.ts';
import { defaultSettings } from '../../support/commands.ts';
import { imaginedFiles } from '../../support/lint.ts';
import { marked } from '../../support/markers.ts';

function applied(text: string, kind: DocumentKind, title: RegExp, style: 'html' | 'mdx' = 'html'): string {
  const snapshot = analyse(text, kind, defaultSettings);
  const finding = findingsOf(snapshot).find(({ ruleId }) => ruleId === 'unknown-flag');
  assert.ok(finding);
  const action = disableActions(snapshot, finding, style).find((offered) => title.test(offered.title));
  assert.ok(action, `nothing called ${String(title)} is offered`);
  return applyEdits(text, action.edits);
}

const line = 'gantry disable-next-line=unknown-flag';

describe('disabling for a line', () => {
  const scripts: readonly (readonly [string, string, string])[] = [
    ['above the command', 'docker run --memroy 1g x\n', `# ${line}\ndocker run --memroy 1g x\n`],
    ['with its indentation', 'if a; then\n\t  docker run --memroy 1g x\nfi\n', `if a; then\n\t  # ${line}\n\t  docker run --memroy 1g x\nfi\n`],
    ['above a continued command', 'a\ndocker run \\\n  --memroy 1g \\\n  x\n', `a\n# ${line}\ndocker run \\\n  --memroy 1g \\\n  x\n`],
    ['above what the command is a part of', 'tar c . | \\\n  docker run --memroy 1g x\n', `# ${line}\ntar c . | \\\n  docker run --memroy 1g x\n`],
    ['inside a substitution over several lines', 'x=$(\n  docker run --memroy 1g x\n)\n', `x=$(\n  # ${line}\n  docker run --memroy 1g x\n)\n`],
    ['above a word that holds the command', "bash -c '\n  docker run --memroy 1g x\n'\n", `# ${line}\nbash -c '\n  docker run --memroy 1g x\n'\n`],
    ['above a here-document', 'ssh h <<END\ndocker run --memroy 1g x\nEND\n', `# ${line}\nssh h <<END\ndocker run --memroy 1g x\nEND\n`],
    ['next to other ids', '# gantry disable-next-line=missing-image -- why\ndocker run --memroy 1g x\n', '# gantry disable-next-line=missing-image,unknown-flag -- why\ndocker run --memroy 1g x\n'],
    ['next to other ids behind the command', 'docker run --memroy 1g x # gantry disable-line=missing-image\n', 'docker run --memroy 1g x # gantry disable-line=missing-image,unknown-flag\n'],
    ['with the line end of the file', 'a\r\ndocker run --memroy 1g x\r\n', `a\r\n# ${line}\r\ndocker run --memroy 1g x\r\n`],
  ];
  for (const [name, before, after] of scripts) {
    it(`writes the comment ${name}`, () => assert.equal(applied(before, 'shell', /for this line$/), after));
  }

  const pages: readonly (readonly [string, string, string])[] = [
    ['into the fence', '```sh\ndocker run --memroy 1g x\n```\n', `\`\`\`sh\n# ${line}\ndocker run --memroy 1g x\n\`\`\`\n`],
    ['into the fence of a list in a quote', '> - a\n>   ```sh\n>   cd x\n>   docker run --memroy 1g x\n>   ```\n', `> - a\n>   \`\`\`sh\n>   cd x\n>   # ${line}\n>   docker run --memroy 1g x\n>   \`\`\`\n`],
    ['in the words of PowerShell', '```powershell\ndocker run `\n  --memroy 1g x\n```\n', `\`\`\`powershell\n# ${line}\ndocker run \`\n  --memroy 1g x\n\`\`\`\n`],
    ['in the words of cmd', '```bat\ndocker run ^\n  --memroy 1g x\n```\n', `\`\`\`bat\nREM ${line}\ndocker run ^\n  --memroy 1g x\n\`\`\`\n`],
  ];
  for (const [name, before, after] of pages) {
    it(`writes the comment ${name}`, () => assert.equal(applied(before, 'markdown', /for this line$/), after));
  }

  const sessions: readonly (readonly [string, string, string])[] = [
    ['above a session', 'Run:\n```console\n$ docker run --memroy 1g x\n```\n', 'Run:\n<!-- gantry disable-next-line unknown-flag -->\n```console\n$ docker run --memroy 1g x\n```\n'],
    ['above a session in a list', '1. ```console\n   $ docker run --memroy 1g x\n   ```\n', '1. <!-- gantry disable-next-line unknown-flag -->\n   ```console\n   $ docker run --memroy 1g x\n   ```\n'],
    ['above a session in a quote', '> ```\n> $ docker run --memroy 1g x\n> ```\n', '> <!-- gantry disable-next-line unknown-flag -->\n> ```\n> $ docker run --memroy 1g x\n> ```\n'],
    ['above an indented session', 'Run:\n\n    $ docker run --memroy 1g x\n', 'Run:\n\n<!-- gantry disable-next-line unknown-flag -->\n    $ docker run --memroy 1g x\n'],
  ];
  for (const [name, before, after] of sessions) {
    it(`writes the comment ${name}`, () => assert.equal(applied(before, 'markdown', /for this block$/), after));
  }

  it('writes comments as MDX does', () => {
    assert.equal(applied('```console\n$ docker run --memroy 1g x\n```\n', 'markdown', /block$/, 'mdx'), '{/* gantry disable-next-line unknown-flag */}\n```console\n$ docker run --memroy 1g x\n```\n');
  });
});

describe('disabling for the file', () => {
  const bad = 'docker run --memroy 1g x\n';
  const files: readonly (readonly [string, DocumentKind, string, string])[] = [
    ['at the top', 'shell', bad, `# gantry disable-file=unknown-flag\n${bad}`],
    ['below the interpreter', 'shell', `#!/bin/sh\n${bad}`, `#!/bin/sh\n# gantry disable-file=unknown-flag\n${bad}`],
    ['next to other ids', 'shell', `# gantry disable-file=missing-image\n${bad}`, `# gantry disable-file=missing-image,unknown-flag\n${bad}`],
    ['at the top of a page', 'markdown', `# T\n\`\`\`sh\n${bad}\`\`\`\n`, `<!-- gantry disable-file unknown-flag -->\n# T\n\`\`\`sh\n${bad}\`\`\`\n`],
    ['below the front matter', 'markdown', `---\na: b\n---\n\`\`\`sh\n${bad}\`\`\`\n`, `---\na: b\n---\n<!-- gantry disable-file unknown-flag -->\n\`\`\`sh\n${bad}\`\`\`\n`],
  ];
  for (const [name, kind, before, after] of files) {
    it(`writes the comment ${name}`, () => assert.equal(applied(before, kind, /for this file$/), after));
  }
});

/** Everything that is run, word by word. */
function argvOf({ regions }: Snapshot): string[] {
  return regions.flatMap(({ commands }) => commands.map(({ shell }) => JSON.stringify(shell.words.map(({ value }) => value))));
}

function shown(findings: readonly Finding[], text: string): string[] {
  return findings.map(({ ruleId, span }) => `${ruleId} ${text.slice(span.start, span.end)}`).sort();
}

/** Commands stand in all kinds of places. */
const frames: readonly (readonly [string, DocumentKind, (script: string) => string])[] = [
  ['a script', 'shell', (script) => `#!/bin/sh\nset -e\n${script}`],
  ['a branch', 'shell', (script) => `if ready; then\n${script}\nfi\n`],
  ['a function behind a pipe', 'shell', (script) => `f() {\n  cd x\n${script}\n}\nf | tee log\n`],
  ['a substitution', 'shell', (script) => `out=$(\n${script}\n)\n`],
  ['a fence', 'markdown', (script) => `\`\`\`sh\n${script}\n\`\`\`\n`],
  ['a fence in a list in a quote', 'markdown', (script) => ['- item', '', '  ```sh', ...script.split('\n').map((row) => `  ${row}`), '  ```', ''].map((row) => `> ${row}`).join('\n')],
  ['a session', 'markdown', (script) => `Text\n\`\`\`console\n$ ${script}\n\`\`\`\n`],
];

const everything: AnalysisSettings = { version: defaultSettings.version, files: imaginedFiles, rules: Object.fromEntries(rules.filter(({ severity }) => severity.script === 'off').map(({ id }) => [id, 'warning' as const])) };
const examples = rules.flatMap((rule) => rule.examples.flatMap(({ bad, surface }) => (surface === 'markdown' || rule.checkDirective !== undefined ? [] : marked(bad).text.trimEnd())));

for (const [name, kind, frame] of frames) {
  test(`in ${name}, each comment silences its rule for its command only, and changes no command`, () => {
    let tried = 0;
    for (const example of examples) {
      const text = frame(example);
      const snapshot = analyse(text, kind, everything);
      const before = findingsOf(snapshot);
      for (const finding of before.filter(({ ruleId }) => !isAboutDirectives(ruleId))) {
        for (const { title, edits } of disableActions(snapshot, finding, 'html')) {
          const changed = applyEdits(text, edits);
          const after = analyse(changed, kind, everything);
          const left = findingsOf(after);
          assert.deepEqual(argvOf(after), argvOf(snapshot), `${title} changes a command:\n${changed}`);
          const isSame = ({ ruleId }: Finding): boolean => ruleId === finding.ruleId;
          assert.ok(left.filter(isSame).length < before.filter(isSame).length, `${title} does not silence:\n${changed}`);
          const others = (found: readonly Finding[], within: string) => shown(found.filter((one) => !isSame(one)), within);
          assert.deepEqual(others(left, changed), others(before, text), `${title} changes other findings:\n${changed}`);
          tried++;
        }
      }
    }
    assert.ok(tried > examples.length, `${tried} comments were tried`);
  });
}
