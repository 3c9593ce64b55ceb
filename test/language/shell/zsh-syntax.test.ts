/** Loops and blocks that only zsh has are found to hold the commands that they run. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { describe, readDocument } from './reading.ts';

const cases: readonly (readonly [script: string, ...commands: string[]])[] = [
  ['repeat 3 docker stop web', 'docker stop web'],
  ['repeat 3; do docker stop web; done; docker ps', 'docker stop web', 'docker ps'],
  ['repeat 3 do docker stop web; done; docker ps', 'docker stop web', 'docker ps'],
  ['repeat $times { docker stop web }\ndocker ps', 'docker stop web', 'docker ps'],
  ['for each ($(docker ps -q)) docker stop $each', 'docker ps -q', 'docker stop S:$each'],
  ['for c (web db) { docker stop $c }\ndocker ps', 'docker stop S:$c', 'docker ps'],
  ['for c (web db); do docker stop $c; done; docker ps', 'docker stop S:$c', 'docker ps'],
  ['for c (web\n  db)\ndo\n  docker stop $c\ndone\ndocker ps', 'docker stop S:$c', 'docker ps'],
  ['foreach c (web db)\n  docker stop $c\nend\ndocker ps', 'docker stop S:$c', 'docker ps'],
  ['stop() { for c (web db) docker stop $c }\ndocker ps', 'docker stop S:$c', 'docker ps'],
  ['for c (docker podman) echo S:$c'],
  ['for c in web db; do docker stop $c; done', 'docker stop S:$c'],
  ['stop() { docker stop web }\ndocker ps', 'docker stop web', 'docker ps'],
  ['if [[ -n $x ]] { docker stop web } else { docker start web }\ndocker ps', 'docker stop web', 'docker start web', 'docker ps'],
  ["docker run img echo '{ a: 1 }'", 'docker run img echo "{ a: 1 }"'],
  ["docker run img echo '\n{ a: 1 }\n'", 'docker run img echo "\\n{ a: 1 }\\n"'],
  ['docker ps --format {{ .Names }}\ndocker ps', 'docker ps --format {{ .Names }}', 'docker ps'],
];

suite('zsh', () => {
  for (const [script, ...commands] of cases) {
    test(JSON.stringify(script), () => {
      assert.deepEqual(readDocument(script, 'zsh').map(({ command }) => describe(command)), commands);
    });
  }
});
