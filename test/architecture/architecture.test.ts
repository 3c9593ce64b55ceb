/** The invariants of ARCHITECTURE.md that can be read off the sources. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { generate, generatedPath } from '../../scripts/import-cli.ts';
import { projectRoot, sourcesIn, withoutComments, type Source } from './sources.ts';

const brain = 'server/src/language';
const sources = ['server', 'client', 'shared', 'scripts', 'test'].flatMap(sourcesIn);
const inBrain = sources.filter(({ file }) => file.startsWith(`${brain}/`));

/** Which layers a layer of the brain may import, itself included. */
const layers: Readonly<Record<string, readonly string[]>> = {
  text: ['text'],
  docker: ['docker', 'text'],
  shell: ['shell', 'text'],
  command: ['command', 'docker', 'shell', 'text'],
  hardening: ['hardening', 'command', 'docker', 'shell', 'text'],
  rules: ['rules', 'hardening', 'command', 'docker', 'shell', 'text'],
  configuration: ['configuration', 'rules', 'docker', 'text'],
  features: ['features', 'rules', 'hardening', 'command', 'docker', 'shell', 'text'],
};

function layerOf(file: string): string {
  return file.slice(brain.length + 1).split('/')[0] ?? '';
}

/** Imports that a predicate objects to, as lines for the failure message. */
function offending(files: readonly Source[], objects: (imported: string, file: string) => boolean): string[] {
  return files.flatMap(({ file, imports }) => imports.filter((imported) => objects(imported, file)).map((imported) => `${file} imports ${imported}`));
}

void describe('architecture', () => {
  void it('has sources to look at', () => {
    assert.ok(inBrain.length > 150 && sources.length > inBrain.length);
  });

  void it('lets arrows in the brain run one way', () => {
    assert.deepEqual(
      offending(inBrain, (imported, file) => imported.startsWith(`${brain}/`) && layers[layerOf(file)]?.includes(layerOf(imported)) !== true),
      [],
    );
  });

  void it('keeps the brain free of Node, VS Code and the protocol', () => {
    const allowed = new Set(['unbash', '@lezer/markdown', '@lezer/common', 'jsonc-parser', 'picomatch/posix.js']);
    assert.deepEqual(offending(inBrain, (imported) => !imported.startsWith(`${brain}/`) && !allowed.has(imported)), []);
  });

  const soleImporters: readonly (readonly [string, (file: string) => boolean])[] = [
    ['unbash', (file) => file === `${brain}/shell/script.ts`],
    ['@lezer/markdown', (file) => file === `${brain}/shell/markdown.ts`],
    ['jsonc-parser', (file) => [`${brain}/configuration/json-text.ts`, 'client/src/inspect/explain-field.ts'].includes(file)],
    ['picomatch/posix.js', (file) => file === `${brain}/configuration/globs.ts`],
    ['vscode', (file) => file.startsWith('client/src/vscode/') || ['client/src/extension.ts', 'client/src/language-client.ts'].includes(file)],
    ['dockerode', (file) => file === 'client/src/engine/dockerode-engine.ts'],
    ['globby', (file) => file === 'server/src/cli/find-files.ts'],
  ];
  for (const [module, mayImport] of soleImporters) {
    void it(`lets only its adapter import ${module}`, () => {
      assert.deepEqual(offending(sources, (imported, file) => imported === module && !mayImport(file)), []);
    });
  }

  void it('lets arrows in the client run one way: text ← engine ← logs, exec, files, inspect, stats ← diagnose ← containers ← vscode', () => {
    const client: Readonly<Record<string, RegExp>> = {
      text: /^client\/src\/text\//,
      engine: /^client\/src\/(?:text|engine)\//,
      // Beside the engine they know only what a terminal is.
      logs: /^(?:client\/src\/(?:text|engine|logs)\/|client\/src\/containers\/terminal-session\.ts$|server\/src\/language\/docker\/)/,
      exec: /^(?:client\/src\/(?:text|engine|exec)\/|client\/src\/containers\/terminal-session\.ts$)/,
      files: /^client\/src\/(?:text|engine|files)\//,
      // Templates are read by the reader that the language server has for them.
      inspect: /^(?:client\/src\/(?:text|inspect)\/|client\/src\/engine\/(?:json-value|signal-names)\.ts$|client\/src\/containers\/command-line\.ts$|server\/src\/language\/(?:command\/|docker\/values\/(?:scan\/go-template(?:-tokens)?|template-functions)\.ts$))/,
      stats: /^client\/src\/(?:text|engine|stats)\//,
      diagnose: /^(?:client\/src\/(?:text|engine|logs|stats|diagnose)\/|client\/src\/inspect\/mask-secrets\.ts$|shared\/)/,
      containers: /^(?:client\/src\/(?:text|engine|containers|files|logs|exec|inspect|stats|diagnose)\/|server\/src\/language\/(?:command|docker)\/|shared\/)/,
    };
    for (const [folder, allowed] of Object.entries(client)) {
      const files = sources.filter(({ file }) => file.startsWith(`client/src/${folder}/`));
      assert.ok(files.length > 2);
      assert.deepEqual(offending(files, (imported) => /^(?:client|server|shared|test|scripts)\//.test(imported) && !allowed.test(imported)), []);
    }
  });

  void it('keeps the protocol library in the language server', () => {
    const elsewhere = sources.filter(({ file }) => !file.startsWith('server/src/lsp/') && !file.startsWith('test/') && !file.startsWith('scripts/bench/'));
    assert.deepEqual(offending(elsewhere, (imported) => imported.startsWith('vscode-languageserver')), []);
  });

  void it('lets shared/ import nothing', () => {
    const shared = sources.filter(({ file }) => file.startsWith('shared/'));
    assert.notDeepEqual(shared, []);
    assert.deepEqual(offending(shared, (imported) => !imported.startsWith('shared/')), []);
  });

  void it('keeps Docker out of the shell front end', () => {
    // The info strings of fences are Markdown's vocabulary, whatever they name.
    const shell = inBrain.filter(({ file }) => layerOf(file) === 'shell' && !file.endsWith('/fence-languages.ts'));
    assert.deepEqual(shell.filter(({ text }) => /docker|podman/i.test(withoutComments(text))).map(({ file }) => file), []);
  });

  void it('opens no sockets in the language server', () => {
    const server = sources.filter(({ file }) => file.startsWith('server/'));
    assert.deepEqual(offending(server, (imported) => /^(?:node:)?(?:net|http|https|http2|tls|dgram|child_process)$/.test(imported)), []);
  });

  void it('keeps files small', () => {
    const long = sources.filter(({ file, text }) => !file.includes('/generated/') && text.split('\n').length > 400).map(({ file }) => file);
    assert.deepEqual(long, []);
  });

  void it('commits the tables that the importer writes', () => {
    assert.equal(readFileSync(generatedPath, 'utf8'), generate());
  });

  void it('names no rule twice, and each after its file', () => {
    const index = readFileSync(path.join(projectRoot, brain, 'rules/index.ts'), 'utf8');
    const imported = [...index.matchAll(/from '\.\/([\w-]+)\.ts'/g)].map((match) => match[1]).filter((name) => name !== 'rule');
    assert.equal(new Set(imported).size, imported.length);
    for (const id of imported) {
      assert.match(readFileSync(path.join(projectRoot, brain, `rules/${id ?? ''}.ts`), 'utf8'), new RegExp(`'${id ?? ''}'`));
    }
  });
});
