/** Every feature answers at every offset of every fixture, with spans inside the document. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { codeActions } from '../../../server/src/language/features/code-actions.ts';
import { complete, explainTopic } from '../../../server/src/language/features/completion.ts';
import { hover } from '../../../server/src/language/features/hover.ts';
import { signatureHelp } from '../../../server/src/language/features/signature-help.ts';
import { analyse } from '../../../server/src/language/features/snapshot.ts';
import { documentKindOf } from '../../../server/src/language/shell/document-kind.ts';
import { defaultSettings } from '../../support/commands.ts';

const examples = new URL('../../../examples/', import.meta.url);

const odd: Readonly<Record<string, string>> = {
  'quotes.sh': `docker run --name 'a"b' -e "A=$(docker ps -q --filter "name=\${X:-y}")" -v "$PWD":'/x y':ro img sh -c 'echo "hi"' "unclosed`,
  'crlf.sh': 'docker run -d \\\r\n  --name web \\\r\n  -p 80:80 \\\r\n  nginx\r\ndocker stop web\r\n',
  'wide.sh': 'echo 😀; docker run --name 😀 -e "É=😀" img 😀 # 😀\ndocker logs 😀',
  'arrays.sh': 'args=(-d --name web)\nargs+=(-p 80:80)\ndocker run "${args[@]}" --restart always nginx\n',
  'texts.sh': 'OPTS="-d --name web"\nOPTS="$OPTS -e A=$PWD $MORE"\ndocker run $OPTS nginx; docker run "$OPTS" nginx\nRUN=\'docker run --rm\'\n$RUN -m 1g nginx\n',
  'nested.sh': `ssh host 'docker run -d --restart always "x y"'\nbash -c "docker ps -f 'name=a' --format '{{.Names}}'"\nbash <<EOF\ndocker run -it \\\n  --rm img\nEOF\n`,
  'broken.sh': 'docker run --\ndocker run -p\ndocker run --mount type=\nif docker run --restart=; then\ndocker run $( docker run "`docker ps',
  'nul.sh': 'docker run \u0000 --name \u0000x -e A=\ue0c4 img\u0000\n',
  'page.md': '# A\n\n- b\n\n  ```console\n  $ docker run \\\n  >   --name web \\\n  >   -p 80:80 <image>\n  abc\n  ```\n\n> ```sh\n> docker stop -t 5 web\n> ```\n\nUse `docker rm -f web`.\n\n    docker ps -a\n\n```powershell\ndocker run `\n  --name web `\n  nginx\n```\n',
  'empty.md': '',
};

function fixtures(): [name: string, text: string][] {
  const files = readdirSync(examples).filter((name) => /\.(?:sh|md)$/.test(name));
  assert.ok(files.length > 0, 'examples/ holds no documents');
  return [...Object.entries(odd), ...files.map((name): [string, string] => [name, readFileSync(new URL(name, examples), 'utf8')])];
}

suite('features at every offset', () => {
  for (const [name, text] of fixtures()) {
    test(name, () => {
      const kind = documentKindOf(name, text);
      assert.ok(kind !== undefined);
      const snapshot = analyse(text, kind, defaultSettings);
      for (let offset = 0; offset <= text.length; offset++) {
        const found = hover(snapshot, offset);
        if (found !== undefined) {
          assert.ok(found.markdown !== '' && 0 <= found.span.start && found.span.start <= offset && offset <= found.span.end && found.span.end <= text.length, `hover at ${offset}`);
        }
        for (const { span, newText, topic } of complete(snapshot, offset).items) {
          assert.ok(span.start <= offset && offset <= span.end && span.end <= text.length && newText !== '', `completion at ${offset}`);
          assert.ok(topic === undefined || explainTopic(topic) !== undefined);
        }
        const signature = signatureHelp(snapshot, offset);
        assert.ok(signature === undefined || signature.active <= signature.parameters.length);
        codeActions(snapshot, { start: offset, end: offset });
      }
    });
  }

  test('every prefix of the odd ones can be completed at its end', () => {
    for (const [name, text] of Object.entries(odd)) {
      const kind = documentKindOf(name, text);
      for (let end = 0; kind !== undefined && end <= text.length; end++) {
        complete(analyse(text.slice(0, end), kind, defaultSettings), end);
      }
    }
  });
});
