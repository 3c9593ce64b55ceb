import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readServerArguments } from '../../server/src/lsp/arguments.ts';

suite('command line of the language server', () => {
  for (const [args, expected] of [
    [['--stdio'], 'serve stdio'],
    [['--node-ipc', '--clientProcessId=12'], 'serve node-ipc'],
    [['--stdio', '--clientProcessId', '12'], 'serve stdio'],
    [['--version'], 'version'],
    [['--help'], 'help'],
    [['--stdio', '--help'], 'help'],
    [[], 'refuse'],
    [['--socket=6009'], 'refuse'],
    [['--stdio', '--node-ipc'], 'refuse'],
  ] as const) {
    test(args.join(' '), () => {
      const read = readServerArguments(args);
      assert.equal(read.command === 'serve' ? `serve ${read.transport}` : read.command, expected);
    });
  }
});
