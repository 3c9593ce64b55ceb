/** The posture of a command says what holds for this command, not what the measure promises in general. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { posturesIn } from '../../../server/src/language/features/posture.ts';
import { analyse } from '../../../server/src/language/features/snapshot.ts';
import type { MeasureId } from '../../../server/src/language/hardening/measure.ts';
import { defaultSettings } from '../../support/commands.ts';

const cases: readonly (readonly [text: string, id: MeasureId, state: string, why: RegExp])[] = [
  ['docker run -d --restart always x:1', 'restart', 'present', /crash or a reboot/],
  ['docker run -d --restart on-failure:5 x:1', 'restart', 'present', /only where the shutdown made it fail/],
  ['docker run -d --restart no x:1', 'restart', 'declined', /`no` was chosen/],
  ['docker run -d --restart always:3 x:1', 'restart', 'left', /no such policy/],
  ['podman run -d --restart always x:1', 'restart', 'present', /only a unit of systemd/],
  ['docker run -d --memory 0 --memory-swap 0 x:1', 'memory', 'declined', /No limit/],
  ['docker run -d --memory 1g --memory-swap 0 x:1', 'memory', 'declined', /twice `--memory`/],
  ['docker run -d --memory 1g --memory-swap -1 x:1', 'memory', 'declined', /As much swap as there is/],
  ['docker run -d --memory 1g --memory-swap 2g x:1', 'memory', 'declined', /size of its own/],
  ['docker run -d --memory 1g --memory-swap 1024m x:1', 'memory', 'present', /one limit/],
  ['docker run -d --cpu-period 50000 x:1', 'cpus', 'left', /refuses it together with `--cpu-period`/],
  ['docker run -d --cpu-quota 50000 x:1', 'cpus', 'left', /Limited by `--cpu-quota`/],
  ['docker run -d --cpu-quota -1 x:1', 'cpus', 'declined', /No limit/],
  ['docker run -d --cpus 1,5 x:1', 'cpus', 'left', /cannot be read/],
  ['docker run -d --pids-limit -1 x:1', 'pids-limit', 'declined', /No limit/],
  ['docker run -d --log-driver syslog --log-opt max-size=10m x:1', 'log-rotation', 'left', /no files/],
  ['docker run -d --log-opt max-size=10m x:1', 'log-rotation', 'present', /largest size/],
  ['docker run -d --cap-drop ALL --cap-add all x:1', 'capabilities', 'declined', /All of them/],
  ['docker run -d --network none x:1', 'own-network', 'left', /no network/],
  ['docker run -d -p 127.0.0.1:80:80 x:1', 'loopback', 'present', /Only this host/],
  ['docker run -d -p 192.168.1.5:80:80 x:1', 'loopback', 'present', /the address that was named/],
  ['docker run -d -p 0.0.0.0:80:80 x:1', 'loopback', 'declined', /Every interface/],
  ['docker run -d -p localhost:80:80 x:1', 'loopback', 'left', /Not every port can be read/],
  ['docker run -d -P=false x:1', 'loopback', 'left', /No port/],
];

describe('a row of the posture', () => {
  for (const [text, id, state, why] of cases) {
    test(`${id}: ${text}`, () => {
      const [posture] = posturesIn(analyse(`${text}\n`, 'shell', defaultSettings));
      const row = posture?.rows.find(({ measure }) => measure.id === id);
      assert.ok(row !== undefined);
      assert.equal(row.state, state);
      assert.match(row.why, why);
    });
  }
});
