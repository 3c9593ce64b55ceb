/** Copying against real engines, beside `docker cp` of the same engine: the same contents, modes, times and links. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { copyFromContainer } from '../../client/src/files/copy-from-container.ts';
import type { Answer } from '../../client/src/files/copy-job.ts';
import { copyToContainer } from '../../client/src/files/copy-to-container.ts';
import { FileProblem } from '../../client/src/files/file-problem.ts';
import { dockerEngine, noDocker, noPodman, podmanEngine, tool, type TestEngine } from './engines.ts';
import { treeOf } from './tree-of.ts';

const work = mkdtempSync(path.join(tmpdir(), 'gantry-copy-'));
after(() => rmSync(work, { recursive: true, force: true }));

function newFolder(): string {
  return mkdtempSync(path.join(work, 'folder-'));
}

function problem(reason: FileProblem['reason'], words: RegExp): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof FileProblem, String(error));
    assert.equal(error.reason, reason, error.message);
    assert.match(error.message, words);
    return true;
  };
}

/** A tree with everything that is hard to copy. */
function oddTree(): string {
  const root = path.join(newFolder(), 'tree');
  for (const folder of ['empty', 'deep/er', 'closed']) {
    mkdirSync(path.join(root, folder), { recursive: true });
  }
  writeFileSync(path.join(root, 'plain'), 'plain');
  writeFileSync(path.join(root, 'nothing'), '');
  writeFileSync(path.join(root, 'deep/er', 'grün 日本 💡'), 'names');
  writeFileSync(path.join(root, 'line\nbreak'), 'line');
  writeFileSync(path.join(root, '-rf'), 'dash');
  writeFileSync(path.join(root, 'n'.repeat(255)), 'long');
  writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0x6e, 0xff, 0xfe])]), 'bytes');
  mkdirSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xe9])]));
  writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xe9]), Buffer.from('/inside')]), 'inside');
  writeFileSync(path.join(root, 'sparse'), 'start');
  truncateSync(path.join(root, 'sparse'), 8_000_000);
  writeFileSync(path.join(root, 'tool'), '#!/bin/sh\n');
  chmodSync(path.join(root, 'tool'), 0o4755);
  writeFileSync(path.join(root, 'secret'), 's');
  chmodSync(path.join(root, 'secret'), 0o000);
  symlinkSync('plain', path.join(root, 'link'));
  symlinkSync('/nowhere/at all', path.join(root, 'dangling'));
  symlinkSync('deep', path.join(root, 'folder-link'));
  symlinkSync(Buffer.from([0xff, 0x0a]), path.join(root, 'odd-link'));
  execFileSync('ln', [path.join(root, 'plain'), path.join(root, 'second-name')]);
  execFileSync('touch', ['-d', '1999-12-31 23:59:58', path.join(root, 'plain'), path.join(root, 'deep')]);
  chmodSync(path.join(root, 'closed'), 0o555);
  return root;
}

