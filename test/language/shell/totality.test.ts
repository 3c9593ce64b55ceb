/** Any text gives commands or none: nothing throws, and every offset stays inside its region and its word. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { documentKindOf, type DocumentKind } from '../../../server/src/language/shell/document-kind.ts';
import { regionsOf } from '../../../server/src/language/shell/documents.ts';
import { readCommands } from '../../../server/src/language/shell/read-commands.ts';
import type { Region } from '../../../server/src/language/shell/region.ts';
import type { ShellWord } from '../../../server/src/language/shell/shell-command.ts';
import { isDocker, mentions } from './reading.ts';

const script = `#!/usr/bin/env bash
set -euo pipefail
args=(-d --name "w e b")
args+=("$X" {a,b} *.x)
[ -t 0 ] || exit 1
if ! docker ps --format '{{.Names}}' | grep -q "web"; then
  A=1 sudo -E timeout 5 docker run "\${args[@]}" \\
    -e "URL=postgres://u:\${PASS:-$(docker inspect x)}@db" -v ~/x:/y $'a\\tb' \\
    <image>:{{ tag }} \\# é😀 && echo \`docker x \\\`docker y\\\`\`
fi
f() { local b=(x); docker "\${b[@]}" > >(docker z) 2>&1; }
bash -c "docker run \\"a b\\" '$X' \\$Y" <<< 'docker ps'
ssh host <<EOF | tee x
docker run $X \\$Y \`docker ps\`
EOF
alias d='docker run'; trap "docker stop 'x'" EXIT; eval docker ps "$x"
case $(docker a) in (x) docker b ;; *) (( $(docker c) > 1 )) ;; esac
`;

const markdown = `# Title

- list

  \`\`\`console
  $ docker run \\
  > -d "a
  > b" <image name>
  output 'x
  # docker ps
  \`\`\`

> \`\`\`powershell
> $x = docker run \`
>   -e "A=$env:X" 'it''s' $(docker ps) (docker y) C:\\a
> \`\`\`

\`\`\`cmd
docker run -v %cd%:/x ^
  -e "A B=!X!" a^&b > nul 2>&1
\`\`\`

=== "Tab"
    ~~~sh {a=b}
    docker run [OPTIONS] IMAGE... {x} %%Y%%
    cat <<EOF
    docker
    EOF
    ~~~

    docker indented code
\`$ docker run
-d img\` <!-- docker --> <pre>docker</pre>

    # docker run -d
`;

function checkWord({ span, value, source, offsets }: ShellWord, region: Region): void {
  assert.ok(0 <= span.start && span.start <= span.end && span.end <= region.text.length, 'a word lies outside its region');
  assert.equal(source, region.text.slice(span.start, span.end));
  if (offsets === undefined) {
    assert.equal(region.text.slice(span.start, span.start + value.length), value);
    return;
  }
  assert.equal(offsets.length, value.length + 1);
  for (const [index, offset] of offsets.entries()) {
    assert.ok(span.start <= offset && offset <= span.end, 'a unit lies outside its word');
    assert.ok(offset >= (offsets[index - 1] ?? 0), 'the offsets go back');
  }
}

function check(text: string, kind: DocumentKind): void {
  let end = 0;
  for (const region of regionsOf(text, kind, mentions)) {
    assert.ok(region.start >= end, 'regions overlap');
    end = region.start + region.text.length;
    assert.ok(end <= text.length, 'a region is longer than its document');
    if (region.origin !== 'inline') {
      const lines = (of: string): string => of.replace(/[^\n]/g, ' ');
      assert.equal(lines(region.text), lines(text.slice(region.start, end)), 'a region moves line ends');
    }
    for (const command of readCommands(region, isDocker)) {
      assert.ok(isDocker(command.words[0]?.value ?? ''));
      assert.ok(0 <= command.span.start && command.span.end <= region.text.length, 'a command lies outside its region');
      for (const word of [...command.words, ...command.assignments.map(({ value }) => value)]) {
        checkWord(word, region);
      }
    }
  }
}

const examples = new URL('../../../examples/', import.meta.url);
const fixtures: (readonly [name: string, text: string, kind: DocumentKind])[] = [
  ['script', script, 'shell'],
  ['Markdown', markdown, 'markdown'],
  ...readdirSync(examples).flatMap((name) => {
    const kind = documentKindOf(name, '');
    return kind === undefined ? [] : [[name, readFileSync(new URL(name, examples), 'utf8'), kind] as const];
  }),
];

const fragment = fc.oneof(
  fc.constantFrom('"', "'", '`', '$(', ')', '\\', '\\\n', '\r\n', '<<EOF\n', '{{', '}}', '<', '>', '|', '```\n'),
  fc.constantFrom('> ', '$ ', '\t', '\0', '\ud83d', '(', '}', '#', '[', '%', '^\n', 'docker ', 'bash -c ', 'eval ', 'a=('),
  fc.string({ unit: 'binary', maxLength: 4 }),
);

for (const [name, text, kind] of fixtures) {
  test(`every prefix of the ${name}`, () => {
    for (let length = 0; length <= text.length; length++) {
      check(text.slice(0, length), kind);
    }
  });

  test(`every prefix of the ${name} that ends at a line, with CRLF`, () => {
    const document = text.replaceAll('\n', '\r\n');
    for (const { index } of document.matchAll(/\r?\n/g)) {
      for (let length = index - 1; length <= index + 3; length++) {
        check(document.slice(0, length), kind);
      }
    }
  });

  test(`random mutations of the ${name}`, () => {
    const edit = fc.record({ at: fc.nat(text.length), remove: fc.nat(12), added: fragment });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        check(
          edits.reduce((now, { at, remove, added }) => now.slice(0, at) + added + now.slice(at + remove), text),
          kind,
        );
      }),
      { seed: 20_260_901, numRuns: 300 },
    );
  });
}

test('hostile texts neither overflow nor hang', () => {
  const long = 5_000;
  const texts = [
    'docker run '.repeat(long / 10),
    `docker run ${"'a' ".repeat(long)}`,
    `docker run ${'\\ '.repeat(long)}`,
    `docker ${'('.repeat(long)}`,
    `docker ${'$(a '.repeat(1_000)}`,
    `docker ${'`'.repeat(long)}`,
    `${'sudo '.repeat(long / 10)}docker ps`,
    `docker ${'<a> '.repeat(long)}`,
    `docker ${'{{x}}'.repeat(long)}`,
    `a=(x)\n${'a+=("${a[@]}")\n'.repeat(80)}docker "\${a[@]}"\n`,
    `docker${' '.repeat(long)}\n${' '.repeat(long)}`,
    'docker ps;'.repeat(long / 10),
    'cat <<A docker\n'.repeat(500),
  ];
  for (const text of texts) {
    check(text, 'shell');
    check(text, 'markdown');
    for (const info of ['', 'console', 'powershell', 'cmd']) {
      check(`\`\`\`${info}\n${text}\n\`\`\`\n`, 'markdown');
    }
  }
});
