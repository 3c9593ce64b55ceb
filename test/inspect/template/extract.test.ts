/** Templates without an engine: what has no result and why, what versions make of them, and that nothing else ever happens. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { closeTemplate } from '../../../client/src/inspect/template/close-template.ts';
import { completeTemplate } from '../../../client/src/inspect/template/complete-template.ts';
import { Description } from '../../../client/src/inspect/template/extract.ts';
import { readyTemplates } from '../../../client/src/inspect/template/ready-templates.ts';
import { evaluated, notEvaluated } from './templates.ts';

const document = {
  Id: 'f00d',
  Created: '2026-01-02T03:04:05.000000006Z',
  Name: '/web',
  State: { Status: 'running', Running: true, ExitCode: 0, Health: { Status: 'healthy', FailingStreak: 0, Log: [{ Start: '2026-01-02T03:04:05.1Z', End: '2026-01-02T03:04:06+02:00', ExitCode: 0, Output: 'fine' }] } },
  Config: { Env: ['MODE=prod', 'EMPTY='], Labels: { 'com.example.a': 'b', plain: 'x', bad: '\ud800' }, Healthcheck: { Test: ['CMD', 'true'], Interval: 90_000_000_000, Timeout: 1_500_000_000, StartPeriod: 150_000 } },
  HostConfig: { Memory: 2 ** 60, PidsLimit: 5, Ulimits: [{ Name: 'nofile', Hard: 2, Soft: 1 }], PortBindings: { '80/tcp': [{ HostIp: '', HostPort: '8080' }] } },
  NetworkSettings: { Ports: { '80/tcp': [{ HostIp: '0.0.0.0', HostPort: '8080' }], '9/udp': null }, Networks: { 'my-net': { IPAddress: '10.0.0.2' } } },
  Mounts: [{ Type: 'bind', Source: '/a', Destination: '/b', Mode: 'ro', RW: false, Propagation: 'rprivate' }],
  Extra: { Fraction: 0.5, Large: 1e300, Deep: [[1, null, { a: true }]] },
};
const description = new Description(document);

function result(template: string): string {
  const extraction = description.extract(template);
  return extraction.kind === 'text' ? extraction.text : assert.fail(`${template}: ${JSON.stringify(extraction)}`);
}

void suite('a template', () => {
  const results: readonly (readonly [template: string, text: string])[] = [
    ['{{.State.Status}} {{.Name}}', 'running /web'],
    ['{{.Config.Healthcheck.Test}} {{.Config.Healthcheck.Interval}} {{.Config.Healthcheck.Timeout}} {{.Config.Healthcheck.StartPeriod}}', '[CMD true] 1m30s 1.5s 150µs'],
    ['{{range .State.Health.Log}}{{.Start}}{{end}}', '2026-01-02 03:04:05.1 +0000 UTC'],
    ['{{.HostConfig.Ulimits}}', '[nofile=1:2]'],
    ['{{json .Mounts}}', '[{"Type":"bind","Source":"/a","Destination":"/b","Mode":"ro","RW":false,"Propagation":"rprivate"}]'],
    ['{{index .Config.Labels "com.example.a"}}', 'b'],
    ['{{.Config.Labels.bad}}', '\ufffd'],
    ['{{.Extra.Deep}}', '[[1 <nil> map[a:true]]]'],
  ];
  for (const [template, text] of results) {
    void test(`${template} prints ${text}`, () => {
      assert.equal(result(template), text);
    });
  }

  void test('that versions of docker answer in different ways has all the answers', () => {
    const extraction = description.extract('{{range 2}}{{.}}{{end}}');
    assert.deepEqual(extraction.kind === 'versions' && extraction.answers.map(({ version, answer }) => [version, answer.kind === 'text' ? answer.text : answer.kind]), [['20.10', 'mistake'], ['28', '01'], ['29', '01']]);
    assert.equal(description.extract('{{json .Config.Healthcheck}}').kind, 'text');
    assert.equal(description.extract('{{json .HostConfig}}').kind, 'unknown');
    assert.equal(description.extract('{{range .NetworkSettings.Networks}}{{json .}}{{end}}').kind, 'versions');
  });

  void test('is evaluated as Docker 29 does: addresses that are not there, ports in the order of their numbers, lists of every kind joined', () => {
    const by = (template: string) => {
      const extraction = description.extract(template);
      return extraction.kind === 'versions' ? extraction.answers.map(({ answer }) => (answer.kind === 'text' ? answer.text : answer.kind)) : extraction.kind === 'text' ? extraction.text : extraction.message;
    };
    assert.deepEqual(by('{{.NetworkSettings.Ports}}'), ['map[80/tcp:[{0.0.0.0 8080}] 9/udp:[]]', 'map[80/tcp:[{0.0.0.0 8080}] 9/udp:[]]', 'map[9/udp:[] 80/tcp:[{0.0.0.0 8080}]]']);
    assert.deepEqual(by('{{(index .NetworkSettings.Networks "my-net").Gateway}}|'), ['|', '|', 'invalid IP|']);
    assert.equal(by('{{(index .NetworkSettings.Networks "my-net").IPAddress}}'), '10.0.0.2');
    assert.deepEqual(by('{{range $p, $b := .NetworkSettings.Ports}}{{$p.Num}} {{end}}'), ['mistake', 'mistake', '9 80 ']);
    assert.deepEqual(by('{{.NetworkSettings.IPAddress}}|'), ['|', '|', 'mistake']);
    assert.deepEqual(by('{{join .HostConfig.Ulimits " "}}'), ['mistake', 'mistake', 'nofile=1:2']);
    assert.deepEqual(by('{{join .Config.Labels " "}}'), ['mistake', 'mistake', 'b x \ufffd']);
    assert.equal(by('{{index .NetworkSettings.Ports "80/tcp" 0 "HostPort"}}'), '8080');
  });

  void test('that shows a port of two protocols has a result that only Docker 29 knows', () => {
    const both = new Description({ NetworkSettings: { Ports: { '53/tcp': null, '53/udp': null } } });
    assert.equal(both.extract('{{.NetworkSettings.Ports}}').kind, 'unknown');
    assert.deepEqual(both.extract('{{json .NetworkSettings.Ports}}'), { kind: 'text', text: '{"53/tcp":null,"53/udp":null}' });
  });

  void test('is evaluated for each version on what engines tell that version', () => {
    const [old, since29] = [{ NetworkSettings: { IPAddress: '172.17.0.2' } }, { NetworkSettings: {} }];
    const extraction = new Description(old, old, since29).extract('{{.NetworkSettings.IPAddress}}');
    assert.deepEqual(extraction.kind === 'versions' && extraction.answers.map(({ answer }) => (answer.kind === 'text' ? answer.text : answer.kind)), ['172.17.0.2', '172.17.0.2', 'mistake']);
  });

  void test('with a mistake says where it is', () => {
    const places: readonly (readonly [template: string, wrong: string])[] = [
      ['{{.State.Status}} {{.Nope}}', '.Nope'],
      ['{{index .Config.Env 7}}', 'index .Config.Env 7'],
      ['{{upper .State.ExitCode}}', '.State.ExitCode'],
      ['{{if .State}}', '{{if .State}}'],
      ['{{$x}}', '$x'],
      ['{{nope .State}}', 'nope'],
      ['{{"a""b"}}', '"b"'],
    ];
    for (const [template, wrong] of places) {
      const extraction = description.extract(template);
      assert.ok(extraction.kind === 'mistake', template);
      assert.equal(template.slice(extraction.start, extraction.end), wrong);
    }
  });

  void test('has no result where a guess could be wrong: addresses, zones of time, numbers that JavaScript rounds, cut characters', () => {
    for (const template of [...notEvaluated, '{{.NetworkSettings.Networks}}', '{{range .State.Health.Log}}{{.End}}{{end}}', '{{.HostConfig.Memory}}', '{{.Extra.Fraction}}', '{{.Extra}}', '{{json .HostConfig}}', '{{slice .Config.Env 0 9}}', '{{slice "é" 1}}', '{{lower "İ"}}', '', 'json']) {
      assert.equal(description.extract(template).kind, 'unknown', template);
    }
    assert.equal(result('{{.State.ExitCode}} {{.HostConfig.PidsLimit}}'), '0 5');
  });

  void test('that would never end ends', () => {
    const nested = '{{range $.Config.Env}}'.repeat(40) + 'x' + '{{end}}'.repeat(40);
    for (const template of [nested, `${'{{range 100000}}'.repeat(3)}x${'{{end}}'.repeat(3)}`, '{{range 100000}}{{printf "%9999d" 1}}{{end}}', '{{$x := "ab"}}{{range 100}}{{$x = print $x $x}}{{end}}', '{{pad "a" 999999999 0}}', `{{${'('.repeat(5000)}.${')'.repeat(5000)}}}`, '{{if .}}'.repeat(5000) + '{{end}}'.repeat(5000)]) {
      const extraction = description.extract(template);
      assert.ok(extraction.kind === 'unknown' || (extraction.kind === 'versions' && extraction.answers.some(({ answer }) => answer.kind === 'unknown')), `${template.slice(0, 40)}: ${extraction.kind}`);
    }
  });
});

const pieces = ['{{', '}}', '{{-', '-}}', ' ', '.', '$', '$x', ':=', '=', '|', '(', ')', ',', '"', '`', "'", 'range', 'if', 'else', 'end', 'with', 'index', 'json', 'printf', '"%s"', '.State', '.Config.Env', '.NetworkSettings.Ports', '.Mounts', '.Extra', '0', '-1', '1.5', '0x1g', 'nil', 'true', '/*', '*/', '\n', '\\', 'é', '\ud800', 'split', 'len', 'eq', 'break'];

