/** What applies to a document: presets, other files, overrides, and the order in which they win. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadConfiguration, type LoadedConfiguration } from '../../../server/src/language/configuration/load.ts';
import type { ResolvedConfiguration } from '../../../server/src/language/configuration/resolve.ts';
import { presetNames } from '../../../server/src/language/configuration/presets.ts';
import { analyse, findingsOf } from '../../../server/src/language/features/snapshot.ts';
import { ruleFamilies, rules } from '../../../server/src/language/rules/index.ts';
import { severityOf } from '../../../server/src/language/rules/decide-severity.ts';
import { newestCli } from '../../../server/src/language/docker/versions.ts';
import { imaginedSource } from '../../support/configuration-source.ts';

type Files = Readonly<Record<string, unknown>>;

function load(files: Files, entry = '/w/.gantry.json'): LoadedConfiguration {
  const texts = Object.fromEntries(Object.entries(files).map(([file, content]) => [file, typeof content === 'string' ? content : JSON.stringify(content)]));
  const loaded = loadConfiguration(entry, imaginedSource(texts));
  assert.ok('configuration' in loaded);
  return loaded;
}

function resolved(files: Files, document = '/w/a.sh'): ResolvedConfiguration {
  return load(files).configuration.for(document);
}

function messages({ files }: LoadedConfiguration): string[] {
  return files.flatMap(({ path, problems }) => problems.map(({ message }) => `${path}: ${message}`));
}

describe('rules', () => {
  it('come from the last file of the chain that names them', () => {
    const files = {
      '/w/.gantry.json': { extends: ['./a.json', './b.json'], rules: { 'missing-image': 'hint' } },
      '/w/a.json': { rules: { 'unknown-flag': 'off', 'missing-image': 'off', 'legacy-alias': 'info' } },
      '/w/b.json': { rules: { 'unknown-flag': 'info' } },
    };
    assert.deepEqual(resolved(files).rules, { 'unknown-flag': 'info', 'missing-image': 'hint', 'legacy-alias': 'info' });
  });

  it('keep the options of an earlier file when only the severity changes', () => {
    const files = {
      '/w/.gantry.json': { extends: './a.json', rules: { 'image-mutable-tag': 'error' } },
      '/w/a.json': { rules: { 'image-mutable-tag': ['info', { tags: ['edge'] }] } },
    };
    assert.deepEqual(resolved(files).options, { 'image-mutable-tag': { tags: ['edge'] } });
  });

  const globs: readonly (readonly [string | readonly string[], string, boolean])[] = [
    ['docs/**', '/w/docs/a/b.md', true],
    ['docs/**', '/w/src/docs/b.md', false],
    ['docs/', '/w/docs/a.md', true],
    ['./docs/*.md', '/w/docs/a.md', true],
    ['*.md', '/w/docs/deep/a.md', true],
    ['**/*.{md,mdx}', '/w/a.mdx', true],
    ['README.md', '/w/README.md', true],
    ['.github/**', '/w/.github/x.sh', true],
    [['docs/**', '!docs/ops/**'], '/w/docs/ops/a.md', false],
    [['docs/**', '!docs/ops/**'], '/w/docs/a.md', true],
    ['!docs/**', '/w/a.sh', true],
    ['a.sh', '/other/a.sh', false],
    ['docs\\**', '/w/docs/a.md', false],
  ];
  for (const [files, document, applies] of globs) {
    it(`${applies ? 'apply' : 'do not apply'} to ${document} by ${JSON.stringify(files)}`, () => {
      const config = { '/w/.gantry.json': { overrides: [{ files, rules: { 'unknown-flag': 'off' } }] } };
      assert.equal(resolved(config, document).rules['unknown-flag'], applies ? 'off' : undefined);
    });
  }

  it('of an override are relative to the file that holds it, and lose to the file that extends it', () => {
    const files = {
      '/w/.gantry.json': { extends: './conf/a.json', rules: { 'missing-image': 'info' } },
      '/w/conf/a.json': { overrides: [{ files: '*.sh', rules: { 'unknown-flag': 'off', 'missing-image': 'off' } }] },
    };
    assert.deepEqual(resolved(files, '/w/conf/x.sh').rules, { 'unknown-flag': 'off', 'missing-image': 'info' });
    assert.deepEqual(resolved(files, '/w/x.sh').rules, { 'missing-image': 'info' });
  });
});

describe('other keys', () => {
  it('come from the last file that has them', () => {
    const files = {
      '/w/.gantry.json': { extends: './a.json', failOn: 'error' },
      '/w/a.json': { failOn: 'hint', dockerVersion: '24.0', trustedRegistries: ['ghcr.io'], fences: ['run'] },
    };
    const { failOn, dockerVersion, trustedRegistries, fences } = resolved(files);
    assert.deepEqual({ failOn, dockerVersion, trustedRegistries, fences }, { failOn: 'error', dockerVersion: '20.10.24', trustedRegistries: ['ghcr.io'], fences: ['run'] });
  });

  it('fences makes further blocks shells', () => {
    const text = '```runme {name=x}\ndocker run --memroy 1g x\n```\n';
    const settings = { version: newestCli, files: { kindOf: () => 'unknown' as const } };
    const with_ = resolved({ '/w/.gantry.json': { fences: ['RunMe'] } });
    assert.deepEqual(findingsOf(analyse(text, 'markdown', { ...settings, rules: {} })), []);
    assert.deepEqual(findingsOf(analyse(text, 'markdown', { ...settings, ...with_ })).map(({ ruleId }) => ruleId), ['unknown-flag']);
  });

  it('reportUnusedIgnores yields to what is said of the rule', () => {
    assert.equal(resolved({ '/w/.gantry.json': { reportUnusedIgnores: true } }).rules['unused-ignore'], 'warning');
    assert.equal(resolved({ '/w/.gantry.json': { reportUnusedIgnores: true, rules: { 'unused-ignore': 'info' } } }).rules['unused-ignore'], 'info');
  });
});

