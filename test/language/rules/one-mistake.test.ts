/** One mistake gives one finding, whatever else follows from it; and the mistakes that must be found are found in any layout. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newestCli } from '../../../server/src/language/docker/versions.ts';
import { analyse, findingsOf } from '../../../server/src/language/features/snapshot.ts';
import { rules } from '../../../server/src/language/rules/index.ts';
import { applyEdits } from '../../../server/src/language/text/edit.ts';
import { marked } from '../../support/markers.ts';
import { imaginedFiles } from '../../support/lint.ts';

function loudFindings(text: string, kind: 'shell' | 'markdown' = 'shell') {
  const snapshot = analyse(text, kind, { version: newestCli, rules: {}, files: { kindOf: () => 'unknown' } });
  return findingsOf(snapshot).filter(({ severity }) => severity === 'error' || severity === 'warning');
}

/** A command line with one mistake, and the rule that tells of it. */
const mistakes: readonly (readonly [text: string, ruleId: string])[] = [
  ['docker run -d --name', 'missing-flag-value'],
  ['docker run -d --memory nginx', 'missing-flag-value'],
  ['docker run --memory --rm nginx:1.27', 'missing-flag-value'],
  ['docker run -d --network back', 'missing-image'],
  ['docker run -memory 1g nginx:1.27', 'single-dash-long-flag'],
  ['docker run -env DEBUG=1 nginx:1.27', 'single-dash-long-flag'],
  ['docker run --rm false alpine:3.20 date', 'boolean-flag-value-separated'],
  ['docker logs -f true web', 'boolean-flag-value-separated'],
  ['docker kill -9 web', 'invalid-signal'],
  ['docker run -d —name web nginx:1.27', 'unicode-dash'],
  ['docker ps –a', 'unicode-dash'],
  ['docker logs web –f', 'unicode-dash'],
  ['docker run -d -p 80:80 \\ \n  nginx:1.27\n', 'space-after-continuation'],
  ['docker run -d --memory 1g \\ \n  --cpus 1 nginx:1.27\n', 'space-after-continuation'],
  ['docker run -d --log-opt max-size 10m nginx:1.27', 'invalid-log-options'],
  ['docker run -d --log-driver none --log-opt max-size=10m nginx:1.27', 'invalid-log-options'],
  ['docker run --memory “512m” nginx:1.27', 'smart-quotes'],
  ['docker run -m 5 --memory-swap 1 nginx:1.27', 'memory-too-small'],
  ['docker run --cpus 50% --cpu-quota 5000 nginx:1.27', 'invalid-cpu-value'],
  ['docker run --cap-add SYS_TIME, NET_RAW nginx:1.27', 'invalid-capability'],
  ['docker run --mount type=bind, src=/srv,dst=/data nginx:1.27', 'invalid-mount'],
  ['docker run --mount type=bind, src=/srv, dst=/data, readonly nginx:1.27', 'invalid-mount'],
  ['docker run --mount type=bind, \\\n  src=/srv, \\\n  dst=/data nginx:1.27', 'invalid-mount'],
  ['docker run -v /srv:/data: ro nginx:1.27', 'invalid-volume-spec'],
  ['docker run --log-opt max-size=10m, max-file=3 nginx:1.27', 'invalid-log-options'],
  ['docker run --memory 512 m nginx:1.27', 'memory-too-small'],
  ['docker run -p 8080 : 80 nginx:1.27', 'invalid-image-reference'],
  ['docker run --network host --sysctl net.core.somaxconn=1 nginx:1.27', 'invalid-sysctl'],
  ['docker run --network name=bridge,alias=web nginx:1.27', 'invalid-network'],
  ['docker run --health-interval 30 --no-healthcheck nginx:1.27', 'duration-unit'],
  ['docker create -d nginx:1.27', 'unknown-flag'],
  ['docker -x run nginx:1.27', 'unknown-flag'],
  ['docker ps --since web', 'deprecated-flag'],
  ['docker exec web -it bash', 'flag-after-image'],
];

/** A value that a blank cut in two, and what its fix writes. */
const cutInTwo: readonly (readonly [text: string, fixed: string])[] = [
  ['docker run --mount type=bind,src=/a,dst=/b, ro nginx:1.27', 'docker run --mount type=bind,src=/a,dst=/b,ro nginx:1.27'],
  ['docker run --mount type=bind,src=/a, \\\n  dst=/b nginx:1.27', 'docker run --mount type=bind,src=/a,dst=/b nginx:1.27'],
  ['docker run --tmpfs=/run:size=16m, noexec nginx:1.27', 'docker run --tmpfs=/run:size=16m,noexec nginx:1.27'],
  ['docker run --network name=back, alias=web nginx:1.27', 'docker run --network name=back,alias=web nginx:1.27'],
  ['docker run --cap-add SYS_TIME, NET_RAW nginx:1.27', 'docker run --cap-add SYS_TIME --cap-add NET_RAW nginx:1.27'],
  ['docker run --log-opt max-size=10m, max-file=3 nginx:1.27', 'docker run --log-opt max-size=10m --log-opt max-file=3 nginx:1.27'],
];

