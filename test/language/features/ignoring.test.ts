/** Comments switch rules off for the command, the stretch or the file that they are about, and for nothing else. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixAll } from '../../../server/src/language/features/fix-all.ts';
import { analyse, findingsOf } from '../../../server/src/language/features/snapshot.ts';
import { quickFixes } from '../../../server/src/language/features/code-actions.ts';
import type { DocumentKind } from '../../../server/src/language/shell/document-kind.ts';
import { defaultSettings } from '../../support/commands.ts';
import { mark, marked } from '../../support/markers.ts';

/** The text with what is still reported between marks; rules about comments left out. */
function reported(source: string, kind: DocumentKind): string {
  const { text } = marked(source);
  const findings = findingsOf(analyse(text, kind, defaultSettings)).filter(({ ruleId }) => ruleId === 'unknown-flag' || ruleId === 'invalid-restart-policy');
  return mark(text, findings.map(({ span }) => span));
}

const scripts: readonly (readonly [string, string])[] = [
  ['the next line', '# gantry disable-next-line=unknown-flag\ndocker run --memroy 1g x\ndocker run ⟦--memroy⟧ 1g x\n'],
  ['every rule without ids', '# gantry disable-next-line -- for the wrapper\ndocker run --memroy 1g --restart never x\n'],
  ['only the rules that are named', '# gantry disable-next-line=unknown-flag,missing-image\ndocker run --memroy 1g --restart ⟦never⟧ x\n'],
  ['ids behind blanks', '# gantry disable-next-line unknown-flag, invalid-restart-policy\ndocker run --memroy 1g --restart never x\n'],
  ['all lines of a continued command', '# gantry disable-next-line=unknown-flag\ndocker run \\\n  -d \\\n  --memroy 1g \\\n  x\n'],
  ['the command below other comments', '# gantry disable-next-line=unknown-flag\n# memory is low\n# gantry disable-next-line=invalid-restart-policy\ndocker run --memroy 1g --restart never x\n'],
  ['not what comes behind an empty line', '# gantry disable-next-line=unknown-flag\n\ndocker run ⟦--memroy⟧ 1g x\n'],
  ['its own line', 'docker run --memroy 1g x # gantry disable-line=unknown-flag\ndocker run ⟦--memroy⟧ 1g x\n'],
  ['the whole command from behind its last line', 'docker run \\\n  --memroy 1g \\\n  x # gantry disable-line\n'],
  ['a list of commands', '# gantry disable-next-line\ndocker pull x &&\n  docker run --memroy 1g x |\n  cat\ndocker run ⟦--memroy⟧ 1g x\n'],
  ['a here-document', '# gantry disable-next-line\nssh h <<END\ndocker run --memroy 1g x\nEND\ndocker run ⟦--memroy⟧ 1g x\n'],
  ['a script in a word', "# gantry disable-next-line\nbash -c '\n  docker run --memroy 1g x'\n"],
  ['the words of an array', 'args=(\n  --memroy 1g)\n# gantry disable-next-line=unknown-flag\ndocker run "${args[@]}" x\n'],
  ['the line of an array', 'args=(\n  --memroy 1g # gantry disable-line=unknown-flag\n  --restart ⟦never⟧)\ndocker run "${args[@]}" x\n'],
  ['the head of a construct, not its body', '# gantry disable-next-line\nif docker run --memroy 1g x; then\n  docker run ⟦--memroy⟧ 1g x\nfi\n'],
  ['one command in a substitution', 'x=$(\n  # gantry disable-next-line\n  docker run --memroy 1g x\n  docker run ⟦--memroy⟧ 1g x)\n'],
  ['a stretch', 'docker run ⟦--memroy⟧ 1g x\n# gantry disable=unknown-flag\ndocker run --memroy 1g --restart ⟦never⟧ x\n# gantry enable=unknown-flag\ndocker run ⟦--memroy⟧ 1g x\n'],
  ['a stretch to the end', '# gantry disable\ndocker run --memroy 1g x\nif a; then\n  docker run --memroy 1g x\nfi\n'],
  ['a stretch with an exception', '# gantry disable\n# gantry enable=unknown-flag\ndocker run ⟦--memroy⟧ 1g --restart never x\n# gantry disable\ndocker run --memroy 1g x\n'],
  ['a stretch that ends for every rule', '# gantry disable=unknown-flag,invalid-restart-policy\n# gantry enable\ndocker run ⟦--memroy⟧ 1g --restart ⟦never⟧ x\n'],
  ['the file, from anywhere in it', 'docker run --memroy 1g --restart ⟦never⟧ x\n# gantry disable-file=unknown-flag\n'],
  ['nothing from inside a here-document', 'cat <<END\n# gantry disable-file\nEND\ndocker run ⟦--memroy⟧ 1g x\n'],
  ['nothing from inside quotes', 'echo "\n# gantry disable-file\n"\ndocker run ⟦--memroy⟧ 1g x\n'],
  ['nothing as a word', 'echo x# gantry disable-file\ndocker run ⟦--memroy⟧ 1g x\n'],
  ['nothing where it is malformed', '# gantry disable-files\n# gantry disable-file=\ndocker run ⟦--memroy⟧ 1g x\n'],
  ['nothing as prose', '# gantry disables this\n# Gantry: do not disable\ndocker run ⟦--memroy⟧ 1g x\n'],
  ['its command with Windows line ends', '# gantry disable-next-line=unknown-flag\r\ndocker run --memroy 1g x\r\ndocker run ⟦--memroy⟧ 1g x\r\n'],
];