describe('presets', () => {
  const severity = (preset: readonly string[], id: string, surface: 'script' | 'markdown', own: Record<string, unknown> = {}) => {
    const rule = rules.find((candidate) => candidate.id === id);
    assert.ok(rule);
    return severityOf(rule, { span: { start: 0, end: 0 }, message: '' }, surface, resolved({ '/w/.gantry.json': { extends: preset, rules: own } }));
  };

  it('recommended changes nothing', () => {
    for (const { id, severity: own } of rules) {
      assert.deepEqual([severity(['recommended'], id, 'script'), severity(['recommended'], id, 'markdown')], [own.script, own.markdown]);
    }
  });

  it('strict leaves no rule off, and judges Markdown like scripts', () => {
    for (const { id, severity: own } of rules) {
      const expected = own.script === 'off' ? 'info' : own.script;
      assert.deepEqual([severity(['strict'], id, 'script'), severity(['strict'], id, 'markdown')], [expected, expected]);
    }
  });

  it('docs judges scripts like Markdown', () => {
    for (const { id, severity: own } of rules) {
      assert.equal(severity(['docs'], id, 'script'), own.markdown);
    }
  });

  it('hardening is about security and reliability, louder, never an error', () => {
    const affected = new Set([...ruleFamilies.security, ...ruleFamilies.reliability].map(({ id }) => id));
    assert.ok(affected.size > 0);
    for (const { id, severity: own } of rules) {
      const raised = { off: 'info', hint: 'info', info: 'warning', warning: 'warning', error: 'error' } as const;
      const expected = affected.has(id) ? [raised[own.script], raised[own.script]] : [own.script, own.markdown];
      assert.deepEqual([severity(['hardening'], id, 'script'), severity(['hardening'], id, 'markdown')], expected);
    }
  });

  it('lose to rules of the file, and win over presets and files before them', () => {
    assert.equal(severity(['strict'], 'unknown-flag', 'script', { 'unknown-flag': 'hint' }), 'hint');
    assert.equal(severity(['strict', 'docs'], 'unknown-flag', 'script'), 'warning');
    const files = { '/w/.gantry.json': { extends: ['./a.json', 'strict'] }, '/w/a.json': { rules: { 'unknown-flag': 'off' } } };
    assert.equal(resolved(files).rules['unknown-flag'], undefined);
  });

  it('never make a rule louder about a case that it is quiet about', () => {
    const rule = rules.find(({ id }) => id === 'unknown-flag');
    assert.ok(rule);
    for (const preset of presetNames) {
      const settings = resolved({ '/w/.gantry.json': { extends: preset } });
      assert.equal(severityOf(rule, { span: { start: 0, end: 0 }, message: '', severity: { script: 'off', markdown: 'off' } }, 'script', settings), 'off');
    }
  });
});

describe('extends', () => {
  const wrong: readonly (readonly [string, Files, RegExp])[] = [
    ['a file that extends itself', { '/w/.gantry.json': { extends: './.gantry.json' } }, /^\/w\/\.gantry\.json: This file extends itself\.$/],
    ['files that extend each other', { '/w/.gantry.json': { extends: './a.json' }, '/w/a.json': { extends: './.gantry.json' } }, /^\/w\/a\.json: `.\/.gantry.json` extends this file in turn/],
    ['a missing file', { '/w/.gantry.json': { extends: './no.json' } }, /`.\/no.json` does not exist\.$/],
    ['a file outside', { '/w/.gantry.json': { extends: '../../etc/passwd' } }, /lies outside the workspace/],
    ['a mistake in the other file', { '/w/.gantry.json': { extends: './a.json' }, '/w/a.json': { rulez: 1 } }, /^\/w\/a\.json: There is no key `rulez`/],
    ['a package without settings', { '/w/.gantry.json': { extends: './package.json' }, '/w/package.json': { name: 'x' } }, /`.\/package.json` has no key `gantry`\.$/],
  ];
  for (const [name, files, message] of wrong) {
    it(`reports ${name} once, and the rest applies`, () => {
      const entry = JSON.parse(JSON.stringify(files['/w/.gantry.json'])) as Record<string, unknown>;
      const loaded = load({ ...files, '/w/.gantry.json': { ...entry, rules: { 'unknown-flag': 'off' } } });
      assert.equal(messages(loaded).length, 1);
      assert.match(messages(loaded)[0] ?? '', message);
      assert.equal(loaded.configuration.for('/w/a.sh').rules['unknown-flag'], 'off');
    });
  }

  it('ends where files extend each other by the thousand', () => {
    const names = Array.from({ length: 30 }, (_, index) => `/w/${index}.json`);
    const files = Object.fromEntries(names.map((name, index) => [name, { extends: [`./${index + 1}.json`, `./${index + 1}.json`] }]));
    const loaded = load({ ...files, '/w/30.json': {} }, '/w/0.json');
    assert.ok(messages(loaded).some((message) => message.includes('More than 100 files')));
  });

  it('says when the file itself cannot be read', () => {
    assert.deepEqual(loadConfiguration('/w/no.json', imaginedSource({})), { problem: 'does not exist' });
  });
});
