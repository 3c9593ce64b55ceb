/** The engine port bundled as the extension is, beside the library's own bundle, at work on a real engine. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { suite, test } from 'node:test';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { projectRoot } from '../../scripts/build.ts';
import { dockerodeApart, dockerodeBundle } from '../../scripts/bundled-dockerode.ts';
import { docker, missingEngine } from '../support/docker-engine.ts';

const reason = await missingEngine();

/** What the port finds out with the library's bundle and nothing else of node_modules. */
const script = `
const { connectEngine } = require(process.argv[1]);
(async () => {
  const loaded = () => Object.keys(require.cache).some((file) => file.endsWith('dockerode.cjs'));
  const before = loaded();
  const engine = await connectEngine({ kind: 'unix', path: process.argv[2] });
  const { version } = await engine.describe();
  const rows = await engine.listContainers();
  const missing = await engine.inspectContainer('f'.repeat(64)).catch(({ reason }) => reason);
  engine.close();
  console.log(JSON.stringify({ before, after: loaded(), version, listed: Array.isArray(rows), missing }));
})();`;

void suite('the bundled engine port', { skip: reason ?? false }, () => {
  void test('loads the library with the first connection, and works with it on a real engine', async (t) => {
    const library = path.join(projectRoot, dockerodeBundle);
    assert.ok(existsSync(library), 'dist/ is not built: run `npm run build` first');
    const folder = mkdtempSync(path.join(tmpdir(), 'gantry-bundle-'));
    t.after(() => rmSync(folder, { recursive: true }));
    copyFileSync(library, path.join(folder, 'dockerode.cjs'));
    const port = path.join(folder, 'port.cjs');
    await build({
      ...{ absWorkingDir: projectRoot, entryPoints: ['client/src/engine/dockerode-engine.ts'], outfile: port, bundle: true, platform: 'node', format: 'cjs', target: 'node20', minify: true },
      ...{ mainFields: ['module', 'main'], supported: { 'dynamic-import': false }, plugins: [dockerodeApart], logLevel: 'warning' },
    });
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', script, port, '/var/run/docker.sock'], { cwd: folder });
    const { output } = await docker('version', '--format', '{{.Server.Version}}');
    assert.deepEqual(JSON.parse(stdout), { before: false, after: true, version: output.trim(), listed: true, missing: 'not-found' });
  });
});
