/** What becomes of the bytes of a log: lines, times, colours, and nothing that could do harm in a terminal. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { outputIn } from '../../client/src/engine/output-frames.ts';
import { LogBuffer } from '../../client/src/logs/log-buffer.ts';
import { logFilter } from '../../client/src/logs/log-filter.ts';
import { LogLines } from '../../client/src/logs/log-lines.ts';
import { PacedOutput } from '../../client/src/logs/paced-output.ts';
import { TerminalText } from '../../client/src/logs/terminal-text.ts';
import { ManualClock } from '../containers/manual-clock.ts';

/** The same bytes in pieces that end at these places. */
function* cut(data: Buffer, places: readonly number[]): Generator<Buffer> {
  let at = 0;
  for (const place of [...new Set(places)].sort((one, other) => one - other)) {
    if (place > at && place < data.length) {
      yield data.subarray(at, place);
      at = place;
    }
  }
  yield data.subarray(at);
}

function cleaned(text: string, places: readonly number[] = []): string {
  const clean = new TerminalText();
  return [...cut(Buffer.from(text), places)].map((piece) => clean.push(piece)).join('');
}

const places = fc.array(fc.nat(400), { maxLength: 12 });

void suite('text for a terminal', () => {
  const cases: readonly (readonly [what: string, text: string, shown: string])[] = [
    ['keeps colours', '\u001b[1;31mred\u001b[0m', '\u001b[1;31mred\u001b[0m'],
    ['drops a new title', 'a\u001b]0;owned\u0007b', 'ab'],
    ['drops what writes to the clipboard', 'a\u001b]52;c;ZXZpbA==\u001b\\b', 'ab'],
    ['drops moves of the cursor, erasing and other screens', 'a\u001b[2J\u001b[H\u001b[?1049h\u001b[10Ab', 'ab'],
    ['drops questions that the terminal would answer', 'a\u001b[6n\u001b[c\u001bZb', 'ab'],
    ['drops keys that are defined anew, and device strings', 'a\u001bP1;2|3\u001b\\b\u001b_x\u001b\\c', 'abc'],
    ['drops bells, backspaces and C1 controls', 'a\u0007\b\u009b31mb', 'a31mb'],
    ['drops what turns the direction', 'a\u202eb\u2066c', 'abc'],
    ['keeps line breaks, tabs and returns', 'a\tb\r\nc\rd', 'a\tb\r\nc\rd'],
    ['keeps characters outside the BMP', '😀ü', '😀ü'],
    ['is not misled by an escape without an end', 'a\u001b', 'a'],
  ];
  for (const [what, text, shown] of cases) {
    void test(what, () => {
      assert.equal(cleaned(text), shown);
    });
  }

  void test('is the same however the bytes are cut', () => {
    const piece = fc.constantFrom(...cases.map(([, text]) => text), 'plain ', '\u001b[0m', '\n');
    fc.assert(fc.property(fc.array(piece, { maxLength: 8 }), places, (pieces, at) => {
      const text = pieces.join('');
      assert.equal(cleaned(`${text} `, at), cleaned(`${text} `));
    }), { seed: 7 });
  });

  void test('never lets an escape through that does more than colour', () => {
    const hostile = fc.array(fc.constantFrom('\u001b', '[', ']', '?', '0', ';', 'm', 'H', '\u0007', '\\', 'P', '52', '\u009b', 'x', '\n'), { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(fc.property(hostile, places, (text, at) => {
      const shown = cleaned(text, at);
      assert.doesNotMatch(shown.replace(/\u001b\[[\d;:]*m/g, ''), /[\u001b\u0007\u0080-\u009f]/);
    }), { seed: 11, numRuns: 2_000 });
  });

  void test('does not keep an endless string in memory', () => {
    const clean = new TerminalText();
    assert.equal(clean.push(Buffer.from('\u001b]0;')), '');
    for (let count = 0; count < 100; count++) {
      assert.equal(clean.push(Buffer.alloc(65_536, 'x')), '');
    }
    assert.equal(clean.push(Buffer.from('\u0007back')), 'back');
  });
});

void suite('lines', () => {
  const time = (second: number) => `2026-01-02T03:04:${String(second).padStart(2, '0')}.123456789Z`;

  void test('have the time of their first entry, and none of the others', () => {
    const lines = new LogLines();
    const entries = [`${time(1)} one\n`, `${time(2)} tw`, `${time(3)} o\n`, `${time(4)} ${time(9)} is mine\r\n`, `${time(5)} open`];
    const got = entries.flatMap((entry) => lines.push(Buffer.from(entry), true));
    assert.deepEqual([...got, ...lines.end()], [
      { time: time(1), text: 'one' },
      { time: time(2), text: 'two' },
      { time: time(4), text: `${time(9)} is mine` },
      { time: time(5), text: 'open' },
    ]);
  });

  void test('are the same however the bytes are cut', () => {
    const text = Buffer.from(`${time(1)} 😀 one\n${time(2)} two\n${time(3)}  three\n`);
    fc.assert(fc.property(places, (at) => {
      const lines = new LogLines();
      const got = [...cut(text, at)].flatMap((piece) => lines.push(piece, false));
      assert.deepEqual(got.map((line) => [line.time, line.text]), [[time(1), '😀 one'], [time(2), 'two'], [time(3), ' three']]);
    }), { seed: 3 });
  });

  void test('that never end are cut', () => {
    const lines = new LogLines();
    let got = 0;
    for (let count = 0; count < 32; count++) {
      got += lines.push(Buffer.alloc(8 * 1024, 'x'), false).length;
    }
    assert.ok(got >= 3 && got <= 4, String(got));
  });
});

void suite('frames', () => {
  const frame = (stream: number, text: string) => {
    const data = Buffer.from(text);
    const header = Buffer.alloc(8);
    header[0] = stream;
    header.writeUInt32BE(data.length, 4);
    return Buffer.concat([header, data]);
  };
  async function* stream(pieces: Iterable<Buffer>): AsyncGenerator<Buffer> {
    for (const piece of pieces) {
      yield await Promise.resolve(piece);
    }
  }

  void test('give both outputs, however they are cut', async () => {
    const data = Buffer.concat([frame(1, 'out\n'), frame(2, ''), frame(2, 'err\n'), frame(1, 'more')]);
    await fc.assert(fc.asyncProperty(fc.array(fc.nat(60), { maxLength: 10 }), async (at) => {
      const got = { stdout: '', stderr: '' };
      for await (const chunk of outputIn(stream(cut(data, at)), false)) {
        got[chunk.stream] += chunk.data.toString();
      }
      assert.deepEqual(got, { stdout: 'out\nmore', stderr: 'err\n' });
    }), { seed: 5 });
  });

  void test('that are none are refused in words', async () => {
    await assert.rejects(async () => {
      for await (const chunk of outputIn(stream([Buffer.from('HTTP/1.1 hello')]), false)) {
        assert.fail(chunk.data.toString());
      }
    }, /without the frames/);
  });

  void test('that promise gigabytes are handed on as they come', async () => {
    const header = Buffer.from([1, 0, 0, 0, 0xff, 0xff, 0xff, 0xff]);
    const sizes: number[] = [];
    for await (const { data } of outputIn(stream([header, Buffer.alloc(1000), Buffer.alloc(1000)]), false)) {
      sizes.push(data.length);
    }
    assert.deepEqual(sizes, [1000, 1000]);
  });
});

void suite('the lines that are held', () => {
  void test('are the last ones, within both bounds', () => {
    const buffer = new LogBuffer({ lines: 100, characters: 1_000 });
    for (let number = 0; number < 1_000; number++) {
      buffer.push({ source: 0, stream: 'stdout', time: '', text: `line ${number}` });
    }
    assert.deepEqual([buffer.lines.length, buffer.lines.at(-1)?.text, buffer.dropped], [100, 'line 999', 900]);
    buffer.push({ source: 0, stream: 'stdout', time: '', text: 'x'.repeat(5_000) });
    assert.deepEqual([buffer.lines.length, buffer.dropped], [1, 1_000]);
  });
});

void suite('a filter', () => {
  const passing = (filter: string, ...lines: readonly string[]) => {
    const made = logFilter(filter);
    assert.ok(typeof made !== 'string');
    return lines.filter((line) => made.passes(line));
  };

  void test('of words wants all of them, in any case, in spite of colours', () => {
    assert.deepEqual(passing('error DB', 'ERR\u001b[31mOR\u001b[0m in db', 'error', 'db'), ['ERR\u001b[31mOR\u001b[0m in db']);
  });

  void test('of an expression is tried anew on each line', () => {
    assert.deepEqual(passing('/^a.c$/gi', 'abc', 'ABC', 'abcd'), ['abc', 'ABC']);
  });

  void test('that is no expression, or could take for ever, is refused in words', () => {
    const [broken, endless] = [logFilter('/(/'), logFilter('/(a+)+$/')];
    assert.ok(typeof broken === 'string' && typeof endless === 'string');
    assert.match(broken, /regular expression/i);
    assert.match(endless, /for ever/);
  });
});

void suite('paced output', () => {
  function paced() {
    const clock = new ManualClock();
    const written: string[] = [];
    return { clock, written, output: new PacedOutput(clock, (text) => written.push(text)) };
  }

  void test('writes once a frame what came meanwhile', () => {
    const { clock, written, output } = paced();
    void output.push('a');
    void output.push('b');
    assert.deepEqual(written, []);
    clock.advance(16);
    assert.deepEqual([written, clock.waiting], [['ab'], 0]);
  });

  void test('makes a flood wait, and loses nothing of it', async () => {
    const { clock, written, output } = paced();
    let [pushed, waited] = [0, 0];
    const flood = (async () => {
      for (let count = 0; count < 100; count++) {
        pushed++;
        const ready = output.push('x'.repeat(100_000));
        if (ready !== undefined) {
          waited++;
          await ready;
        }
      }
    })();
    await new Promise((resolve) => setImmediate(resolve));
    assert.ok(pushed < 30, `${pushed} pieces were taken at once`);
    for (let frames = 0; frames < 200; frames++) {
      clock.advance(16);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await flood;
    assert.ok(waited > 0 && written.every((text) => text.length <= 512 * 1024));
    assert.equal(written.join('').length, 10_000_000);
  });

  void test('held, writes nothing and lets nobody run ahead', async () => {
    const { clock, written, output } = paced();
    output.hold(true);
    const ready = output.push('a');
    clock.advance(1_000);
    assert.deepEqual(written, []);
    output.hold(false);
    clock.advance(16);
    await ready;
    assert.deepEqual(written, ['a']);
  });
});

test('a control sequence that goes on and on is not waited for', () => {
  const text = `a\u001b[${'1;'.repeat(100)}mb`;
  assert.equal(cleaned(text, [100]).includes('\u001b'), false);
});
