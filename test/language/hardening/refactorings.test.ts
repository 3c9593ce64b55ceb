/** One flag per line and back: for any docker command, wherever it stands, with all around it left alone. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DocumentKind } from '../../../server/src/language/shell/document-kind.ts';
import { marked } from '../../support/markers.ts';
import { rewritten, titlesIn } from '../../support/harden.ts';

const fence = (language: string, body: string): string => `\`\`\`${language}\n${body}\n\`\`\`\n`;

/** Texts on one line and with one flag per line; each becomes the other. */
const pairs: readonly (readonly [name: string, kind: DocumentKind, joined: string, broken: string])[] = [
  ['run', 'shell', 'docker run -d --name web -p 80:80 nginx:1.27 nginx -g "daemon off;"\n', 'docker run -d \\\n  --name web \\\n  -p 80:80 \\\n  nginx:1.27 nginx -g "daemon off;"\n'],
  ['exec', 'shell', 'docker exec -it -e A=1 --user root web sh\n', 'docker exec -it \\\n  -e A=1 \\\n  --user root \\\n  web sh\n'],
  ['logs', 'shell', 'docker logs -f --tail 10 --since 1h web\n', 'docker logs -f \\\n  --tail 10 \\\n  --since 1h \\\n  web\n'],
  ['global flags', 'shell', 'docker -H unix:///x run --rm --name a img\n', 'docker -H unix:///x run --rm \\\n  --name a \\\n  img\n'],
  ['an indented command with a comment behind', 'shell', 'if true; then\n\tsudo docker run --rm --name a img # why\nfi\n', 'if true; then\n\tsudo docker run --rm \\\n\t  --name a \\\n\t  img # why\nfi\n'],
  ['a pipe and a redirection behind', 'shell', 'docker logs --tail 5 web 2>&1 | grep x > out\n', 'docker logs \\\n  --tail 5 \\\n  web 2>&1 | grep x > out\n'],
  ['a here-document behind', 'shell', 'docker exec -i -w /app web sh <<EOF\necho \\\n  hi\nEOF\n', 'docker exec -i \\\n  -w /app \\\n  web sh <<EOF\necho \\\n  hi\nEOF\n'],
  ['quotes with blanks and newlines', 'shell', 'docker run --name "a  b" -e "X=1\n2" img\n', 'docker run \\\n  --name "a  b" \\\n  -e "X=1\n2" \\\n  img\n'],
  ['Windows line ends', 'shell', 'docker run --rm --name a img\r\necho\r\n', 'docker run --rm \\\r\n  --name a \\\r\n  img\r\necho\r\n'],
  ['PowerShell', 'markdown', fence('powershell', 'docker run -d --name web $image'), fence('powershell', 'docker run -d `\n  --name web `\n  $image')],
  ['cmd', 'markdown', fence('cmd', 'docker run -d --name web img & echo ok'), fence('cmd', 'docker run -d ^\n  --name web ^\n  img & echo ok')],
  ['a prompt', 'markdown', fence('console', '$ docker run -d --name web img\nf00'), fence('console', '$ docker run -d \\\n  --name web \\\n  img\nf00')],
  ['a list', 'markdown', '- a\n\n  ```sh\n  docker run -d --name web img\n\n  ```\n', '- a\n\n  ```sh\n  docker run -d \\\n    --name web \\\n    img\n\n  ```\n'],
  ['a quote', 'markdown', '> ```sh\n> docker run -d --name web img\n> ```\n', '> ```sh\n> docker run -d \\\n>   --name web \\\n>   img\n> ```\n'],
  ['holes for the reader', 'markdown', fence('sh', 'docker run -d --name <your name> img'), fence('sh', 'docker run -d \\\n  --name <your name> \\\n  img')],
];

