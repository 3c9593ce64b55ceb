/** The judge of what a word is worth is bash: literal words must be what a stub `docker` gets when bash runs the script. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import type { ShellCommand } from '../../../server/src/language/shell/shell-command.ts';
import { readDocument } from './reading.ts';

const emptyFolder = mkdtempSync(join(tmpdir(), 'gantry-bash-'));
after(() => {
  rmSync(emptyFolder, { recursive: true });
});

/** Commands write their words to descriptor 3, so that pipes and substitutions do not swallow them. */
const stub = `exec 3>&1 >/dev/null 2>&1
docker() { { printf '%s\\0' "$@"; printf '\\1'; } >&3; }
ssh() { shift; bash -c "$*"; }
sudo() { "$@"; }
su() { bash -c "$4"; }
retry() { :; }
export -f docker
export X='p q' Y=y; shopt -s expand_aliases
`;

/** The arguments of each \`docker\` in the order they ran. */
function runBash(script: string): string[][] {
  const environment = { PATH: process.env['PATH'] ?? '', HOME: '/home/user', LC_ALL: 'C.UTF-8' };
  const { stdout, status } = spawnSync('bash', ['--norc'], { input: `${stub}${script}\n:\n`, env: environment, cwd: emptyFolder, encoding: 'utf8' });
  assert.equal(status, 0, `bash failed on ${JSON.stringify(script)}`);
  return stdout.split('\u0001').slice(0, -1).map((line) => line.split('\0').slice(0, -1));
}

/** Compares the words that are known with those that bash passed. Gives how many were compared. */
function compare(script: string, { words }: ShellCommand, args: readonly string[]): number {
  const shown = `\n${script}\nread: ${JSON.stringify(words.map(({ kind, value }) => [kind, value]))}\nbash: ${JSON.stringify(args)}`;
  const given = words.slice(1);
  const splat = given.findIndex(({ kind }) => kind === 'splat');
  const known = splat < 0 ? given : given.slice(0, splat);
  if (splat < 0) {
    assert.equal(given.length, args.length, `The number of words differs.${shown}`);
  }
  let compared = 0;
  for (const [index, { kind, value }] of known.entries()) {
    if (kind === 'literal') {
      assert.equal(value, args[index], `Word ${index + 1} differs.${shown}`);
      compared++;
    }
  }
  return compared;
}

function check(script: string): number {
  const ran = runBash(script);
  const read = readDocument(script, 'shell').map(({ command }) => command);
  assert.equal(read.length, ran.length, `Read ${read.length} commands, bash ran ${ran.length}:\n${script}`);
  return read.reduce((sum, command, index) => sum + compare(script, command, ran[index] ?? []), 0);
}

/** Scripts whose commands run in the order they are written. */
const fixtures: readonly string[] = [
  'docker run -d --name web -p 127.0.0.1:8080:80 nginx:1.27',
  'docker run "a b"\\ c \'x\'"y"z "" a\\\nb --x=1\\\n  c # d',
  'docker run "a\\$b" "a\\b" "a\\\\b" "a\\"b" "a\\`b" \'a\\b\' a\\\\b "a\\\nb"',
  "docker run $'a\\tb\\n\\x41\\u00e9\\101\\'\\\\\\?\\e\\cB\\q' $'\\U1F600x'",
  'docker run $"a" "${Y}b" $Y"c" "x y$Y" \'$Y\' --format {{.Names}} \'{{json .}}\' a{b}c {} {a}',
  'docker run "$X" $X "a$X" b',
  'docker run [::1]:80:80 a=b -e A=~ %x% ! ^ a#b "#c"',
  'docker run > out -d 2>&1 img < /dev/null >> out last',
  'if true; then docker a; else :; fi; for i in 1; do docker b "$i"; done; ( docker c ); { docker d; }',
  'f() { docker a "$@"; }; f x; case x in x) docker b;; esac; x=$(docker c) && docker d || :',
  'docker run img <<EOF\ndocker no\nEOF\ndocker "$(cat <<\'E\'\nx\nE\n)" y',
  'args=(-d --name "a b")\nargs+=(\'x\')\ndocker run "${args[@]}" img',
  'cmd=(docker run "a b"); "${cmd[@]}" img',
  'OPTS="-d --name web"\nOPTS="$OPTS  -e A=$Y"\nOPTS+=" --init"\ndocker run $OPTS img; docker run "$OPTS" ${OPTS} x',
  'A=-d; B="$A -e X=\'1"; docker run $A $B; NET=\'--network a\'; C="$NET \\\n -i\n-t"; docker run ${C} img',
  'D="-v $PWD:/w"; f() { local D="-a -b"; docker x $D; }; f; docker y $D',
  'A="-d"; for A in -x -y; do :; done; docker run $A; A="-e"; read A <<< "1 2"; docker run $A; A="-a,-b"; IFS=,; docker run $A',
  'a=(x); if false; then a+=(y); fi; docker run "${a[@]}"',
  'bash -c \'docker run "a b" c\'; bash -c "docker run \\"a b\\" \'c d\' e"; sh() { bash "$@"; }; sh -c "docker x"',
  'sudo docker run "a b"; env Z=1 true; command true; time docker y; ! docker z',
  'ssh host docker run -e "A b" \'c d\'; ssh host \'docker run "A b"\'; su - bob -c \'docker run "A b"\'',
  'eval \'docker run "a b"\'; eval docker run \'a b\' "c"; eval "docker run \'$Y\' $Y"',
  'bash <<EOF\ndocker run "a b" $Y \\$Y \\\\ "c\\\nd" `echo x`\nEOF',
  "bash <<'EOF'\ndocker run \"a b\" \\\n  $Y \\$Y\nEOF",
  "bash <<-EOF\n\tdocker run a\n\tEOF\nbash <<< 'docker run \"a b\"'",
  'echo `docker a "b c"`; echo `echo \\`docker d "e f"\\``',
  'docker run `# comment` -d `#b` img; docker run a `# c`b',
  'docker run {a,b} *.none img; docker run \'*.x\' "{a,b}"; docker run a{1..2}',
  'trap \'docker stop "a b"\' EXIT',
  "printf 'x' | xargs true; echo docker no; log docker no",
  'set -- 1 2; docker run "$@" "$*" "$#"',
  'docker run a\\ b \\"c\\" \\\'d\\\' \\#e \\$Y \\\\ \\  \\~ "\\z"',
  `docker run ''\\''x y' "'" '"' é 😀 'é😀' "é😀"`,
  'while :; do docker a; break; done; until docker b; do :; done; [[ x == x ]] && docker c',
];

