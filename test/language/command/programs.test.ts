/** Which words at the place of a program are the docker client. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engineOf, isDockerProgram, mentionsDocker } from '../../../server/src/language/command/programs.ts';
import { regionsOf } from '../../../server/src/language/shell/documents.ts';
import { readCommands } from '../../../server/src/language/shell/read-commands.ts';
import { analyse, findingsOf } from '../../../server/src/language/features/snapshot.ts';
import { defaultSettings } from '../../support/commands.ts';
import { describe } from '../shell/reading.ts';

const inScripts: readonly (readonly [script: string, ...commands: string[]])[] = [
  ['$DOCKER run a; "$DOCKER" ps; ${DOCKER_CMD} ps; $docker ps; $SUDO_DOCKER ps', 'S:$DOCKER run a', 'E:$DOCKER ps', 'S:${DOCKER_CMD} ps', 'S:$docker ps', 'S:$SUDO_DOCKER ps'],
  ['${DOCKER:-docker} ps; "${X:-docker}" ps; ${X:="podman"} ps; ${X-/usr/bin/docker} ps', 'S:${DOCKER:-docker} ps', 'E:${X:-docker} ps', 'S:"${X:=\\"podman\\"}" ps', 'S:${X-/usr/bin/docker} ps'],
  ['$(which docker) ps; `command -v podman` ps; $CONTAINER_ENGINE ps; "${CONTAINER_RUNTIME}" ps', 'S:"$(which docker)" ps', 'S:"`command -v podman`" ps', 'S:$CONTAINER_ENGINE ps', 'E:${CONTAINER_RUNTIME} ps'],
  ['sudo $DOCKER ps; sudo -E "$DOCKER" ps; $SUDO $DOCKER ps; x | xargs $DOCKER rm', '(sudo) S:$DOCKER ps', '(sudo) E:$DOCKER ps', '($SUDO) S:$DOCKER ps', '(xargs) S:$DOCKER rm [open]'],
  ['$DOCKER_IMAGE run; $DOCKER_OPTS ps; $DOCKER_RUN a; ${X:-y} ps; $(docker_bin) ps; $DOCKER_HOST ps; $CONTAINER ps; $CONTAINER_NAME ps; $(docker ps -q)', 'docker ps -q'],
];

for (const [script, ...commands] of inScripts) {
  test(`commands of a client in a variable: ${JSON.stringify(script)}`, () => {
    const read = regionsOf(script, 'shell', mentionsDocker).flatMap((region) => readCommands(region, isDockerProgram));
    assert.deepEqual(read.map(describe), commands);
  });
}

const engines: readonly (readonly [program: string, engine: string | undefined])[] = [
  ['docker', 'docker'],
  ['/usr/bin/podman', 'podman'],
  ['nvidia-docker', 'docker'],
  ['/etc/init.d/docker', undefined],
  ['$PODMAN', 'podman'],
  ['${MY_DOCKER_BIN}', 'docker'],
  ['${CONTAINER_ENGINE:-docker}', 'docker'],
  ['$CONTAINER_ENGINE', 'podman'],
  ['${X:-${Y:-docker}}', undefined],
  ['$DOCKER_HOST', undefined],
  ['$HOME/bin/docker', 'docker'],
  ['${TOOLS}/docker', 'docker'],
  ['./docker', 'docker'],
  ['C:\\Program Files\\Docker\\docker.exe', 'docker'],
  ['$HOME/init.d/my-docker', undefined],
  ['--exec-root=/var/run/docker', undefined],
  ['192.168.1.50:/volume1/docker', undefined],
];

for (const [program, engine] of engines) {
  test(`engine of ${program}`, () => {
    assert.equal(engineOf(program), engine);
  });
}

test('an unknown flag behind a variable is an error where the variable is docker, and nothing where it may be either', () => {
  const ids = (script: string) => findingsOf(analyse(script, 'shell', defaultSettings)).map(({ ruleId }) => ruleId);
  assert.deepEqual(ids('$DOCKER run --memroy 1g nginx:1.27\n'), ['unknown-flag']);
  assert.deepEqual(ids('$CONTAINER_ENGINE run --memroy 1g nginx:1.27\n'), []);
});
