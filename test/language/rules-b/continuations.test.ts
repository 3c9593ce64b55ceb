/** Commands that are cut off at a line end: what is found, and that a fix brings back the command that was meant. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newestCli } from '../../../server/src/language/docker/versions.ts';
import { fixAll } from '../../../server/src/language/features/fix-all.ts';
import { analyse, findingsOf, type AnalysisSettings } from '../../../server/src/language/features/snapshot.ts';
import { brokenContinuation, type ContinuationBreak } from '../../../server/src/language/rules/broken-continuation.ts';
import { repairContinuation } from '../../../server/src/language/rules/repair-continuation.ts';
import { applyEdits } from '../../../server/src/language/text/edit.ts';
import { shift } from '../../../server/src/language/text/span.ts';
import type { DocumentKind } from '../../../server/src/language/shell/document-kind.ts';

const settings: AnalysisSettings = { version: newestCli, rules: {}, files: { kindOf: () => 'unknown' } };

const kinds: readonly ContinuationBreak[] = [
  'space-after-continuation',
  'comment-after-continuation',
  'comment-inside-continued-command',
  'blank-line-in-continuation',
  'missing-continuation',
  'joined-by-continuation',
  'wrong-continuation-for-shell',
];

/** The ids of the continuation rules that speak, in order. */
function found(text: string, kind: DocumentKind = 'shell'): string[] {
  return findingsOf(analyse(text, kind, settings)).flatMap(({ ruleId }) => (kinds.some((id) => id === ruleId) ? [ruleId] : []));
}

/** The words of every docker command in the text. */
function wordsIn(text: string, kind: DocumentKind = 'shell'): string[][] {
  return analyse(text, kind, settings).regions.flatMap(({ commands }) => commands.map(({ shell }) => shell.words.map(({ value }) => value)));
}

/** The first command as if the region kept what its masking hides, and the text after the repair. */
function unmasked(text: string, kind: DocumentKind): { kind: string | undefined; fixed: string } {
  const [analysed] = analyse(text, kind, settings).regions;
  const [command] = analysed?.commands ?? [];
  assert.ok(analysed !== undefined && command !== undefined);
  const { start } = analysed.region;
  const region = { ...analysed.region, raw: text.slice(start, start + analysed.region.text.length) };
  const broken = brokenContinuation(command, region);
  const edits = broken === undefined ? [] : repairContinuation(command, region, broken).edits;
  return { kind: broken?.kind, fixed: applyEdits(text, edits.map((edit) => ({ ...edit, span: shift(edit.span, start) }))) };
}

const lines = ['docker run -d', '--name web', '-p 127.0.0.1:8080:80', '-v "$PWD/my site:/srv"', 'nginx:1.27'];
const whole = `${lines.join(' \\\n  ')}\n`;

test('a block with the continuation of another shell may just have the wrong name: fix-all leaves it alone', () => {
  const text = '```bash\ndocker run -d `\n  -p 127.0.0.1:80:80 `\n  nginx:1.27\n```\n';
  const [finding] = findingsOf(analyse(text, 'markdown', settings));
  assert.match(finding?.message ?? '', /or name the block `powershell`/);
  assert.equal(fixAll(text, 'markdown', settings).text, text);
  assert.notEqual(fixAll('docker run -d ^\n  nginx:1.27\n', 'shell', settings).text, 'docker run -d ^\n  nginx:1.27\n');
});

/** One way of breaking the end of a line. */
const breaks: Readonly<Record<string, { readonly id: ContinuationBreak; readonly between: string }>> = {
  'a blank': { id: 'space-after-continuation', between: ' \\ \n  ' },
  'blanks and a tab': { id: 'space-after-continuation', between: ' \\ \t \n  ' },
  'a blank, no blank in front': { id: 'space-after-continuation', between: '\\ \n  ' },
  'a comment': { id: 'comment-after-continuation', between: ' \\ # to start with\n  ' },
  'a comment far away': { id: 'comment-after-continuation', between: ' \\    # to start with\n  ' },
  "a comment with an apostrophe": { id: 'comment-after-continuation', between: " \\ # don't forget\n  " },
  'a comment line': { id: 'comment-inside-continued-command', between: ' \\\n  # to start with\n  ' },
  'two comment lines': { id: 'comment-inside-continued-command', between: ' \\\n  # to start with \\\n# and more\n  ' },
  'a comment and an empty line': { id: 'comment-inside-continued-command', between: ' \\\n  # to start with\n\n  ' },
  'an empty line': { id: 'blank-line-in-continuation', between: ' \\\n\n  ' },
  'nothing': { id: 'missing-continuation', between: '\n  ' },
  'nothing but a comment': { id: 'missing-continuation', between: ' # to start with\n  ' },
};

