/** Code in tags: what is read of it, and where its words stand in spite of entities, escapes and tags. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { regionsOf } from '../../../server/src/language/shell/documents.ts';
import { spanInDocument, stretchOf } from '../../../server/src/language/shell/region-places.ts';
import { mark, marked } from '../../support/markers.ts';
import { describeAll, mentions, readDocument } from './reading.ts';

const backtick = '`';

/** The source with `'''` for each backtick. */
const mdx = (source: string): string => source.replaceAll("'''", backtick);

for (const [source, ...commands] of [
  ['<pre><code>docker run -d img</code></pre>', 'docker run -d img'],
  ['<pre>\n$ docker run \\\n    -d img\nout of docker\n$ docker ps\n</pre>\n', 'docker run -d img', 'docker ps'],
  ['<pre><code class="language-bash">docker run -e &quot;A=a b&quot; img sh -c &#39;a &amp;&amp; b &lt; c &#x3E; d&#39;\n</code></pre>', 'docker run -e "A=a b" img sh -c "a && b < c > d"'],
  ['<pre lang="bash">docker run -it &lt;image&gt; x</pre>', 'docker run -it P:<image> x'],
  ['<pre lang="bash">docker run -it <image> x</pre>', 'docker run -it P:<image> x'],
  ['<pre class="highlight"><span class="gp">$ </span><b>docker</b> run <em>-d</em> <span class="s">"a</span> b"</pre>', 'docker run -d "a b"'],
  ['<div><pre>\ndocker ps -a\n</pre></div>', 'docker ps -a'],
  ['- a\n\n  <pre>\n  docker ps -a\n  </pre>\n', 'docker ps -a'],
  ['<pre><code class="language-yaml">docker ps -a\n</code></pre>'],
  ['<pre><code>\nsome docker output\n</code></pre>'],
  ['<pre>\ndocker ps -a\n'],
  ['```html\n<pre>docker ps -a</pre>\n```\n'],
  ['<!-- <pre>docker ps -a</pre> -->'],
  ['{% highlight bash %}\ndocker run \\\n  -d a&b\n{% endhighlight %}\n\n{{< highlight "sh" "linenos=inline" >}}\n$ docker ps -a\ndocker no\n{{< /highlight >}}\n', 'docker run -d a', 'docker ps -a'],
  ['{% highlight yaml %}\ndocker ps -a\n{% endhighlight %}\n\n    docker ps\n    docker ps -q\n', 'docker ps', 'docker ps -q'],
  ['{% highlight bash %}\ndocker ps -a\n'],
  ['```\n{% highlight bash %}\n```\n{% highlight bash %}\ndocker ps -a\n{% endhighlight %}\n<pre>docker ps -q</pre>', 'docker ps -a', 'docker ps -q'],
  ["'''''''''html\n<pre>docker a\n'''''''''\n\n<pre>docker ps -a</pre>\n", 'docker ps -a'],
  ["<CodeBlock language=\"bash\">\n{'''docker run \\\\\n  -e A=\\${B} -e C=\\'''id\\''' img'''}\n</CodeBlock>", 'docker run -e E:A=${B} -e E:C=`id` img'],
  ["<CodeBlock className='language-sh'>{'''docker run -v ${here}:/x img\\ndocker ps -a'''}</CodeBlock>", 'docker run -v E:${here}:/x img', 'docker ps -a'],
  ["<Tabs>\n  <TabItem>\n\n    <CodeBlock\n      language={'bash'}\n      onCopy={() => 1}\n    >\n      {'''docker run \\\n  -d img'''}\n    </CodeBlock>\n  </TabItem>\n</Tabs>\n", 'docker run -d img'],
  ["<CodeBlock language=\"bash\">{String.raw'''docker run \\\n  -d img'''}</CodeBlock>", 'docker run -d img'],
  ["<pre><code>{'''docker ps \\'a b\\' -a'''}</code></pre>", 'docker ps "a b" -a'],
  ["<CodeBlock language=\"yaml\">{'''docker ps -a'''}</CodeBlock>"],
  ["<Note>{'''the docker run command'''}</Note>"],
  ["'''''''''mdx-code-block\n<CodeBlock language=\"bash\">{'''docker ps -a'''}</CodeBlock>\n'''''''''\n", 'docker ps -a'],
  ["'''''''''mdx\n<CodeBlock language=\"bash\">{'''docker ps -a'''}</CodeBlock>\n'''''''''\n"],
] as const) {
  test(`commands in ${JSON.stringify(source)}`, () => {
    assert.deepEqual(describeAll(mdx(source), 'markdown'), commands);
  });
}

for (const source of [
  '<pre>⟦docker⟧ ⟦run⟧ ⟦-e⟧ ⟦&quot;A=&lt;b&gt;&quot;⟧ ⟦img⟧ ⟦&#39;a&#39;⟧</pre>',
  '<pre><b>⟦docker⟧</b> ⟦run⟧ ⟦-d⟧ &amp;&amp; ⟦docker⟧ ⟦ps⟧\r\n⟦docker⟧ ⟦ps⟧ \\\r\n  ⟦-q⟧</pre>',
  "<CodeBlock>{'''⟦docker⟧ ⟦run⟧ \\\\\n  ⟦-e⟧ ⟦\"A=\\\\\"b\\${C}\"⟧ ⟦img⟧'''}</CodeBlock>",
  "<CodeBlock>{'''⟦docker⟧ ⟦run⟧ \\\\\r\n  ⟦-d⟧ ⟦img⟧'''}</CodeBlock>",
  'é😀 <pre lang="bash">bash -c &quot;⟦docker⟧ ⟦run⟧ ⟦\\&quot;a b\\&quot;⟧&quot;</pre>',
]) {
  test(`words in ${JSON.stringify(source)}`, () => {
    const { text } = marked(mdx(source));
    const spans = readDocument(text, 'markdown').flatMap(({ region, command }) => command.words.map(({ span }) => spanInDocument(region, span)));
    assert.equal(mark(text, spans.sort((a, b) => a.start - b.start)), mdx(source));
  });
}

const piece = fc.constantFrom('<pre>', '<pre><code>', '</code></pre>', '<CodeBlock language="bash">', '{`', '`}', '</CodeBlock>', 'docker run', ' -e "A=', '&quot;', '&amp;', '&lt;x&gt;', '\\\\', '\\`', '\\', '\n', '\r\n', '```', '> ', '- ', '    ', '<b>', '</b>', '${X}', "'", 'é😀', '<<EOF\n', '<!--', '-->', '$ ', 'C:\\x');

test('any text gives regions in order, and words within them', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
      const text = pieces.join('');
      let behind = 0;
      for (const region of regionsOf(text, 'markdown', mentions)) {
        assert.ok(region.start >= behind && region.raw?.length !== 0);
        behind = stretchOf(region).end;
        assert.ok(behind <= text.length);
      }
      for (const { region, command } of readDocument(text, 'markdown')) {
        for (const { span, value, offsets } of command.words) {
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= region.text.length);
          const written = spanInDocument(region, span);
          assert.ok(region.start <= written.start && written.start <= written.end && written.end <= stretchOf(region).end);
          assert.ok(offsets === undefined || (offsets.length === value.length + 1 && offsets.every((at, index) => at >= (offsets[index - 1] ?? 0))));
        }
      }
    }),
    { numRuns: 3000, seed: 5 },
  );
});