const pages: readonly (readonly [string, string])[] = [
  ['a command in a fence', '```sh\n# gantry disable-next-line\ndocker run --memroy 1g x\ndocker run ⟦--memroy⟧ 1g x\n```\n'],
  ['a stretch of one fence', '```sh\n# gantry disable\ndocker run --memroy 1g x\n```\n\n```sh\ndocker run ⟦--memroy⟧ 1g x\n```\n'],
  ['a whole fence', 'Text\n<!-- gantry disable-next-line unknown-flag -- as it fails -->\n```sh\ndocker run --memroy 1g x\ndocker run --memroy 1g --restart ⟦never⟧ x\n```\n\n```sh\ndocker run ⟦--memroy⟧ 1g x\n```\n'],
  ['a fence behind an empty line', '<!-- gantry disable-next-line -->\n\n~~~console\n$ docker run --memroy 1g x\n~~~\n'],
  ['a fence in a list', '- <!-- gantry disable-next-line -->\n  ```sh\n  docker run --memroy 1g x\n  ```\n- <!-- gantry disable-next-line -->\n\n  ```sh\n  docker run --memroy 1g x\n  ```\n'],
  ['a fence in a quote', '> <!-- gantry disable-next-line -->\n> ```sh\n> docker run --memroy 1g x\n> ```\n'],
  ['no fence further down', '<!-- gantry disable-next-line -->\nText\n```sh\ndocker run ⟦--memroy⟧ 1g x\n```\n'],
  ['a stretch of the page', '<!-- gantry disable -->\n```sh\ndocker run --memroy 1g x\n```\nText <!-- gantry enable -->\n```sh\ndocker run ⟦--memroy⟧ 1g x\n```\n'],
  ['the page', '```sh\ndocker run --memroy 1g x\n```\n<!-- gantry disable-file -->\n'],
  ['the page from inside a fence', '```sh\n# gantry disable-file=unknown-flag\ndocker run --memroy 1g x\n```\n```sh\ndocker run --memroy 1g x\n```\n'],
  ['the page in MDX', '{/* gantry disable-file */}\n\n```sh\ndocker run --memroy 1g x\n```\n'],
  ['nothing from code that shows a comment', '```html\n<!-- gantry disable-file -->\n```\n`<!-- gantry disable-file -->`\n```sh\ndocker run ⟦--memroy⟧ 1g x\n```\n'],
  ['a command of PowerShell', '```powershell\n# gantry disable-next-line\ndocker run `\n  --memroy 1g x\ndocker run --memroy 1g x # gantry disable-line\ndocker run ⟦--memroy⟧ 1g "# gantry disable-line"\n```\n'],
  ['a command of cmd', '```bat\nREM gantry disable-next-line\ndocker run ^\n  --memroy 1g x\n:: gantry disable-next-line=unknown-flag\ndocker run --memroy 1g x\ndocker run ⟦--memroy⟧ 1g x\n```\n'],
];

describe('a comment silences', () => {
  for (const [name, text] of scripts) {
    it(name, () => assert.equal(reported(text, 'shell'), text));
  }
  for (const [name, text] of pages) {
    it(`in Markdown, ${name}`, () => assert.equal(reported(text, 'markdown'), text));
  }
});

describe('what is silenced', () => {
  const text = '# gantry disable-next-line\ndocker run --memroy 1g x\ndocker run --memroy 2g x\n';

  it('is not fixed with the rest', () => {
    assert.equal(fixAll(text, 'shell', defaultSettings).text, text.replace('--memroy 2g', '--memory 2g'));
  });

  it('offers no quick fix', () => {
    const at = text.indexOf('--memroy');
    assert.deepEqual(quickFixes(analyse(text, 'shell', defaultSettings), { start: at, end: at }), []);
  });
});

describe('comments that are wrong', () => {
  const of = (text: string, rules = {}) => findingsOf(analyse(text, 'shell', { ...defaultSettings, rules })).map(({ ruleId }) => ruleId);

  it('are not silenced by comments about everything', () => {
    assert.deepEqual(of('# gantry disable-file\n# gantry disable-next-line=no-such-rule\ndocker ps\n'), ['unknown-ignore']);
  });

  it('are silenced by name', () => {
    assert.deepEqual(of('# gantry disable-file=unknown-ignore\n# gantry disable-next-line=no-such-rule\ndocker ps\n'), []);
  });

  it('are found in scripts without a docker command', () => {
    assert.deepEqual(of('# gantry disable-all\necho\n'), ['malformed-ignore']);
  });

  it('are unused one by one, on request', () => {
    const text = '# gantry disable-file=missing-image\n# gantry disable=unknown-flag\ndocker run --memroy 1g x\n# gantry enable\n# gantry enable\n';
    assert.deepEqual(of(text), []);
    const snapshot = analyse(text, 'shell', { ...defaultSettings, rules: { 'unused-ignore': 'info' } });
    assert.deepEqual(findingsOf(snapshot).map(({ span }) => text.slice(span.start, span.end)), ['missing-image', '# gantry enable']);
  });
});