function withoutAccident(template: string): void {
  const extraction = description.extract(template);
  const answers = extraction.kind === 'versions' ? extraction.answers.map(({ answer }) => answer) : [extraction];
  for (const answer of answers) {
    if (answer.kind !== 'text') {
      assert.ok(answer.message !== '' && answer.start >= 0 && answer.start <= answer.end && answer.end <= template.length, `${template}: ${JSON.stringify(answer)}`);
    }
  }
}

void suite('whatever is typed', () => {
  void test('has an answer with a place, at every step of writing it', () => {
    for (const template of [...evaluated, ...notEvaluated, ...readyTemplates.map((ready) => ready.template)]) {
      for (let length = 0; length <= template.length; length++) {
        withoutAccident(template.slice(0, length));
      }
    }
  });

  void test('has an answer with a place, made of parts of templates or of anything', () => {
    const templates = fc.oneof(fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((parts) => parts.join('')), fc.string({ unit: 'binary' }).map((inner) => `{{${inner}}}`));
    fc.assert(fc.property(templates, (template) => withoutAccident(template)), { numRuns: 2000 });
  });

  void test('can be completed at every place, within the text', () => {
    const templates = fc.array(fc.constantFrom(...pieces), { maxLength: 15 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(templates, fc.nat(), (template, place) => {
        const cursor = place % (template.length + 1);
        for (const { start, end, label } of completeTemplate(description, template, cursor)) {
          assert.ok(start >= 0 && start <= cursor && cursor <= end && end <= template.length && label !== '');
        }
      }),
      { numRuns: 1000 },
    );
  });

  void test('is closed by adding to its end only, and once', () => {
    const templates = fc.array(fc.constantFrom(...pieces), { maxLength: 15 }).map((parts) => parts.join(''));
    fc.assert(fc.property(templates, (template) => {
      const closed = closeTemplate(template);
      assert.ok(closed.startsWith(template));
    }));
  });
});

void suite('completion', () => {
  const labels = (template: string) => completeTemplate(description, template, template.length).map(({ label }) => label);
  const applied = (template: string, label: string) => {
    const candidate = completeTemplate(description, template, template.length).find((each) => each.label === label) ?? assert.fail(`${label} is not among ${labels(template).join(', ')}`);
    return [template.slice(0, candidate.start) + candidate.text + template.slice(candidate.end), candidate.type, candidate.sample];
  };

  const cases: readonly (readonly [template: string, label: string, becomes: string, type: string, sample: string])[] = [
    ['{{.St', 'State', '{{.State', 'object', ''],
    ['{{.State.', 'Status', '{{.State.Status', 'text', 'running'],
    ['{{range .Mounts}}{{.', 'Source', '{{range .Mounts}}{{.Source', 'text', '/a'],
    ['{{range .Mounts}}{{end}}{{.', 'Name', '{{range .Mounts}}{{end}}{{.Name', 'text', '/web'],
    ['{{with .State.Health}}{{.', 'Log', '{{with .State.Health}}{{.Log', 'list of 1', ''],
    ['{{with .State.Health}}x{{else}}{{.Na', 'Name', '{{with .State.Health}}x{{else}}{{.Name', 'text', '/web'],
    ['{{range $name, $n := .NetworkSettings.Networks}}{{$n.IPA', 'IPAddress', '{{range $name, $n := .NetworkSettings.Networks}}{{$n.IPAddress', 'text', '10.0.0.2'],
    ['{{range $name, $n := .NetworkSettings.Networks}}{{$', '$name', '{{range $name, $n := .NetworkSettings.Networks}}{{$name', 'text', 'my-net'],
    ['{{$s := .State}}{{if true}}{{$s.', 'Running', '{{$s := .State}}{{if true}}{{$s.Running', 'true or false', 'true'],
    ['{{index .Config.Labels "com', 'com.example.a', '{{index .Config.Labels "com.example.a"', 'text', 'b'],
    ['{{.Config.Labels.', 'com.example.a', '{{index .Config.Labels "com.example.a"', 'text', 'b'],
    ['{{json .Config.Labels.', 'com.example.a', '{{json (index .Config.Labels "com.example.a")', 'text', 'b'],
    ['{{(index .Mounts 0).', 'RW', '{{(index .Mounts 0).RW', 'true or false', 'false'],
    ['{{index .Mounts ', '0', '{{index .Mounts 0', 'object', ''],
    ['{{(index (index .NetworkSettings.Ports "80/tcp") 0).', 'HostPort', '{{(index (index .NetworkSettings.Ports "80/tcp") 0).HostPort', 'text', '8080'],
    ['{{.Extra.', 'Deep', '{{.Extra.Deep', 'list of 1', ''],
    ['{{.State.Status | up', 'upper', '{{.State.Status | upper', 'function', ''],
    ['{{.Config.Healthcheck.Int', 'Interval', '{{.Config.Healthcheck.Interval', 'duration', '1m30s'],
    ['id: {', 'ID', 'id: {{.ID}}', 'text', 'f00d'],
  ];
  for (const [template, label, becomes, type, sample] of cases) {
    void test(`of ${template} offers ${label}`, () => {
      const [text, ofType, found = ''] = applied(template, label);
      assert.deepEqual([text, ofType], [becomes, type]);
      assert.ok(sample === '' || found === sample, found);
    });
  }

  void test('offers nothing that is written already, and nothing below a value without parts', () => {
    assert.deepEqual(labels('{{.State.Status.'), []);
    assert.ok(!labels('{{.State.Status').includes('Status'));
  });
});
