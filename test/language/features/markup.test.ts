/** Code in tags is judged, explained and fixed like code in a fence: entities and escapes are read, and written again. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codeActions } from '../../../server/src/language/features/code-actions.ts';
import { complete } from '../../../server/src/language/features/completion.ts';
import { disableActions } from '../../../server/src/language/features/disable-actions.ts';
import { hover } from '../../../server/src/language/features/hover.ts';
import { analyse, findingsOf, type Snapshot } from '../../../server/src/language/features/snapshot.ts';
import { rules } from '../../../server/src/language/rules/index.ts';
import { applyEdits } from '../../../server/src/language/text/edit.ts';
import { newestCli } from '../../../server/src/language/docker/versions.ts';
import { defaultSettings } from '../../support/commands.ts';
import { fixedTexts, type Document } from '../../support/fixed-texts.ts';
import { mark, marked } from '../../support/markers.ts';

function page(source: string): { snapshot: Snapshot; text: string; cursor: number } {
  const { text, cursor } = marked(source);
  return { snapshot: analyse(text, 'markdown', defaultSettings), text, cursor };
}

interface Way {
  readonly open: string;
  readonly close: string;
  readonly write: (code: string) => string;
  readonly read: (code: string) => string;
}

const entities = [['&', '&amp;'], ['<', '&lt;'], ['>', '&gt;'], ['"', '&quot;'], ["'", '&#39;'], ['{', '&#123;'], ['}', '&#125;']] as const;
const fence: Way = { open: '```bash\n', close: '\n```\n', write: (code) => code, read: (code) => code };
const ways: Readonly<Record<string, Way>> = {
  'entities in <pre>': {
    open: '<pre><code class="language-bash">\n',
    close: '\n</code></pre>\n',
    write: (code) => entities.reduce((text, [plain, entity]) => text.replaceAll(plain, entity), code),
    read: (code) => entities.reduceRight((text, [plain, entity]) => text.replaceAll(entity, plain), code),
  },
  'escapes in a template literal': {
    open: '<CodeBlock language="bash">{`\n',
    close: '\n`}</CodeBlock>\n',
    write: (code) => code.replace(/[\\`$]/g, String.raw`\$&`),
    read: (code) => code.replace(/\\([^])/g, '$1'),
  },
};

const examples = [...new Set(rules.flatMap(({ examples: all }) => all.map(({ bad }) => marked(bad).text)))].filter((text) => !/^(?:```|<|- |> |\||[$>#] )|[\r\u00a0]|^#!|\bPS\b/m.test(text));

function fixesOf({ open, close, write, read }: Way, code: string): string[] {
  const document: Document = { text: open + write(code) + close, kind: 'markdown', version: newestCli };
  return fixedTexts(document).map(({ finding, fix, text }) => `${finding.ruleId}: ${finding.message} → ${fix.title}:\n${read(text.slice(open.length, text.length - close.length))}`);
}

for (const [name, way] of Object.entries(ways)) {
  describe(name, () => {
    it('leave the same fixes as a fence, written in their way', () => {
      let count = 0;
      for (const code of examples) {
        const inFence = fixesOf(fence, code);
        assert.deepEqual(fixesOf(way, code), inFence, code);
        count += inFence.length;
      }
      assert.ok(count > 100, `only ${count} fixes were compared`);
    });
  });
}

describe('code in tags', () => {
  const hovers: readonly (readonly [string, string])[] = [
    ['<pre>docker run ⟦--net‸work⟧ &quot;a&quot; img</pre>', 'network'],
    ['<pre lang="sh"><b>docker</b> run -e &quot;A=a&quot; <i>⟦--network⟧‸</i> img</pre>', 'network'],
    ['<pre lang="sh">docker run -v &quot;⟦/‸etc:/x⟧&quot; img</pre>', '/etc'],
    ['<CodeBlock language="bash">{`docker run \\\\\n  ⟦--net‸work⟧ a \\${B}`}</CodeBlock>', 'network'],
  ];
  for (const [source, expected] of hovers) {
    it(`is explained in place: ${source}`, () => {
      const { snapshot, text, cursor } = page(source);
      const found = hover(snapshot, cursor);
      assert.ok(found !== undefined);
      assert.ok(found.markdown.includes(expected), found.markdown);
      assert.equal(mark(text, [found.span]), source.replace('‸', ''));
    });
  }

  it('is underlined in place', () => {
    const source = '<pre>\ndocker run -e &quot;A=&amp;&quot; ⟦--memroy⟧ 1g img\n</pre>';
    const { snapshot, text } = page(source);
    const found = findingsOf(snapshot).find(({ ruleId }) => ruleId === 'unknown-flag');
    assert.ok(found);
    assert.equal(mark(text, [found.span]), source);
  });

  it('is not changed between tags', () => {
    const { snapshot, text } = page('<pre lang="sh">docker run <b>--memroy</b> 1g img</pre>');
    assert.ok(findingsOf(snapshot).some(({ ruleId }) => ruleId === 'unknown-flag'));
    assert.deepEqual(codeActions(snapshot, { start: 0, end: text.length }), []);
  });

  it('is not changed where its way of writing has no place for the change', () => {
    const raw = page('<CodeBlock>{String.raw`docker run -d --memroy 1g img`}</CodeBlock>');
    const fixes = codeActions(raw.snapshot, { start: 40, end: 50 }).map(({ edits }) => applyEdits(raw.text, edits));
    assert.ok(fixes.some((text) => text.includes('--memory 1g')));
    assert.ok(fixes.every((text) => (text.match(/`/g) ?? []).length === 2));
  });

  it('can be switched off', () => {
    for (const [source, expected] of [
      ['{% highlight sh %}\n$ docker run --memroy 1g img\n{% endhighlight %}\n', '<!-- gantry disable-next-line unknown-flag -->\n{% highlight sh %}\n$ docker run --memroy 1g img\n{% endhighlight %}\n'],
      ['a\n\n<pre>\n$ docker run --memroy 1g img\n</pre>\n', 'a\n\n<!-- gantry disable-next-line unknown-flag -->\n<pre>\n$ docker run --memroy 1g img\n</pre>\n'],
      ['<CodeBlock>{`docker run --memroy 1g img`}</CodeBlock>\n', '<CodeBlock>{`# gantry disable-next-line=unknown-flag\ndocker run --memroy 1g img`}</CodeBlock>\n'],
    ] as const) {
      const { snapshot, text } = page(source);
      const finding = findingsOf(snapshot).find(({ ruleId }) => ruleId === 'unknown-flag');
      assert.ok(finding);
      const [action] = disableActions(snapshot, finding, 'html');
      assert.ok(action);
      const after = applyEdits(text, action.edits);
      assert.equal(after, expected);
      assert.ok(!findingsOf(analyse(after, 'markdown', defaultSettings)).some(({ ruleId }) => ruleId === 'unknown-flag'));
    }
  });

  it('is completed in place', () => {
    const { snapshot, cursor } = page('<pre lang="sh">docker run -e &quot;A=b&quot; --netw‸ img</pre>');
    const item = complete(snapshot, cursor).items.find(({ label }) => label.includes('--network'));
    assert.equal(item?.span.end, cursor);
    assert.equal(item.span.start, cursor - '--netw'.length);
  });
});