test('the words of the fixtures are what bash passes', () => {
  let compared = 0;
  for (const fixture of fixtures) {
    compared += check(fixture);
  }
  assert.ok(compared > 120, `only ${compared} words were compared`);
});

const bare = fc.string({ unit: fc.constantFrom(...Array.from('abzAZ019_./:=,@%+-^{}]!#~é😀')), minLength: 1, maxLength: 6 });
const text = fc.string({ unit: fc.constantFrom(...Array.from('ab \t\n#$`"\'\\|;&(){}[]*?<>!~é😀')), maxLength: 6 });
const piece = fc.oneof(
  { weight: 4, arbitrary: bare },
  { weight: 2, arbitrary: text.map((inner) => `'${inner.replaceAll("'", '')}'`) },
  { weight: 2, arbitrary: text.map((inner) => `"${inner.replace(/["\\$`]/g, '\\$&')}"`) },
  text.map((inner) => `"${inner.replace(/["$`\\]/g, '')}\\a\\\n$Y"`),
  text.map((inner) => `$'${inner.replace(/['\\]/g, '\\$&')}'`),
  fc.constantFrom('\\n', '\\x4a', '\\t', '\\007', '\\u00e9', '\\cB', '\\z', '\\"').map((escape) => `$'${escape}'`),
  text.map((inner) => Array.from(inner).filter((character) => character !== '\n').map((character) => `\\${character}`).join('')),
  // Unquoted values hold no blanks: beside other text they count as a part of one word.
  fc.constantFrom('\\\n', '$Y', '"$X"', '${Y:-a b}', '$(echo x)', '`echo y`', '$((1+1))', '"$(echo "a b")"'),
);
const word = fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join('').replace(/^((?:\\\n)*)#/, '$1x#'));
const command = fc
  .record({ words: fc.array(word, { maxLength: 5 }), gaps: fc.constantFrom(' ', '  ', ' \\\n  ', '\t') })
  .map(({ words, gaps }) => ['docker', 'run', ...words].join(gaps));
const statement = fc.oneof(
  { weight: 6, arbitrary: command },
  command.map((inner) => `if true; then ${inner}\nfi`),
  command.map((inner) => `( ${inner}\n)`),
  command.map((inner) => `f() {\n${inner}\n}; f`),
  command.map((inner) => `out=$(${inner}\n)`),
  command.map((inner) => `${inner}\ntrue && ! false || :`),
  command.map((inner) => `bash <<'END'\n${inner.replaceAll('END', '')}\nEND`),
  command.filter((inner) => !inner.includes("'")).map((inner) => `bash -c '${inner}'`),
  fc.array(word, { maxLength: 3 }).map((words) => `a=( ${words.join(' ')} )\ndocker run "\${a[@]}" end`),
);

test('the words of generated scripts are what bash passes', () => {
  let compared = 0;
  fc.assert(
    fc.property(fc.array(statement, { minLength: 20, maxLength: 40 }), (statements) => {
      compared += check(statements.join('\n'));
    }),
    { seed: 20_260_901, numRuns: 40 },
  );
  assert.ok(compared > 2_000, `only ${compared} words were compared`);
});