describe('one flag per line', () => {
  for (const [name, kind, joined, broken] of pairs) {
    test(`breaks ${name}`, () => {
      assert.equal(rewritten(joined, 'One flag per line', { kind }), broken);
      assert.ok(!titlesIn(broken, { kind }).includes('One flag per line'));
    });
  }

  test('goes on in the layout that the command has begun', () => {
    assert.equal(rewritten('docker run -d \\\n      --name web -p 80:80 \\\n      img\n', 'One flag per line'), 'docker run -d \\\n      --name web \\\n      -p 80:80 \\\n      img\n');
  });

  test('keeps the prompt of continued lines', () => {
    const text = fence('console', '$ docker run -d \\\n>   --name web -p 80:80 img');
    assert.equal(rewritten(text, 'One flag per line', { kind: 'markdown' }), fence('console', '$ docker run -d \\\n>   --name web \\\n>   -p 80:80 \\\n>   img'));
  });

  test('leaves the lines of cron whole: nothing continues them', () => {
    const text = fence('cron', '0 3 * * * docker run --rm --name a img');
    assert.deepEqual(titlesIn(text, { kind: 'markdown' }).filter((title) => /per line|one line/.test(title)), []);
    assert.match(rewritten(text, 'Harden this command', { kind: 'markdown' }), /^.*\n0 3 [^\n]* --init [^\n]* img\n/);
  });

  test('leaves the line of an ellipsis as it is', () => {
    const text = fence('sh', 'docker run -d \\\n  ...\n  --name a -p 80:80 img');
    assert.equal(rewritten(text, 'One flag per line', { kind: 'markdown' }), fence('sh', 'docker run -d \\\n  ...\n  --name a \\\n  -p 80:80 \\\n  img'));
    assert.ok(!titlesIn(text, { kind: 'markdown' }).includes('Join into one line'));
  });

  test('keeps comments that a site takes out where they are', () => {
    const text = fence('sh', 'docker run -d \\ # (1)!\n  # highlight-next-line\n  --name a -p 80:80 img');
    assert.equal(rewritten(text, 'One flag per line', { kind: 'markdown' }), fence('sh', 'docker run -d \\ # (1)!\n  # highlight-next-line\n  --name a \\\n  -p 80:80 \\\n  img'));
  });

  test('breaks the command under the cursor, not the one around it', () => {
    const { text, cursor } = marked('docker rm $(docker ‸ps -a --filter status=exited -q)\n');
    assert.equal(rewritten(text, 'One flag per line', { cursor }), 'docker rm $(docker ps -a \\\n  --filter status=exited \\\n  -q)\n');
  });
});

describe('join into one line', () => {
  for (const [name, kind, joined, broken] of pairs) {
    test(`joins ${name}`, () => {
      assert.equal(rewritten(broken, 'Join into one line', { kind }), joined);
      assert.ok(!titlesIn(joined, { kind }).includes('Join into one line'));
    });
  }

  test('joins the words of the process as well, and keeps comments in backticks', () => {
    assert.equal(rewritten('docker run \\\n  --rm `# gone afterwards` \\\n  img sh -c \\\n  "a\n  b"\n', 'Join into one line'), 'docker run --rm `# gone afterwards` img sh -c "a\n  b"\n');
  });
});

describe('is not offered', () => {
  const cases: readonly (readonly [why: string, text: string, title: string])[] = [
    ['where there is nothing to break', 'docker run --rm -it img sh\n', 'One flag per line'],
    ['inside quotes', "bash -c 'docker run --name a -p 80:80 img'\n", 'One flag per line'],
    ['inside quotes over lines', "bash -c 'docker run \\\n --name a img'\n", 'Join into one line'],
    ['where a here-document waits for its lines', 'cat <<EOF | docker run -i --name a -e B=1 img\nx\nEOF\n', 'One flag per line'],
    ['for words of an array', 'args=(--name a\n  -p 80:80)\ndocker run "${args[@]}" img\n', 'One flag per line'],
    ['for words of a text', 'OPTS="--name a -p 80:80"\ndocker run $OPTS img\n', 'One flag per line'],
    ['for words of an array over lines', 'args=(--name a\n  -p 80:80)\ndocker run "${args[@]}" img\n', 'Join into one line'],
    ['where a continuation is broken', 'docker run --name a \\ \n  -p 80:80 img\n', 'One flag per line'],
  ];
  for (const [why, text, title] of cases) {
    test(why, () => {
      const cursor = text.indexOf('docker run') + 1;
      assert.ok(!titlesIn(text, { cursor }).includes(title));
    });
  }
});