const places: Readonly<Record<string, { readonly kind: DocumentKind; put(text: string): string }>> = {
  'a script': { kind: 'shell', put: (text) => text },
  'a function': { kind: 'shell', put: (text) => `start() {\n  sudo ${text.replaceAll('\n', '\n  ').trimEnd()}\n}\n` },
  'a fence': { kind: 'markdown', put: (text) => `Run:\n\n\`\`\`sh\n${text}\`\`\`\n` },
  'a list': { kind: 'markdown', put: (text) => `1. Run:\n\n   \`\`\`bash\n${text.replace(/^(?=.)/gm, '   ')}   \`\`\`\n` },
  'a quote': { kind: 'markdown', put: (text) => `> \`\`\`bash\n${text.replace(/^/gm, '> ').replace(/> $/, '')}> \`\`\`\n` },
};

describe('a broken line end', () => {
  for (const [place, { kind, put }] of Object.entries(places)) {
    for (const [name, { id, between }] of Object.entries(breaks)) {
      test(`${name}, in ${place}`, () => {
        for (let at = 1; at < lines.length; at++) {
          // In front of the image alone an empty line may as well end the command.
          if (id === 'blank-line-in-continuation' && at === lines.length - 1) {
            continue;
          }
          const text = put(`${lines.slice(0, at).join(' \\\n  ')}${between}${lines.slice(at).join(' \\\n  ')}\n`);
          assert.deepEqual(found(text, kind), [id], text);
          const fixed = fixAll(text, kind, settings).text;
          assert.deepEqual(wordsIn(fixed, kind), wordsIn(put(whole), kind), fixed);
          assert.equal(fixed.includes('to start with'), text.includes('to start with'), 'comments are kept');
        }
      });
    }
    test(`nothing is found in a whole command, in ${place}`, () => assert.deepEqual(found(put(whole), kind), []));
  }

  test('several at once are mended by one fix', () => {
    const text = 'docker run -d \\ \n  --name web \\ # name\n  # port\n  -p 127.0.0.1:8080:80\n  -v data:/srv \\\n  nginx:1.27\n';
    assert.equal(
      fixAll(text, 'shell', settings).text,
      '# name\n# port\ndocker run -d \\\n  --name web \\\n  -p 127.0.0.1:8080:80 \\\n  -v data:/srv \\\n  nginx:1.27\n',
    );
  });

  test('a comment goes above the first line of the statement', () => {
    const text = 'cd /srv && \\\n  docker run -d \\ # now\n  nginx:1.27\n';
    assert.equal(fixAll(text, 'shell', settings).text, '# now\ncd /srv && \\\n  docker run -d \\\n  nginx:1.27\n');
  });

  test('a comment inside quotes for another shell is told of, but not moved', () => {
    const text = "ssh web1 'docker run -d \\\n  # now\n  nginx:1.27'\n";
    assert.deepEqual(found(text), ['comment-inside-continued-command']);
    assert.equal(fixAll(text, 'shell', settings).text, text);
  });
});

describe('what only looks like a broken line end', () => {
  const texts = {
    'another command below': 'docker run -d nginx:1.27 \\\n# next\ndocker ps\n',
    'a pipe': 'docker logs web |\n  grep -v debug\n',
    'a pipe in the next line': 'docker logs web \\\n  | grep -v debug\n',
    'an escaped blank in a name': 'docker run -v /my\\ data:/data nginx:1.27\n',
    'a list in prose': 'docker ps\n- one\n- two\n',
    'flags of another program': 'docker ps\n  -x\n',
    'the end of a block': 'while true; do\n  docker run --rm -d\ndone\n',
    'a comment in backticks': 'docker run -d `# now` \\\n  nginx:1.27\n',
    'arguments from elsewhere': 'docker run -d "$@"\n  nginx\n',
    'a here-document': 'docker exec -i db psql <<EOF\n  -c\nEOF\n',
    'a command that Gantry does not know': 'docker build \\ \n  -t web .\n',
  };
  for (const [name, text] of Object.entries(texts)) {
    test(name, () => assert.deepEqual(found(text), []));
  }
});

