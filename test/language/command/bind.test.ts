/** The binder reads command lines as pflag does. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyse } from '../../../server/src/language/features/snapshot.ts';
import { commandIn, defaultSettings, outline } from '../../support/commands.ts';
import { mark } from '../../support/markers.ts';

const cases: readonly (readonly [string, string])[] = [
  // Flags and their values.
  ['docker run -d --name web nginx:1.27', 'run --detach --name=web | nginx:1.27'],
  ['docker run --name=web nginx', 'run --name=web | nginx'],
  ['docker run --name --rm nginx', 'run --name=--rm | nginx'],
  ['docker run -itd alpine sh', 'run --interactive --tty --detach | alpine | sh'],
  ['docker run -p8080:80 -m=512m nginx', 'run --publish=8080:80 --memory=512m | nginx'],
  ['docker run -itp 8080:80 nginx', 'run --interactive --tty --publish=8080:80 | nginx'],
  ['docker run -itp8080:80 nginx', 'run --interactive --tty --publish=8080:80 | nginx'],
  ['docker run -e=A=1 nginx', 'run --env=A=1 | nginx'],
  ['docker run -m= nginx', 'run --memory== | nginx'],
  ['docker run -t=false nginx', 'run --tty=false | nginx'],
  ['docker run -it=false nginx', 'run --interactive --tty=false | nginx'],
  ['docker run --rm=0 nginx', 'run --rm=0 | nginx'],
  ['docker run --net host nginx', 'run --net=host | nginx'],
  ['docker run -memory 1g nginx', 'run --memory=emory | 1g | nginx'],
  // Booleans never take the next word.
  ['docker run --rm false nginx', 'run --rm | false | nginx'],
  // The first positional ends the flags of run, create, exec, commit and top, and of no other command.
  ['docker run alpine ls -l --rm', 'run | alpine | ls -l --rm'],
  ['docker exec -it web sh -c "ls -l"', 'exec --interactive --tty | web | sh -c ls -l'],
  ['docker stop web -t 5', 'stop --timeout=5 | web'],
  ['docker logs web -f --tail=5', 'logs --follow --tail=5 | web'],
  ['docker top web -ef', 'top | web | -ef'],
  // The end of flags.
  ['docker run -it -- alpine --rm', 'run --interactive --tty | alpine | --rm'],
  ['docker run alpine -- a', 'run | alpine | -- a'],
  ['docker cp - web:/tmp', 'cp | - web:/tmp'],
  // Spellings of the command.
  ['docker container run -d nginx', 'run --detach | nginx'],
  ['docker container ls -a', 'ps --all'],
  ['docker inspect web', 'inspect-any | web'],
  ['docker container inspect web', 'inspect | web'],
  ['docker -H tcp://10.0.0.1:2375 --log-level=debug ps -q', 'ps --quiet'],
  ['docker -l debug ps', 'ps'],
  ['/usr/bin/docker ps', 'ps'],
  ['docker.exe ps', 'ps'],
  ['podman run -d nginx', 'run --detach | nginx'],
  ['podman --runtime /usr/bin/crun --root=/x --log-level debug run -d nginx', 'run --detach | nginx | ! unknown-flag runtime | ! unknown-flag root'],
  ['podman --remote network rm web', 'network | rm web | ! unknown-flag remote'],
  ['docker --runtime crun run -d nginx', 'crun | run -d nginx | ! unknown-flag runtime'],
  ['NV_GPU=0 nvidia-docker run -d nginx', 'run --detach | nginx'],
  ['docker build -t x .', 'build | -t x .'],
  ['docker container frobnicate', 'container frobnicate'],
  // Letters that are known only when the shell runs.
  ['docker exec -i"$T" web sh', 'exec --interactive | web | sh'],
  ['docker run --rm -i$(test -t 0 && echo t) nginx', 'run --rm --interactive | nginx'],
  ['docker run -iz$T nginx', 'run --interactive | nginx | ! unknown-shorthand z'],
  // Mistakes.
  ['docker run --memroy 1g nginx', 'run | nginx | ! unknown-flag memroy'],
  ['docker run --cpuset 0 nginx', 'run | nginx | ! unknown-flag cpuset'],
  ['docker run --foo nginx', 'run | nginx | ! unknown-flag foo'],
  ['docker run -name web nginx', 'run | nginx | ! unknown-shorthand name'],
  ['docker run -rm nginx', 'run | nginx | ! unknown-shorthand rm'],
  ['docker run -iz nginx', 'run --interactive | nginx | ! unknown-shorthand z'],
  ['docker run -tfalse nginx', 'run --tty | nginx | ! unknown-shorthand f'],
  ['docker run --rm=yes nginx', 'run --rm=yes | nginx | ! invalid-boolean-value yes'],
  ['docker run --rm= nginx', 'run --rm= | nginx | ! invalid-boolean-value '],
  ['docker run nginx --memory', 'run | nginx | --memory'],
  ['docker run --memory', 'run --memory | ! missing-flag-value memory'],
  ['docker run ---rm nginx', 'run | nginx | ! bad-flag-syntax ---rm'],
  ['docker run', 'run | ! too-few-arguments run'],
  ['docker run -d', 'run --detach | ! too-few-arguments run'],
  ['docker exec web', 'exec | web | ! too-few-arguments exec'],
  ['docker ps web', 'ps | web | ! too-many-arguments ps'],
  ['docker run -D nginx', 'run | nginx | ! unknown-shorthand D'],
  // Help is asked for: nothing else is judged.
  ['docker run --help', 'run'],
  ['docker ps -h', 'ps'],
  ['docker run -h web alpine', 'run --hostname=web | alpine'],
  // What is known only at run time.
  ['docker run -e "A=$B" nginx', 'run --env=? | nginx'],
  ['docker run $OPTS nginx', 'run | nginx'],
  ['docker run $A $DEVICES $VOLUMES -v /x:/y -d "$@"', 'run --volume=/x:/y --detach | $@'],
  ['docker run -d "$@" /bin/sh -c x', 'run --detach | $@ | /bin/sh -c x'],
  ['docker run $OPTS ./a', 'run | $OPTS | ./a'],
  ['docker cp $OPTS /a web:/b', 'cp | /a web:/b'],
  ['docker run $A $IMAGE -v', 'run | $A | $IMAGE -v'],
  ['docker run $A --reset -p yes', 'run | $A | --reset -p yes'],
  ['docker run -d $A -p 80:80', 'run --detach | $A | -p 80:80'],
  ['docker run $A --reset nginx', 'run | $A | --reset nginx'],
  ['docker run $A --memroy 1g nginx', 'run | nginx | ! unknown-flag memroy'],
  ['docker run $A -d $B', 'run --detach | $B'],
  ['docker run $A -d $B -v /x:/y $C', 'run --detach --volume=/x:/y | $C'],
  ['echo a | xargs docker run $A -d', 'run --detach'],
  ['docker run -d $IMAGE', 'run --detach | $IMAGE'],
  ['docker run --name="$NAME" -d nginx', 'run --name=? --detach | nginx'],
  ['docker run -d "$IMAGE" --port 80', 'run --detach | $IMAGE | --port 80'],
  ['docker rm -f $(docker ps -aq)', 'rm --force | $(docker ps -aq)'],
  ['docker run -p $PORT:80 nginx', 'run --publish=? | nginx'],
];

void describe('bind', () => {
  for (const [text, expected] of cases) {
    void it(text, () => {
      assert.equal(outline(commandIn(text).command), expected);
    });
  }
});

void describe('programs', () => {
  for (const text of ['sudo /etc/init.d/docker restart', 'docker-compose up -d', 'dockerd --debug', 'echo docker run', 'my-docker run', 'nvidia-docker-plugin run']) {
    void it(`reads no docker command in: ${text}`, () => {
      const found = analyse(text, 'shell', defaultSettings).regions.flatMap(({ commands }) => commands);
      assert.deepEqual(found, []);
    });
  }
});

void describe('spans of flags', () => {
  const spans: readonly (readonly [string, string])[] = [
    ['docker run -itd alpine', 'docker run ⟦-i⟧⟦t⟧⟦d⟧ alpine'],
    ['docker run --name web alpine', 'docker run ⟦--name⟧ web alpine'],
    ['docker run -p8080:80 alpine', 'docker run ⟦-p⟧8080:80 alpine'],
    ['docker run "--name"=web alpine', 'docker run "⟦--name⟧"=web alpine'],
  ];
  for (const [text, expected] of spans) {
    void it(`names: ${text}`, () => {
      const { command } = commandIn(text);
      assert.equal(mark(text, command.flags.map(({ nameSpan }) => nameSpan)), expected);
    });
  }
  const values: readonly (readonly [string, string])[] = [
    ['docker run --name web alpine', 'docker run --name ⟦web⟧ alpine'],
    ['docker run --name="web" alpine', 'docker run --name="⟦web⟧" alpine'],
    ["docker run -e 'A=1 2' alpine", "docker run -e '⟦A=1 2⟧' alpine"],
    ['docker run -p8080:80 alpine', 'docker run -p⟦8080:80⟧ alpine'],
    ['docker run -it=false alpine', 'docker run -it=⟦false⟧ alpine'],
  ];
  for (const [text, expected] of values) {
    void it(`values: ${text}`, () => {
      const { command } = commandIn(text);
      const found = command.flags.filter(({ value }) => value.attached !== 'implied').map(({ value }) => value.span);
      assert.equal(mark(text, found), expected);
    });
  }
});