/** Mistakes of real documents, renamed. */
const mustFind: readonly (readonly [command: readonly string[], ruleId: string])[] = [
  [['docker run', '-d', '--name broker', '--sysctl fs.file-max=1048576', '-p 1883:1883', 'emqx:5.8'], 'invalid-sysctl'],
  [['docker run', '-it', '--ulimit as=2048', 'debian:12', 'bash'], 'invalid-ulimit'],
  [['docker run', '--bar', 'busybox:1.36'], 'unknown-flag'],
  [['docker run', '-it', '--rm', '--publish-service=web.front', 'debian:12', 'bash'], 'unknown-flag'],
  [['docker ps', 'brave_turing'], 'companion-arity'],
  [['docker run', '-d', '-v conf:/etc/app', '--network back'], 'missing-image'],
  [['docker container run', '--name api', '-p 8080:80', '-e MODE=production'], 'missing-image'],
];

const layouts: readonly (readonly [name: string, write: (words: readonly string[]) => string, kind: 'shell' | 'markdown'])[] = [
  ['on one line', (words) => `${words.join(' ')}\n`, 'shell'],
  ['over several lines', (words) => `${words.join(' \\\n  ')}\n`, 'shell'],
  ['with sudo in a function', (words) => `start() {\n  sudo ${words.join(' \\\n    ')}\n}\n`, 'shell'],
  ['in bash -c', (words) => `bash -c '${words.join(' ')}'\n`, 'shell'],
  ['in a fence with a prompt', (words) => `\`\`\`console\n$ ${words.join(' \\\n    ')}\n\`\`\`\n`, 'markdown'],
  ['in a fence in a list', (words) => `1. Start it:\n\n   \`\`\`sh\n   ${words.join(' \\\n     ')}\n   \`\`\`\n`, 'markdown'],
  ['in a quoted fence', (words) => `> \`\`\`bash\n> ${words.join(' \\\n>   ')}\n> \`\`\`\n`, 'markdown'],
];

void describe('one mistake', () => {
  for (const [text, ruleId] of mistakes) {
    void test(`in ${JSON.stringify(text)} is ${ruleId}`, () => {
      assert.deepEqual(loudFindings(text).map((finding) => finding.ruleId), [ruleId]);
    });
  }
});

void describe('a value that a blank cut in two', () => {
  for (const [text, fixed] of cutInTwo) {
    void test(text, () => {
      const [finding, ...others] = loudFindings(text);
      assert.deepEqual(others, []);
      assert.match(finding?.message ?? '', /^The blank ends the value/);
      assert.deepEqual(finding?.fixes.map(({ safe, edits }) => [safe, applyEdits(text, edits)]), [[true, fixed]]);
      assert.deepEqual(loudFindings(fixed), []);
    });
  }
});

void test('an unknown flag in an array is told of the command that gets it', () => {
  const [finding] = loudFindings('args=(--memroy 1g)\ndocker run "${args[@]}" nginx:1.27\n');
  assert.equal(finding?.message, '`docker run` has no flag `--memroy`. Did you mean `--memory`?');
});

void describe('flags that people bring along', () => {
  const cases: readonly (readonly [text: string, message: RegExp, fixed: string | undefined, safe?: boolean])[] = [
    ['docker cp -rf web:/a b\n', /no flag `-r`: folders are copied/, undefined],
    ['docker cp -R web:/a b\n', /no flag `-R`: folders are copied/, 'docker cp web:/a b\n'],
    ['docker cp \\\n  --recursive \\\n  web:/a b\n', /no flag `--recursive`: folders/, 'docker cp \\\n  web:/a b\n'],
    ['docker attach -it web\n', /no flag `-i`: it attaches/, 'docker attach web\n'],
    ['docker exec --container web ls\n', /no flag `--container`: the container is named without one/, 'docker exec web ls\n'],
    ['docker exec --container=web ls\n', /no flag `--container`/, undefined],
    ['docker stats -n web\n', /no flag `-n`/, 'docker stats web\n'],
    ['docker run -it -n web nginx:1.27\n', /`--name`/, 'docker run -it --name web nginx:1.27\n'],
    ['docker run -itn web nginx:1.27\n', /`--name`/, undefined],
    ['docker run -iT nginx:1.27\n', /no flag `-T`\. Did you mean `-t`\?/, 'docker run -it nginx:1.27\n', false],
    ['docker run -D nginx:1.27\n', /Did you mean `-d`\?/, 'docker run -d nginx:1.27\n', false],
    ['docker rm -rf web\n', /`-f` removes a container that runs/, undefined],
    ['docker update -p 80:80 web\n', /belongs to `docker run`, which settles it/, undefined],
    ['docker start --restart always web\n', /belongs to `docker run`; `docker update --restart` changes it later\.$/, undefined],
    ['docker restart -m 1g web\n', /belongs to `docker run`; `docker update -m` changes it later\.$/, undefined],
    ['docker start --env A=b web\n', /belongs to `docker run`, which settles it/, undefined],
    ['docker port -a web\n', /`docker port --help` lists/, undefined],
  ];
  for (const [text, message, fixed, safe = true] of cases) {
    void test(text.trim(), () => {
      const [finding, ...others] = loudFindings(text);
      assert.deepEqual(others, []);
      assert.match(finding?.message ?? '', message);
      assert.deepEqual(finding?.fixes.map((fix) => [fix.safe, applyEdits(text, fix.edits)]), fixed === undefined ? [] : [[safe, fixed]]);
      assert.deepEqual(fixed === undefined ? [] : loudFindings(fixed), []);
    });
  }
});