function suite(product: string, skip: string | undefined, connect: () => Promise<TestEngine>): void {
  void describe(`copying with ${product}`, { skip }, () => {
    let on: TestEngine;
    let id: string;
    before(async () => {
      on = await connect();
      id = await on.start();
    });
    after(() => on.close());

    void it('copies a folder in as docker cp does, and out as docker cp does', async () => {
      const tree = oddTree();
      await on.cli('cp', tree, `${id}:/by-cli`);
      const total = { bytes: 0, last: 0 };
      const report = await copyToContainer(on.engine, { id, sources: [tree], destination: '/by-us', onProgress: ({ bytes, totalBytes }) => Object.assign(total, { bytes: totalBytes, last: bytes }) });
      assert.deepEqual(report.skipped, []);
      assert.equal(total.last, total.bytes);
      const [ours, theirs, outside] = [newFolder(), newFolder(), newFolder()];
      await on.cli('cp', `${id}:/by-us/.`, ours);
      await on.cli('cp', `${id}:/by-cli/.`, theirs);
      assert.deepEqual(await treeOf(ours), await treeOf(theirs));
      assert.equal((await copyFromContainer(on.engine, { id, source: '/by-cli', destination: outside })).skippedCount, 0);
      // The CLI gives the contents of a folder to a folder that keeps its own mode.
      const { '': root, ...rest } = await treeOf(path.join(outside, 'by-cli'));
      const { '': original, ...expected } = await treeOf(tree);
      assert.equal(root, original);
      assert.deepEqual(rest, expected);
      // Owners in the container, as the two wrote them.
      const owners = async (folder: string) => (await on.cli('exec', id, 'find', folder, '-exec', 'stat', '-c', '%u:%g %a', '{}', '+')).split('\n');
      assert.deepEqual(await owners('/by-us'), await owners('/by-cli'));
    });

    void it('copies what is asked for by a name that is no UTF-8', async () => {
      const [tree, target] = [oddTree(), newFolder()];
      await on.cli('cp', tree, `${id}:/odd`);
      for (const source of ['/odd/n\uf7ff\uf7fe', '/odd/\uf7e9', '/odd/\uf7e9/inside']) {
        await copyFromContainer(on.engine, { id, source, destination: target });
      }
      assert.deepEqual(Object.keys(await treeOf(target)).sort(), ['', '/inside', '/n\xff\xfe', '/\xe9', '/\xe9/inside']);
    });

    void it('leaves the holes of a sparse file', async () => {
      await on.cli('exec', id, 'dd', 'if=/bin/busybox', 'of=/sparse', 'bs=1', 'count=3', 'seek=20000000');
      const target = newFolder();
      await copyFromContainer(on.engine, { id, source: '/sparse', destination: target });
      const { size, blocks } = statSync(path.join(target, 'sparse'));
      assert.equal(size, 20_000_003);
      assert.ok(blocks * 512 < 5_000_000, `${blocks} blocks`);
    });

    void it('copies out of a container that never ran, is paused, or is stopped', async () => {
      const other = await on.create();
      const source = path.join(newFolder(), 'note');
      writeFileSync(source, 'hello');
      await copyToContainer(on.engine, { id: other, sources: [source], destination: '/' });
      const read = async () => {
        const target = newFolder();
        await copyFromContainer(on.engine, { id: other, source: '/note', destination: target });
        return readFileSync(path.join(target, 'note'), 'utf8');
      };
      assert.equal(await read(), 'hello');
      await on.cli('start', other);
      await on.cli('pause', other);
      assert.equal(await read(), 'hello');
      await on.cli('unpause', other);
      await on.cli('stop', '-t', '0', other);
      assert.equal(await read(), 'hello');
    });

    void it('lands where docker cp lands', async () => {
      await on.cli('exec', id, 'sh', '-c', 'mkdir -p /land/dir/sub && echo f > /land/file && echo x > /land/dir/x && ln -sf dir /land/dirlink && ln -sf file /land/filelink');
      const cases: readonly (readonly [string, string])[] = [
        ['/land/file', 'dir'],
        ['/land/file', 'new'],
        ['/land/file', 'file'],
        ['/land/file', 'missing/'],
        ['/land/file', 'missing/deep'],
        ['/land/dir', 'dir'],
        ['/land/dir', 'new'],
        ['/land/dir/', 'dir'],
        ['/land/dir/.', 'dir'],
        ['/land/dir/.', 'new'],
        ['/land/dir', 'file'],
        ['/land/dirlink', 'dir'],
        ['/land/dirlink/', 'dir'],
        ['/land/dirlink/.', 'dir'],
        ['/land/filelink', 'dir'],
        ['/land/nothing', 'dir'],
        ['/land/file/.', 'dir'],
      ];
      const prepared = () => {
        const folder = newFolder();
        mkdirSync(path.join(folder, 'dir'));
        writeFileSync(path.join(folder, 'file'), 'old');
        chmodSync(folder, 0o755);
        return folder;
      };
      for (const follow of [false, true]) {
        for (const [source, destination] of cases) {
          const [ours, theirs] = [prepared(), prepared()];
          const said = await on.cli('cp', ...(follow ? ['-L'] : []), `${id}:${source}`, `${theirs}/${destination}`).then(() => 'copied', () => 'refused');
          const did = await copyFromContainer(on.engine, { id, source, destination: `${ours}/${destination}`, followLinks: follow }).then(() => 'copied', (error: unknown) => (assert.ok(error instanceof FileProblem), 'refused'));
          const what = `${follow ? '-L ' : ''}${source} onto ${destination}`;
          if (product === 'Podman' && source.endsWith('/.') && destination === 'new') {
            // Podman names the contents otherwise than the CLI expects, which then spills them beside the new folder.
            assert.deepEqual(Object.keys(await treeOf(path.join(ours, 'new'))), ['', '/sub', '/x']);
            continue;
          }
          if (product === 'Podman' && source === '/land/file/.') {
            // Podman takes a file for a folder here; Docker and we do not.
            assert.equal(did, 'refused');
            continue;
          }
          assert.equal(did, said, what);
          assert.deepEqual(withoutTimes(await treeOf(ours)), withoutTimes(await treeOf(theirs)), what);
        }
      }
    });

    void it('lands in the container where docker cp lands', async () => {
      const local = newFolder();
      mkdirSync(path.join(local, 'dir/sub'), { recursive: true });
      writeFileSync(path.join(local, 'dir/x'), 'x');
      writeFileSync(path.join(local, 'file'), 'f');
      symlinkSync('dir', path.join(local, 'dirlink'));
      symlinkSync('file', path.join(local, 'filelink'));
      const sources = ['file', 'dir', 'dir/', 'dir/.', 'dirlink', 'dirlink/', 'filelink'];
      const destinations = ['dir', 'new', 'file', 'missing/', 'missing/deep', 'dirlink', 'filelink'];
      const cases = [false, true].flatMap((follow) => sources.flatMap((source) => destinations.map((destination) => ({ follow, source, destination }))));
      await on.cli('exec', id, 'sh', '-c', `for who in ours theirs; do for n in $(seq 0 ${cases.length - 1}); do d=/$who/$n; mkdir -p $d/dir; echo old >$d/file; ln -s dir $d/dirlink; ln -s file $d/filelink; done; done`);
      const did: string[] = [];
      const said: string[] = [];
      for (const [number, { follow, source, destination }] of cases.entries()) {
        said.push(await on.cli('cp', ...(follow ? ['-L'] : []), `${local}/${source}`, `${id}:/theirs/${number}/${destination}`).then(() => 'copied', () => 'refused'));
        did.push(await copyToContainer(on.engine, { id, sources: [`${local}/${source}`], destination: `/ours/${number}/${destination}`, followLinks: follow }).then(() => 'copied', (error: unknown) => (assert.ok(error instanceof FileProblem), 'refused')));
      }
      const named = (outcomes: readonly string[]) => outcomes.map((outcome, number) => `${JSON.stringify(cases[number])} ${outcome}`);
      assert.deepEqual(named(did), named(said));
      const [ours, theirs] = [newFolder(), newFolder()];
      await on.cli('cp', `${id}:/ours/.`, ours);
      await on.cli('cp', `${id}:/theirs/.`, theirs);
      assert.deepEqual(withoutTimes(await treeOf(ours)), withoutTimes(await treeOf(theirs)));
    });

    void it('asks before it replaces, once or for all, and keeps what the user keeps', async () => {
      await on.cli('exec', id, 'sh', '-c', 'mkdir -p /ask && for n in a b c d; do echo new > /ask/$n; done');
      const prepared = () => {
        const folder = newFolder();
        mkdirSync(path.join(folder, 'ask'));
        for (const name of ['a', 'b', 'c']) {
          writeFileSync(path.join(folder, 'ask', name), 'old');
        }
        return folder;
      };
      const outcome = async (answers: readonly Answer[]) => {
        const folder = prepared();
        const asked: string[] = [];
        const left = [...answers];
        await copyFromContainer(on.engine, { id, source: '/ask', destination: folder, onConflict: (file) => (asked.push(path.basename(file)), Promise.resolve(left.shift() ?? 'cancel')) }).catch(problem('cancelled', /cancelled/));
        const kept = readdirSync(path.join(folder, 'ask')).filter((name) => readFileSync(path.join(folder, 'ask', name), 'utf8') === 'old');
        return { asked: asked.length, kept: kept.length };
      };
      assert.deepEqual(await outcome(['overwrite-all']), { asked: 1, kept: 0 });
      assert.deepEqual(await outcome(['skip-all']), { asked: 1, kept: 3 });
      assert.deepEqual(await outcome(['skip', 'overwrite', 'skip']), { asked: 3, kept: 2 });
      assert.deepEqual(await outcome(['cancel']), { asked: 1, kept: 3 });
      const local = prepared();
      writeFileSync(path.join(local, 'ask', 'e'), 'old');
      const asked: string[] = [];
      const report = await copyToContainer(on.engine, { id, sources: [path.join(local, 'ask')], destination: '/', onConflict: (file) => (asked.push(path.basename(file)), Promise.resolve(asked.length === 1 ? 'overwrite' : 'skip-all')) });
      assert.deepEqual(asked, ['a', 'b']);
      assert.equal(report.skippedCount, 2);
      assert.equal(await on.cli('exec', id, 'sh', '-c', 'cat /ask/a /ask/b /ask/e'), 'oldnew\nold');
    });

    void it('refuses pipes and sockets by name before anything is copied', async () => {
      const local = newFolder();
      writeFileSync(path.join(local, 'first'), 'x');
      execFileSync('mkfifo', [path.join(local, 'pipe')]);
      await assert.rejects(copyToContainer(on.engine, { id, sources: [`${local}/.`], destination: '/pipes' }), problem('failed', /named pipes.*pipe\.$/));
      await assert.rejects(on.engine.statPath(id, '/pipes'));
    });

    void it('copies several things from different folders at once', async () => {
      const [one, two] = [newFolder(), newFolder()];
      writeFileSync(path.join(one, 'a'), 'a');
      mkdirSync(path.join(two, 'folder'));
      writeFileSync(path.join(two, 'folder', 'b'), 'b');
      await on.cli('exec', id, 'mkdir', '/several');
      const report = await copyToContainer(on.engine, { id, sources: [path.join(one, 'a'), path.join(two, 'folder')], destination: '/several' });
      assert.deepEqual([report.files, report.directories, report.bytes], [2, 1, 2]);
      assert.equal(await on.cli('exec', id, 'cat', '/several/a', '/several/folder/b'), 'ab');
      await assert.rejects(copyToContainer(on.engine, { id, sources: [path.join(one, 'a'), path.join(two, 'folder')], destination: '/several/a' }), problem('not-a-directory', /Several things/));
    });

    void it('copies ten thousand files both ways, in time and without loss', async () => {
      const local = path.join(newFolder(), 'many');
      for (let folder = 0; folder < 100; folder += 1) {
        mkdirSync(path.join(local, `${folder}`), { recursive: true });
        for (let number = 0; number < 100; number += 1) {
          writeFileSync(path.join(local, `${folder}`, `${number}`), `${folder}/${number}`);
        }
      }
      const inside = await copyToContainer(on.engine, { id, sources: [local], destination: '/' });
      const target = newFolder();
      const outside = await copyFromContainer(on.engine, { id, source: '/many', destination: target });
      assert.deepEqual([inside.files, outside.files, outside.directories], [10_000, 10_000, 101]);
      assert.deepEqual(await treeOf(path.join(target, 'many')), await treeOf(local));
    });

    void it('needs no more memory for a large file', async () => {
      const size = 300 * 1024 * 1024;
      const source = path.join(newFolder(), 'large');
      writeFileSync(source, '');
      truncateSync(source, size);
      const target = newFolder();
      const before = process.memoryUsage.rss();
      let peak = 0;
      const onProgress = () => {
        peak = Math.max(peak, process.memoryUsage.rss());
      };
      assert.equal((await copyToContainer(on.engine, { id, sources: [source], destination: '/large-file', onProgress })).bytes, size);
      assert.equal((await copyFromContainer(on.engine, { id, source: '/large-file', destination: target, onProgress })).bytes, size);
      assert.equal(statSync(path.join(target, 'large-file')).size, size);
      assert.ok(peak > 0 && peak - before < size / 2, `${Math.round((peak - before) / 1024 / 1024)} MiB more`);
    });

    void it('says that a tmpfs would lose the file', async () => {
      const other = await on.start('--mount', 'type=tmpfs,target=/mem', '--tmpfs', '/short');
      const source = path.join(newFolder(), 'note');
      writeFileSync(source, 'x');
      for (const destination of ['/mem', '/short/', '/dev']) {
        await assert.rejects(copyToContainer(on.engine, { id: other, sources: [source], destination }), problem('unavailable', /tmpfs|kernel/), destination);
      }
    });

    void it('takes back what it added when it is cancelled, and says what it cannot take back', async () => {
      await on.cli('exec', id, 'sh', '-c', 'mkdir /undo && echo a > /undo/a && echo b > /undo/b && dd if=/dev/zero of=/undo/large bs=1M count=100');
      await on.cli('exec', id, 'dd', 'if=/dev/zero', 'of=/large', 'bs=1M', 'count=200');
      const target = newFolder();
      const many = new AbortController();
      await assert.rejects(copyFromContainer(on.engine, { id, source: '/undo', destination: target, signal: many.signal, onProgress: ({ bytes }) => bytes > 10_000_000 && many.abort() }), problem('cancelled', /nothing was left behind/));
      assert.deepEqual(readdirSync(target), []);
      const abort = new AbortController();
      await assert.rejects(copyFromContainer(on.engine, { id, source: '/large', destination: target, signal: abort.signal, onProgress: ({ bytes }) => bytes > 10_000_000 && abort.abort() }), problem('cancelled', /cancelled|stopped waiting/));
      assert.deepEqual(readdirSync(target), []);
      const source = path.join(newFolder(), 'large');
      writeFileSync(source, '');
      truncateSync(source, 200_000_000);
      const other = new AbortController();
      await assert.rejects(copyToContainer(on.engine, { id, sources: [source], destination: '/cancelled', signal: other.signal, onProgress: ({ bytes }) => bytes > 10_000_000 && other.abort() }), problem('cancelled', /nothing was left behind/));
      assert.ok(!(await on.cli('exec', id, 'ls', '/')).includes('cancelled'));
      const [stopped, last] = [await on.create(), new AbortController()];
      await assert.rejects(copyToContainer(on.engine, { id: stopped, sources: [source], destination: '/cancelled', signal: last.signal, onProgress: ({ bytes }) => bytes > 10_000_000 && last.abort() }), problem('cancelled', /is in the container: \/cancelled\./));
    });

    void it('says what a full disk and a missing permission are', { skip: process.getuid?.() === 0 ? undefined : 'needs root to mount a small disk' }, async () => {
      const small = newFolder();
      await tool('mount', '-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', small);
      try {
        await assert.rejects(copyFromContainer(on.engine, { id, source: '/by-cli/sparse', destination: small }).then(() => copyFromContainer(on.engine, { id, source: '/bin', destination: small })).then(() => copyFromContainer(on.engine, { id, source: '/bin/busybox', destination: path.join(small, 'again') })), problem('no-space', /disk is full/));
        assert.deepEqual(readdirSync(small, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.gantry')), []);
      } finally {
        await tool('umount', small);
      }
      await tool('mount', '-t', 'tmpfs', '-o', 'ro', 'tmpfs', small);
      try {
        await assert.rejects(copyFromContainer(on.engine, { id, source: '/bin/busybox', destination: small }), problem('no-permission', /read-only/));
      } finally {
        await tool('umount', small);
      }
      assert.ok(existsSync(small));
    });
  });
}

function withoutTimes(tree: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(tree).map(([name, what]) => [name, what.replace(/^(file \d+ \d+) \d+/, '$1')]));
}

suite('Docker', noDocker, dockerEngine);
suite('Podman', noPodman, podmanEngine);
