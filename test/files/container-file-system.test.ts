/** The files of a container as a file system, on real engines: what works in which state, and what is said where it does not. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ContainerFileSystem, usualFileSystemLimits } from '../../client/src/files/container-file-system.ts';
import { FileProblem, type FileProblemReason } from '../../client/src/files/file-problem.ts';
import type { ExecOptions, ExecSession } from '../../client/src/engine/streams.ts';
import { dockerCli, ensureShellLessImage, shellLessImage } from '../support/docker-engine.ts';
import { dockerEngine, noDocker, noPodman, podmanEngine, type TestEngine } from './engines.ts';

function problem(reason: FileProblemReason, words: RegExp): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof FileProblem, String(error));
    assert.match(error.message, words);
    assert.equal(error.reason, reason);
    return true;
  };
}

/** A program that is not there, as some engines tell it. */
const notFound: ExecSession = { output: (async function* () {})(), write: () => Promise.resolve(), endInput: () => undefined, resize: () => Promise.resolve(), exitCode: () => Promise.resolve(127), close: () => undefined };

const write = { create: true, overwrite: true };
/** `a`, a byte that is no UTF-8, a line break. */
const oddName = 'a\uf7ff\nb';

function suite(product: string, skip: string | undefined, connect: () => Promise<TestEngine>): void {
  void describe(`files of a container with ${product}`, { skip }, () => {
    let on: TestEngine;
    let id: string;
    let files: ContainerFileSystem;
    let now = 0;
    before(async () => {
      on = await connect();
      id = await on.start('--mount', 'type=tmpfs,target=/mem');
      const script = 'mkdir -p /w/folder && echo one > /w/file && chmod 640 /w/file && chown 12:34 /w/file /w/folder && ln -s file /w/link && ln -s folder /w/folder-link && ln -s /nowhere /w/dangling && mkfifo /w/pipe && echo mem > /mem/note && printf odd > "/w/$(printf "a\\\\377\\\\nb")"';
      await on.cli('exec', id, 'sh', '-c', script);
      files = new ContainerFileSystem(on.engine, id, { now: () => now });
    });
    after(() => on.close());
    const names = async (folder: string, system = files) => (await system.readDirectory(folder)).map(({ name, kind, isLink }) => `${name} ${kind}${isLink ? ' link' : ''}`).sort();
    const small = () => new ContainerFileSystem(on.engine, id, { now: () => now }, { ...usualFileSystemLimits, listing: 1024 });
    const expected = [`${oddName} file`, 'dangling other link', 'file file', 'folder directory', 'folder-link directory link', 'link file link', 'pipe other'].sort();
    /** An engine without one of the programs. */
    const without = (...missing: readonly string[]) => {
      const engine = new Proxy(on.engine, {
        get: (target, name) =>
          name === 'exec'
            ? (container: string, exec: ExecOptions) => (exec.command.some((word) => missing.includes(word)) ? Promise.resolve(notFound) : target.exec(container, exec))
            : (Reflect.get(target, name, target) as (...parameters: unknown[]) => unknown).bind(target),
      });
      return new ContainerFileSystem(engine, id, { now: () => now }, { ...usualFileSystemLimits, listing: 1024, patientListing: 64 * 1024 });
    };

    void it('lists a folder from its archive, or by find above the ceiling, with the same result', async () => {
      // Podman keeps pipes out of what it sends.
      const archived = (await names('/w')).filter((name) => name !== 'pipe other');
      assert.deepEqual(archived, expected.filter((name) => name !== 'pipe other'));
      assert.deepEqual(await names('/w', small()), expected);
      assert.deepEqual(await names('/w/folder-link'), []);
      assert.ok((await names('/', small())).includes('proc directory'));
    });

    void it('lists by ls where there is no find, leaving out only what ls cannot tell', async () => {
      const listed = await names('/w', without('find'));
      assert.ok(expected.filter((name) => !name.startsWith(oddName) && !/^(?:pipe|dangling)/.test(name)).every((name) => listed.includes(name)), listed.join());
      assert.ok(listed.every((name) => expected.includes(name)), listed.join());
    });

    void it('reads through a large folder where there are no tools, and says where that is too much', async () => {
      assert.ok((await names('/w', without('find', 'ls'))).includes('file file'));
      await assert.rejects(without('find', 'ls').readDirectory('/'), problem('unavailable', /too much to read through.*no find or ls/));
    });

    void it('describes files, folders and links', async () => {
      const { kind, isLink, size, mode } = await files.stat('/w/link');
      assert.deepEqual({ kind, isLink, size, mode }, { kind: 'file', isLink: true, size: 4, mode: 0o640 });
      assert.equal((await files.stat('/w')).kind, 'directory');
      await assert.rejects(files.stat('/w/none'), problem('not-found', /has no \/w\/none/));
    });

    void it('reads files by link, by odd name, and on mounts that only processes see', async () => {
      assert.equal(String(await files.readFile('/w/link')), 'one\n');
      assert.equal(String(await files.readFile(`/w/${oddName}`)), 'odd');
      assert.equal(String(await files.readFile('/mem/note')), 'mem\n');
      assert.match(String(await files.readFile('/proc/self/comm')), /cat/);
      assert.equal((await files.stat('/mem/note')).size, 4);
      assert.deepEqual(await names('/mem'), ['note file']);
    });

    void it('says why it does not read', async () => {
      await assert.rejects(files.readFile('/w'), problem('is-a-directory', /is a folder/));
      await assert.rejects(files.readFile('/w/pipe'), problem('unavailable', /no regular file/));
      await assert.rejects(new ContainerFileSystem(on.engine, id, Date, { ...usualFileSystemLimits, file: 2 }).readFile('/w/file'), problem('too-large', /too large for an editor/));
    });

    void it('keeps owner and mode of a file that it writes, also by link, and gives a new one the owner of its folder', async () => {
      await files.writeFile('/w/link', Buffer.from('two'), write);
      await files.writeFile('/w/folder/new', Buffer.from('new'), write);
      await files.createDirectory('/w/folder/sub');
      assert.equal(await on.cli('exec', id, 'stat', '-c', '%u:%g %a %s %F', '/w/file', '/w/folder/new', '/w/folder/sub'), '12:34 640 3 regular file\n12:34 644 3 regular file\n12:34 755 4096 directory\n'.replace('4096', await on.cli('exec', id, 'stat', '-c', '%s', '/w/folder/sub').then((size) => size.trim())));
      assert.equal(String(await files.readFile('/w/file')), 'two');
      assert.equal(await on.cli('exec', id, 'stat', '-c', '%F', '/w/link'), 'symbolic link\n');
      if (product === 'Podman') {
        // No program of the container can be given such a name, and nothing else tells the owner.
        await assert.rejects(files.writeFile(`/w/${oddName}`, Buffer.from('changed'), write), problem('unavailable', /would change its owner/));
      } else {
        await files.writeFile(`/w/${oddName}`, Buffer.from('changed'), write);
        assert.equal(String(await files.readFile(`/w/${oddName}`)), 'changed');
      }
    });

    void it('takes names that are patterns elsewhere for what they are', async () => {
      await on.cli('exec', id, 'sh', '-c', 'mkdir -p "/p/[d]" && echo literal > "/p/[x]" && echo matched > /p/x && echo "one?" > "/p/[d]/a?" && echo ab > "/p/[d]/ab" && printf "back" > "/p/b\\\\s" && chown 12:34 "/p/[x]"');
      for (const [name, content] of [['[x]', 'literal\n'], ['[d]/a?', 'one?\n'], ['b\\s', 'back']] as const) {
        assert.equal(String(await files.readFile(`/p/${name}`)), content);
        assert.equal((await files.stat(`/p/${name}`)).size, content.length);
      }
      assert.deepEqual(await names('/p/[d]'), ['a? file', 'ab file']);
      await files.writeFile('/p/[x]', Buffer.from('saved'), write);
      assert.equal(await on.cli('exec', id, 'sh', '-c', 'cat "/p/[x]" /p/x; stat -c %u:%g "/p/[x]"'), 'savedmatched\n12:34\n');
      await on.cli('exec', id, 'sh', '-c', 'echo star > "/p/s*"; echo other > /p/so');
      await (product === 'Podman' ? assert.rejects(files.readFile('/p/s*'), problem('no-permission', /Podman takes the \*/)) : files.readFile('/p/s*').then((content) => assert.equal(String(content), 'star\n')));
    });

    void it('refuses to write where that would surprise', async () => {
      await assert.rejects(files.writeFile('/w/file', Buffer.from('x'), { create: true, overwrite: false }), problem('exists', /exists/));
      await assert.rejects(files.writeFile('/w/none', Buffer.from('x'), { create: false, overwrite: true }), problem('not-found', /has no/));
      await assert.rejects(files.writeFile('/w/folder', Buffer.from('x'), write), problem('is-a-directory', /folder/));
      await assert.rejects(files.writeFile('/missing/file', Buffer.from('x'), write), problem('not-found', /has no \/missing/));
      await assert.rejects(files.writeFile('/mem/file', Buffer.from('x'), write), problem('unavailable', /tmpfs/));
      await assert.rejects(files.writeFile('/proc/version', Buffer.from('x'), write), problem('unavailable', /kernel/));
      await assert.rejects(files.createDirectory('/w/folder'), problem('exists', /exists/));
      await assert.rejects(files.writeFile('/etc/hosts', Buffer.from('x'), write), problem('no-permission', /mount of its own/));
    });

    void it('renames and deletes with the tools of the container', async () => {
      await on.cli('exec', id, 'sh', '-c', 'mkdir -p /del/full && echo x > /del/full/x && echo a > "/del/-rf; touch evil"');
      await files.rename('/del/-rf; touch evil', '/del/renamed', { overwrite: false });
      assert.deepEqual(await names('/del'), ['full directory', 'renamed file']);
      await assert.rejects(files.rename('/del/renamed', '/del/full', { overwrite: true }), problem('exists', /folder/));
      await assert.rejects(files.delete('/del/full', { recursive: false }), problem('failed', /not empty/i));
      await files.delete('/del/full', { recursive: true });
      await files.delete('/del/renamed', { recursive: false });
      assert.deepEqual(await names('/del'), []);
      await assert.rejects(files.delete('/del/none', { recursive: false }), problem('not-found', /none/));
      await assert.rejects(files.delete('/', { recursive: true }), problem('no-permission', /root/));
    });

    void it('asks again after a while and at once after a write', async () => {
      assert.equal((await files.stat('/w/folder')).kind, 'directory');
      await on.cli('exec', id, 'sh', '-c', 'rm -rf /w/folder && echo file > /w/folder');
      assert.equal((await files.stat('/w/folder')).kind, 'directory');
      now += usualFileSystemLimits.cache;
      assert.equal((await files.stat('/w/folder')).kind, 'file');
      await files.writeFile('/w/folder', Buffer.from('longer than before'), write);
      assert.equal((await files.stat('/w/folder')).size, 18);
    });

    void it('works on a stopped container, except for what needs its tools', async () => {
      await on.cli('stop', '-t', '0', id);
      files.forget();
      assert.ok((await names('/w')).includes('file file'));
      if (product === 'Podman') {
        await assert.rejects(files.writeFile('/w/file', Buffer.from('three'), write), problem('unavailable', /would change its owner.*Start the container/));
        assert.equal(String(await files.readFile('/w/file')), 'two');
      } else {
        await files.writeFile('/w/file', Buffer.from('three'), write);
        assert.equal(String(await files.readFile('/w/file')), 'three');
      }
      for (const refused of [() => files.delete('/w/file', { recursive: false }), () => files.rename('/w/file', '/w/other', { overwrite: false }), () => files.readDirectory('/mem')]) {
        await assert.rejects(refused, problem('unavailable', /does not run.*Start the container/));
      }
    });

    void it('says that a container without programs cannot delete', async () => {
      await ensureShellLessImage(dockerCli(on.host));
      const label = (await on.cli('inspect', '--format', '{{index .Config.Labels "gantry.test"}}', id)).trim();
      const other = (await on.cli('create', '--label', `gantry.test=${label}`, shellLessImage, '/sleep', '1000')).trim();
      await on.cli('start', other);
      const bare = new ContainerFileSystem(on.engine, other, Date);
      assert.ok((await names('/', bare)).includes('sleep file'));
      await bare.writeFile('/note', Buffer.from('x'), write);
      await assert.rejects(bare.delete('/note', { recursive: false }), problem('unavailable', /has no rm/));
      await assert.rejects(bare.rename('/note', '/other', { overwrite: false }), problem('unavailable', /has no mv/));
    });

    void it('says that the root file system is read-only', { skip: product === 'Podman' ? 'Podman writes to it all the same' : false }, async () => {
      const other = new ContainerFileSystem(on.engine, await on.create('--read-only', '-v', '/data'), Date);
      await assert.rejects(other.writeFile('/note', Buffer.from('x'), write), problem('no-permission', /--read-only.*volume or a bind mount/));
      await other.writeFile('/data/note', Buffer.from('x'), write);
      assert.equal(String(await other.readFile('/data/note')), 'x');
    });

    void it('says that the container is gone', async () => {
      await assert.rejects(new ContainerFileSystem(on.engine, 'ffffffffffff', Date).stat('/'), problem('not-found', /container is gone/));
    });
  });
}

suite('Docker', noDocker, dockerEngine);
suite('Podman', noPodman, podmanEngine);
