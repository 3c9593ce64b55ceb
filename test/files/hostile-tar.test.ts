/** A container is somebody else's: whatever its engine sends, nothing outside the chosen folder changes. */
import assert from 'node:assert/strict';
import { lstatSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync, linkSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { copyFromContainer } from '../../client/src/files/copy-from-container.ts';
import { problemOfName } from '../../client/src/files/local-name.ts';
import type { TarSource } from '../../client/src/files/tar-writer.ts';
import { engineSending, entry, file, folder, hardLinkTo, symlinkTo } from './tars.ts';
import { treeOf } from './tree-of.ts';

const work = mkdtempSync(path.join(tmpdir(), 'gantry-hostile-'));
after(() => rmSync(work, { recursive: true, force: true }));

/** A chosen folder beside one that must not change. */
function chosen(): { readonly target: string; readonly outside: string } {
  const base = mkdtempSync(path.join(work, 'case-'));
  const [target, outside] = [path.join(base, 'target'), path.join(base, 'outside')];
  mkdirSync(target);
  mkdirSync(outside);
  writeFileSync(path.join(outside, 'precious'), 'precious');
  chmodSync(path.join(outside, 'precious'), 0o600);
  return { target, outside };
}

interface Hostile {
  readonly entries: readonly TarSource[];
  /** What the user's folder holds before. */
  readonly before?: (target: string, outside: string) => void;
  /** What the report has to name. */
  readonly skipped: readonly string[];
  /** What has arrived nevertheless. */
  readonly arrived?: readonly string[];
}

const top = folder('top/');
const good = file('top/good', 'good');

function ownFile(target: string): void {
  mkdirSync(path.join(target, 'top'));
  writeFileSync(path.join(target, 'top', 'own'), 'own');
}

const table: Readonly<Record<string, Hostile>> = {
  'a name with ..': { entries: [top, file('top/../../outside/precious', 'evil'), good], skipped: ['top/../../outside/precious'] },
  'a name of .. alone': { entries: [top, file('..', 'evil'), good], skipped: ['..'] },
  'an absolute name': { entries: [top, file('/etc/gantry-evil', 'evil'), good], skipped: ['/etc/gantry-evil'] },
  'a name beside what was asked for': { entries: [top, file('other/x', 'evil'), good], skipped: ['other/x'] },
  'a link, then a file through it': { entries: [top, symlinkTo('top/way', '../../outside'), file('top/way/precious', 'evil'), good], skipped: ['top/way/precious'], arrived: ['top/way'] },
  'an absolute link, then a folder through it': { entries: [top, symlinkTo('top/way', '/tmp'), folder('top/way/gantry-evil/'), good], skipped: ['top/way/gantry-evil/'] },
  'a link, then a file of the same name': { entries: [top, symlinkTo('top/name', '../../outside/precious'), file('top/name', 'mine'), good], skipped: [], arrived: ['top/name'] },
  'a link, then a folder of the same name': { entries: [top, symlinkTo('top/name', '../../outside'), folder('top/name/'), file('top/name/precious', 'evil'), good], skipped: ['top/name/', 'top/name/precious'] },
  'a folder, then a link of the same name, then a file in it': { entries: [top, folder('top/name/'), symlinkTo('top/name', '../../outside'), file('top/name/precious', 'mine'), good], skipped: ['top/name'], arrived: ['top/name/precious'] },
  'a hard link to a file outside': { entries: [top, hardLinkTo('top/name', '../outside/precious'), file('top/name', 'mine'), good], skipped: ['top/name'], arrived: ['top/name'] },
  'a hard link by an absolute name': { entries: [top, hardLinkTo('top/name', '/etc/passwd'), good], skipped: ['top/name'] },
  'a hard link to a link that leads outside': { entries: [top, symlinkTo('top/way', '../../outside/precious'), hardLinkTo('top/name', 'top/way'), good], skipped: ['top/name'] },
  'a hard link to a file that the user had': { entries: [top, hardLinkTo('top/name', 'top/own'), good], before: ownFile, skipped: ['top/name'] },
  'a link that the user has in the folder': {
    entries: [top, file('top/logs/precious', 'evil'), good],
    before: (target, outside) => {
      mkdirSync(path.join(target, 'top'));
      symlinkSync(outside, path.join(target, 'top', 'logs'));
    },
    skipped: ['top/logs/precious'],
  },
  'a link of the user in place of the file': {
    entries: [top, file('top/name', 'mine'), good],
    before: (target, outside) => {
      mkdirSync(path.join(target, 'top'));
      symlinkSync(path.join(outside, 'precious'), path.join(target, 'top', 'name'));
    },
    skipped: [],
    arrived: ['top/name'],
  },
  'a second name of a file outside in place of the file': {
    entries: [top, file('top/name', 'mine'), good],
    before: (target, outside) => {
      mkdirSync(path.join(target, 'top'));
      linkSync(path.join(outside, 'precious'), path.join(target, 'top', 'name'));
    },
    skipped: [],
    arrived: ['top/name'],
  },
  'a zero byte in a name': { entries: [top, { ...file('top/x', 'evil'), name: Buffer.from('top/a\0b') }, good], skipped: ['top/ab'] },
  'devices and pipes': { entries: [top, entry('character-device', 'top/null'), entry('block-device', 'top/sda'), entry('fifo', 'top/pipe'), good], skipped: [], arrived: [] },
  'a file in place of a folder of the user': { entries: [top, file('top/own', 'evil'), good], before: (target) => mkdirSync(path.join(target, 'top', 'own'), { recursive: true }), skipped: ['top/own'] },
  'a folder in place of a file of the user': { entries: [top, folder('top/own/'), file('top/own/x', 'evil'), good], before: ownFile, skipped: ['top/own/', 'top/own/x'] },
  'a name that is too long': { entries: [top, file(`top/${'n'.repeat(300)}`, 'evil'), good], skipped: [`top/${'n'.repeat(295)}…`] },
};

void describe('a hostile tar', () => {
  for (const [what, { entries, before, skipped, arrived = [] }] of Object.entries(table)) {
    void it(`writes nothing outside: ${what}`, async () => {
      const { target, outside } = chosen();
      before?.(target, outside);
      const untouched = await treeOf(outside);
      const report = await copyFromContainer(engineSending(entries), { id: 'x', source: '/top', destination: target });
      assert.deepEqual(await treeOf(outside), untouched);
      assert.equal(readFileSync(path.join(outside, 'precious'), 'utf8'), 'precious');
      assert.equal(readFileSync(path.join(target, 'top', 'good'), 'utf8'), 'good');
      assert.deepEqual(report.skipped.map((each) => each.path), skipped);
      assert.ok(report.skipped.every(({ why }) => why.endsWith('.')));
      for (const name of arrived) {
        lstatSync(path.join(target, name));
      }
      assert.deepEqual(Object.keys(await treeOf(target)).filter((name) => name.includes('.gantry-')), []);
    });
  }

  void it('keeps a link as it is, wherever it leads', async () => {
    const { target } = chosen();
    await copyFromContainer(engineSending([top, symlinkTo('top/way', '../../outside')]), { id: 'x', source: '/top', destination: target });
    assert.equal(readlinkSync(path.join(target, 'top', 'way')), '../../outside');
  });

  void it('does not let one name replace another where the disk ignores case', async () => {
    const { target } = chosen();
    const entries = [top, file('top/README', 'first'), file('top/readme', 'second'), good];
    // A second name for the same file is what such a disk shows: the test makes one as soon as the first file is there.
    const onProgress = ({ files }: { readonly files: number }) => {
      if (files === 1) {
        linkSync(path.join(target, 'top', 'README'), path.join(target, 'top', 'readme'));
      }
    };
    const report = await copyFromContainer(engineSending(entries), { id: 'x', source: '/top', destination: target, onProgress: (progress) => progress.current === 'top/README' && onProgress(progress) });
    assert.equal(readFileSync(path.join(target, 'top', 'README'), 'utf8'), 'first');
    assert.deepEqual(report.skipped.map((each) => each.path), ['top/readme']);
    assert.match(report.skipped[0]?.why ?? '', /upper and lower case/);
  });
});

void describe('names on this machine', () => {
  const names: readonly (readonly [string | Buffer, readonly NodeJS.Platform[]])[] = [
    ['plain.txt', []],
    ['..', ['linux', 'darwin', 'win32']],
    ['a\0b', ['linux', 'darwin', 'win32']],
    ['C:evil', ['win32']],
    ['file:stream', ['win32']],
    ['..\\..\\evil', ['win32']],
    ['CON', ['win32']],
    ['nul.txt', ['win32']],
    ['COM1', ['win32']],
    ['com¹.log', ['win32']],
    ['console', []],
    ['dot.', ['win32']],
    ['blank ', ['win32']],
    ['line\nbreak', ['win32']],
    ['what?', ['win32']],
    [Buffer.from([0x61, 0xff]), ['darwin', 'win32']],
    ['grün', []],
  ];
  for (const [name, refusing] of names) {
    void it(`${JSON.stringify(name.toString())} is refused on ${refusing.join(', ') || 'no system'}`, () => {
      const platforms = ['linux', 'darwin', 'win32'] as const;
      assert.deepEqual(platforms.filter((platform) => problemOfName(Buffer.from(name), platform) !== undefined), refusing);
    });
  }
});