describe('the end of a command', () => {
  test('a backslash and a blank are one argument too many, not an error', () => {
    const text = 'docker stop web \\ \ndocker rm web\n';
    const [finding] = findingsOf(analyse(text, 'shell', settings)).filter(({ ruleId }) => ruleId === 'space-after-continuation');
    assert.equal(finding?.severity, 'warning');
    const [fix] = finding.fixes;
    assert.equal(fix?.safe, false);
    assert.equal(applyEdits(text, fix.edits), 'docker stop web\ndocker rm web\n');
  });
});

describe('flags below a command that has its image', () => {
  const text = 'docker run -d nginx:1.27\n  --name web\n';

  test('would go to the process of a container that starts as it is: fix-all leaves them alone', () => {
    const [finding] = findingsOf(analyse(text, 'shell', settings)).filter(({ ruleId }) => ruleId === 'missing-continuation');
    assert.deepEqual(finding?.fixes.map(({ safe }) => safe), [false]);
    assert.equal(fixAll(text, 'shell', settings).text, text);
  });

  test('are joined without a question where docker reads them: in front of the image, and behind a container to stop', () => {
    assert.equal(fixAll('docker run -d\n  --name web \\\n  nginx:1.27\n', 'shell', settings).text, 'docker run -d \\\n  --name web \\\n  nginx:1.27\n');
    assert.equal(fixAll('docker run -d \\\\\n  --name web \\\\\n  nginx:1.27\n', 'shell', settings).text, 'docker run -d \\\n  --name web \\\n  nginx:1.27\n');
    assert.equal(fixAll('docker stop web\n  -t 30\n', 'shell', settings).text, 'docker stop web \\\n  -t 30\n');
  });
});

describe('below a prompt, where further lines count as output', () => {
  const cases: readonly { readonly text: string; readonly kind: string | undefined; readonly fixed: string }[] = [
    {
      text: '```console\n$ docker run -d \\\n  --network shop\n  nginx:1.27\n```\n',
      kind: 'missing-continuation',
      fixed: '```console\n$ docker run -d \\\n  --network shop \\\n  nginx:1.27\n```\n',
    },
    {
      text: '```console\n$ docker run -d \\ \n-p 127.0.0.1:8080:80 \\ \nnginx:1.27\n```\n',
      kind: 'space-after-continuation',
      fixed: '```console\n$ docker run -d \\\n-p 127.0.0.1:8080:80 \\\nnginx:1.27\n```\n',
    },
    {
      text: '```console\n$ docker run -d \\\n    # now\n    nginx:1.27\n```\n',
      kind: 'comment-inside-continued-command',
      fixed: '```console\n# now\n$ docker run -d \\\n    nginx:1.27\n```\n',
    },
    {
      text: '> ```console\n> $ docker run -d \\ # now\n>   nginx:1.27\n> ```\n',
      kind: 'comment-after-continuation',
      fixed: '> ```console\n> # now\n> $ docker run -d \\\n>   nginx:1.27\n> ```\n',
    },
    {
      text: '```console\n$ docker run nginx:1.27 --help\n  --name string\n```\n',
      kind: undefined,
      fixed: '```console\n$ docker run nginx:1.27 --help\n  --name string\n```\n',
    },
    {
      text: '```console\n$ docker ps\n  web\n```\n',
      kind: undefined,
      fixed: '```console\n$ docker ps\n  web\n```\n',
    },
  ];
  for (const { text, kind, fixed } of cases) {
    test(text, () => assert.deepEqual(unmasked(text, 'markdown'), { kind, fixed }));
  }
});

describe('the continuation of another shell', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['powershell', '\\', '`'],
    ['powershell', '^', '`'],
    ['cmd', '\\', '^'],
    ['cmd', '`', '^'],
    ['bash', '^', '\\'],
    ['bash', '`', '\\'],
  ];
  for (const [language, wrong, right] of cases) {
    test(`${wrong} in ${language} becomes ${right}`, () => {
      const block = (character: string) => `\`\`\`${language}\ndocker run -d ${character}\n  --name web ${character}\n  nginx:1.27\n\`\`\`\n`;
      assert.deepEqual(found(block(wrong), 'markdown'), ['wrong-continuation-for-shell']);
      const [fix] = findingsOf(analyse(block(wrong), 'markdown', settings)).flatMap(({ fixes }) => fixes);
      assert.equal(applyEdits(block(wrong), fix?.edits ?? []), block(right));
      assert.deepEqual(found(block(right), 'markdown'), []);
    });
  }
});
