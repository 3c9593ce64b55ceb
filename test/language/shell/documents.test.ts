/** Which documents are read, and how scripts are cut into regions. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentKindOf } from '../../../server/src/language/shell/document-kind.ts';
import { regionsOf } from '../../../server/src/language/shell/documents.ts';
import { readCommands } from '../../../server/src/language/shell/read-commands.ts';
import { describe, describeAll, isDocker, mentions } from './reading.ts';

test('names, first lines and editor languages tell the kind', () => {
  const cases: readonly (readonly [path: string, text: string, language: string | undefined, kind: string | undefined])[] = [
    ['a.sh', '', undefined, 'shell'],
    ['dir.d/a.bash', '', undefined, 'shell'],
    ['C:\\x\\A.ZSH', '', undefined, 'zsh'],
    ['a.ksh', '', undefined, 'shell'],
    ['README.md', '', undefined, 'markdown'],
    ['a.markdown', '', undefined, 'markdown'],
    ['a.mdx', '', undefined, 'markdown'],
    ['run', '#!/bin/sh\n', undefined, 'shell'],
    ['run', '#!/usr/bin/env bash', undefined, 'shell'],
    ['run', '#!/usr/bin/env -S bash -e\n', undefined, 'shell'],
    ['run', '#! /usr/local/bin/zsh -f\n', undefined, 'zsh'],
    ['run.sh', '#!/usr/bin/env zsh\n', 'shellscript', 'zsh'],
    ['a.zsh', '', 'shellscript', 'zsh'],
    ['a.md', '', 'zsh', 'zsh'],
    ['.zshrc', '', 'shellscript', 'zsh'],
    ['a.zsh', '', 'markdown', 'markdown'],
    ['run', '#!/bin/dash\r\n', undefined, 'shell'],
    ['run', '#!/usr/bin/python3\n', undefined, undefined],
    ['run', '#!/usr/bin/env fish\n', undefined, undefined],
    ['run', 'docker ps', undefined, undefined],
    ['a.py', '#!/bin/sh\n', undefined, undefined],
    ['test/a.bats', '', undefined, 'shell'],
    ['run', '#!/usr/bin/env bats\n', undefined, 'shell'],
    ['a.txt', '', 'bats', 'shell'],
    ...['.bashrc', '.bash_aliases', '.profile', '.envrc', '.aliases'].map((name) => [name, '', undefined, 'shell'] as const),
    ...['bashrc', 'home/bash_aliases'].map((name) => [name, '', undefined, 'shell'] as const),
    ...['profile', 'aliases', 'bash_it'].map((name) => [name, '', undefined, undefined] as const),
    ...['zsh/zshrc', 'home/.zshrc', '.zprofile'].map((name) => [name, '', undefined, 'zsh'] as const),
    ['.dockerfunc', '#!/bin/bash\n', undefined, 'shell'],
    ['.dockerignore', '', undefined, undefined],
    ['.config.json', '#!/bin/sh\n', undefined, undefined],
    ['Untitled-1', '', 'shellscript', 'shell'],
    ['a.txt', '', 'markdown', 'markdown'],
    ['a.sh', '', 'plaintext', 'shell'],
  ];
  for (const [path, text, language, kind] of cases) {
    assert.equal(documentKindOf(path, text, language), kind, `${path} ${JSON.stringify(text)} ${language ?? ''}`);
  }
});

test('a text that mentions nothing has no regions', () => {
  assert.deepEqual(regionsOf('podman ps\n'.repeat(10_000), 'shell', mentions), []);
  assert.deepEqual(regionsOf('```sh\npodman ps\n```\n', 'markdown', mentions), []);
});

/** A long script: functions, here-documents with statements in them, comments above statements. */
function longScript(count: number): string {
  return Array.from(
    { length: count },
    (_, index) => `# step ${index}\nf${index}() {\n  docker run --name a${index} \\\n    img\n\n  cat <<EOF | docker load\n# docker no\ndocker no\nEOF\n}\necho one; docker ps -q\n`,
  ).join('');
}

test('a long script is cut between statements, and reads as it would in one piece', () => {
  const script = longScript(400);
  const regions = regionsOf(script, 'shell', mentions);
  assert.ok(regions.length > 10, `${regions.length} regions`);
  let position = 0;
  const inPieces = regions.flatMap((region) => {
    assert.equal(region.start, position);
    assert.equal(script.slice(region.start, region.start + region.text.length), region.text);
    assert.match(region.text, /^(?:# step \d+|echo one.*)\n/);
    position += region.text.length;
    return readCommands(region, isDocker).map(describe);
  });
  assert.equal(position, script.length);
  const [whole] = regions;
  assert.ok(whole);
  assert.deepEqual(inPieces, readCommands({ ...whole, start: 0, text: script }, isDocker).map(describe));
  assert.equal(inPieces.length, 1_200);
});

test('parts of a long script without a mention are left out', () => {
  const script = `docker a\n${'echo x\n'.repeat(5_000)}docker b\n`;
  const regions = regionsOf(script, 'shell', mentions);
  assert.equal(regions.length, 2);
  assert.ok(regions.every(({ text }) => text.length < 5_000));
});

test('a long script whose statements belong together stays in one piece', () => {
  const filler = 'echo x\n'.repeat(5_000);
  assert.deepEqual(describeAll(`args=(-d)\n${filler}docker run "\${args[@]}" img\n`, 'shell'), ['docker run -d img']);
  assert.deepEqual(describeAll(`OPTS="-d"\nOPTS="$OPTS --init"\n${filler}docker run $OPTS img\n`, 'shell').at(-1), 'docker run -d --init img');
  assert.deepEqual(describeAll(`RUN="docker run --rm"\n${filler}$RUN img\n`, 'shell').at(-1), 'docker run --rm img [nested]');
  assert.deepEqual(describeAll(`try() {\n  "$@" || exit 1\n}\n${filler}try docker run img\n`, 'shell'), ['(try) docker run img']);
  assert.deepEqual(describeAll(`[ -t 0 ] || exit 1\n${filler}docker run -it img\n`, 'shell'), ['docker run -it img [terminal]']);
});

test('a statement that begins like a flag stays with the command above it', () => {
  const script = `${'echo x\n'.repeat(400)}docker run img\n\n  -p 80:80\n`.repeat(20);
  for (const { text } of regionsOf(script, 'shell', mentions)) {
    assert.equal(text.split('docker run').length, text.split('-p 80:80').length);
  }
});