void describe('a text that the shell splits', () => {
  const texts: readonly (readonly [text: string, ruleId: string, fixed?: string])[] = [
    ['OPTS="--memroy 1g"\ndocker run $OPTS nginx:1.27\n', 'unknown-flag', 'OPTS="--memory 1g"\ndocker run $OPTS nginx:1.27\n'],
    ['OPTS="--rm"\nOPTS="$OPTS --memory 1"\ndocker run $OPTS nginx:1.27\n', 'memory-too-small'],
    ['OPTS="--rm"\ndocker run $OPTS --restart always nginx:1.27\n', 'rm-with-restart'],
    ['OPTS="--rm -it"\ndocker run $OPTS\n', 'missing-image'],
    ['RUN="docker run --rm"\n$RUN --memroy 1g nginx:1.27\n', 'unknown-flag', 'RUN="docker run --rm"\n$RUN --memory 1g nginx:1.27\n'],
    ['RUN="docker run --memroy 1g"\n$RUN nginx:1.27\n$RUN redis:7\n', 'unknown-flag', 'RUN="docker run --memory 1g"\n$RUN nginx:1.27\n$RUN redis:7\n'],
    ['OPTS="--rm --mount type=bind,src=/a,dst=/b,,readonly"\ndocker run $OPTS nginx:1.27\n', 'invalid-mount', 'OPTS="--rm --mount type=bind,src=/a,dst=/b,readonly"\ndocker run $OPTS nginx:1.27\n'],
  ];
  for (const [text, ruleId, fixed] of texts) {
    void test(JSON.stringify(text), () => {
      const findings = loudFindings(text);
      assert.deepEqual(findings.map((finding) => finding.ruleId), [ruleId]);
      assert.equal(findings.flatMap(({ fixes }) => fixes).filter(({ safe }) => safe).map(({ edits }) => applyEdits(text, edits))[0], fixed);
    });
  }

  void test('gets no quotes from a fix: they would reach docker', () => {
    const findings = loudFindings('OPTS="-a --format table {{.Names}}"\ndocker ps $OPTS\n');
    assert.deepEqual(findings.map(({ ruleId, fixes }) => [ruleId, fixes]), [['invalid-format', []]]);
  });
});

void describe('a mistake of a real document', () => {
  for (const [words, ruleId] of mustFind) {
    for (const [name, write, kind] of layouts) {
      void test(`${ruleId}: ${words.join(' ')} ${name}`, () => {
        assert.deepEqual(loudFindings(write(words), kind).map((finding) => finding.ruleId), [ruleId]);
      });
    }
  }
});

void describe('a safe fix', () => {
  for (const rule of rules) {
    for (const { bad, surface, version } of rule.examples) {
      const { text } = marked(bad);
      const kind = surface === 'markdown' ? 'markdown' : 'shell';
      void test(`of ${rule.id} leaves no new error in ${bad}`, () => {
        const settings = { version: version ?? newestCli, rules: {}, files: imaginedFiles };
        const errorsIn = (document: string) => findingsOf(analyse(document, kind, settings)).filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId);
        const before = new Set(errorsIn(text));
        for (const finding of findingsOf(analyse(text, kind, settings)).filter(({ ruleId }) => ruleId === rule.id)) {
          for (const fix of finding.fixes.filter(({ safe }) => safe)) {
            assert.deepEqual(errorsIn(applyEdits(text, fix.edits)).filter((id) => !before.has(id)), [], fix.title);
          }
        }
      });
    }
  }
});
