/** Tar as bytes: what is written is read back the same, by us and by GNU tar, and what GNU tar writes is read right. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { decodeHeader, encodeHeader, TarError, type TarHeader } from '../../client/src/files/tar-header.ts';
import { entriesOf } from '../../client/src/files/tar-reader.ts';
import { tarOf, type TarSource } from '../../client/src/files/tar-writer.ts';
import { chunked, entry, file, readTar } from './tars.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'gantry-tar-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function gnuTar(...args: string[]): Buffer {
  return execFileSync('tar', ['-C', folder, ...args], { maxBuffer: 256 * 1024 * 1024, stdio: ['pipe', 'pipe', 'pipe'] });
}

const anyName = fc.array(fc.uint8Array({ minLength: 1, maxLength: 80 }), { minLength: 1, maxLength: 5 }).map((parts) => Buffer.concat(parts.flatMap((part, index) => [...(index === 0 ? [] : [Buffer.from('/')]), part.map((byte) => (byte === 0 || byte === 0x2f ? 0x61 : byte))])));
const anyEntry: fc.Arbitrary<TarSource> = fc
  .record({
    kind: fc.constantFrom('file' as const, 'directory' as const, 'symlink' as const, 'hard-link' as const),
    name: anyName,
    linkName: anyName,
    mode: fc.integer({ min: 0, max: 0o7777 }),
    uid: fc.integer({ min: 0, max: 2 ** 32 - 2 }),
    gid: fc.integer({ min: 0, max: 2 ** 32 - 2 }),
    modified: fc.integer({ min: -(2 ** 34), max: 2 ** 34 }).map((seconds) => seconds * 1000),
    content: fc.uint8Array({ maxLength: 1500 }).map((bytes) => Buffer.from(bytes)),
  })
  .map(({ content, linkName, ...rest }) => {
    const isLink = rest.kind === 'symlink' || rest.kind === 'hard-link';
    const body = rest.kind === 'file' ? content : Buffer.alloc(0);
    return { ...rest, linkName: isLink ? linkName : Buffer.alloc(0), size: body.length, content: [body] };
  });

void describe('tar', () => {
  void it('reads back what it writes, byte for byte, however the stream is cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEntry, { maxLength: 5 }), fc.integer({ min: 1, max: 1200 }), async (entries, chunk) => {
        const read = await readTar(chunked(Buffer.concat(await tarOf(entries).toArray()), chunk));
        assert.deepEqual(
          read,
          entries.map(({ content, ...header }) => ({ ...header, content: Buffer.concat([...((content as Buffer[] | undefined) ?? [])]) })),
        );
      }),
      { numRuns: 60 },
    );
  });

  void it('gives GNU tar the same names, modes, links and contents', async () => {
    const long = `${'long/'.repeat(60)}end`;
    const entries = [file('plain', 'one'), file('line\nbreak', 'two'), file(Buffer.from([0x61, 0xff, 0x62]), 'three'), file(long, 'four'), entry('symlink', 'link', { linkName: Buffer.from([0xe9, 0x2f, 0x78]) })];
    const ours = path.join(folder, 'ours.tar');
    writeFileSync(ours, Buffer.concat(await tarOf(entries).toArray()));
    const listed = gnuTar('--quoting-style=c', '-tf', ours).toString().trim().split('\n');
    assert.deepEqual(listed, ['"plain"', '"line\\nbreak"', '"a\\377b"', `"${long}"`, '"link"']);
    assert.equal(gnuTar('-xOf', ours, long).toString(), 'four');
    assert.match(gnuTar('--quoting-style=c', '-tvf', ours, 'link').toString(), /-> "\\351\/x"/);
  });

  for (const format of ['gnu', 'pax', 'ustar']) {
    void it(`reads what GNU tar writes as ${format}`, async () => {
      const source = path.join(folder, format);
      const name = format === 'ustar' ? `${'n'.repeat(90)}/${'m'.repeat(90)}` : `${'n'.repeat(200)}/${'m'.repeat(200)}`;
      execFileSync('mkdir', ['-p', path.join(source, path.dirname(name))]);
      writeFileSync(path.join(source, name), 'content');
      writeFileSync(Buffer.concat([Buffer.from(`${source}/`), Buffer.from([0xff, 0x0a])]), 'odd');
      const read = await readTar(chunked(gnuTar(`--format=${format}`, '-C', format, '-cf', '-', '.'), 700));
      const contents = new Map(read.map((each) => [each.name.toString('latin1'), each.content.toString()]));
      assert.equal(contents.get(`./${name}`), 'content');
      assert.equal(contents.get('./\xff\n'), 'odd');
    });
  }

  void it('knows a sparse file that GNU tar packed, in either form, and never takes its map for content', async () => {
    writeFileSync(path.join(folder, 'hole'), 'start');
    truncateSync(path.join(folder, 'hole'), 10_000_000);
    for (const format of ['gnu', 'pax']) {
      const [read] = await readTar(chunked(gnuTar(`--format=${format}`, '--sparse', '-cf', '-', 'hole'), 4096));
      assert.equal(read?.kind, 'sparse', format);
    }
  });

  void it('announces sizes beyond 8 GiB and reads them in base 256', () => {
    const size = 9 * 1024 ** 3 + 1;
    const encoded = encodeHeader(entry('file', 'big', { size }));
    assert.match(encoded.toString('latin1'), new RegExp(`size=${size}\n`));
    const block = encodeHeader(entry('file', 'big'));
    block.fill(0, 124, 136);
    block[124] = 0x80;
    block.writeUIntBE(size, 130, 6);
    sealAgain(block);
    assert.equal(decodeHeader(block)?.size, size);
  });

  const broken: Readonly<Record<string, (tar: Buffer) => Buffer>> = {
    'cut within a header': (tar) => tar.subarray(0, 300),
    'cut within a file': (tar) => tar.subarray(0, 512 + 100),
    'without its end mark': (tar) => tar.subarray(0, 1024),
    'no tar at all': () => Buffer.from('<html>'.repeat(200)),
    'a header that was changed': (tar) => Buffer.concat([Buffer.from('x'), tar.subarray(1)]),
    'an extended header of a gigabyte': () => {
      const block = encodeHeader(entry('file', 'x', { size: 2 ** 30 }));
      block.write('x', 156);
      return Buffer.concat([sealAgain(block), Buffer.alloc(4096)]);
    },
    'a negative size': () => {
      const block = encodeHeader(entry('file', 'x'));
      block.fill(0xff, 124, 136);
      return Buffer.concat([sealAgain(block), Buffer.alloc(4096)]);
    },
  };
  for (const [what, breaks] of Object.entries(broken)) {
    void it(`says so: ${what}`, async () => {
      const whole = Buffer.concat(await tarOf([file('name', 'content')]).toArray());
      await assert.rejects(readTar(chunked(breaks(whole), 512)), TarError);
    });
  }

  void it('skips content that nobody reads', async () => {
    const tar = Buffer.concat(await tarOf([file('a', 'x'.repeat(3000)), file('b', 'y')]).toArray());
    const names: string[] = [];
    for await (const { name } of entriesOf(chunked(tar, 100))) {
      names.push(name.toString());
    }
    assert.deepEqual(names, ['a', 'b']);
  });

  void it('keeps to the announced size when a file became shorter or longer meanwhile', async () => {
    const header: TarHeader = { ...entry('file', 'f'), size: 4 };
    const read = await readTar(chunked(Buffer.concat(await tarOf([{ ...header, content: [Buffer.from('ab')] }, { ...header, content: [Buffer.from('abcdef')] }]).toArray()), 512));
    assert.deepEqual(read.map(({ content }) => content.toString()), ['ab\0\0', 'abcd']);
  });
});

function sealAgain(block: Buffer): Buffer {
  block.fill(0x20, 148, 156);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}
