/** The lines of a busybox `ps`, as Podman hands them on, become the cells of the list of processes. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { processTableOf } from '../../client/src/engine/api-containers.ts';

void suite('a list of processes in uncut lines', () => {
  void test('keeps a command whole, however many words it has', () => {
    const lines = ['    1 0         sleep 1000', '    7 0         sh -c echo on;  sleep 1000; true', '   12 1000      top'];
    assert.deepEqual(processTableOf({ Titles: ['  PID USER      COMMAND'], Processes: lines.map((line) => [line]) }), {
      titles: ['PID', 'USER', 'COMMAND'],
      processes: [['1', '0', 'sleep 1000'], ['7', '0', 'sh -c echo on;  sleep 1000; true'], ['12', '1000', 'top']],
    });
  });
});
