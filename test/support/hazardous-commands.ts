/** Command lines by chance with everything that rules have fixes for, in every spelling, quoting and layout. */
import fc from 'fast-check';
import type { Document } from './fixed-texts.ts';
import { scriptOf } from './fixed-texts.ts';
import { newestCli } from '../../server/src/language/docker/versions.ts';

/** Long name, letter, and values that some rule reports; a flag without values is a boolean. */
const flags: readonly (readonly [name: string, letter: string | undefined, values: readonly string[]])[] = [
  ['privileged', undefined, []],
  ['detach', 'd', []],
  ['interactive', 'i', []],
  ['tty', 't', []],
  ['publish-all', 'P', []],
  ['rm', undefined, []],
  ['oom-kill-disable', undefined, []],
  ['publish', 'p', ['8080:80', '5432:5432', '80', '0.0.0.0:6379:6379', '[::]:80:80', ':9:9', '53:53/udp', '8000-8010:8000-8010', 'published=3306,target=3306', 'target=53,protocol=udp', '127.0.0.1:80:80']],
  ['volume', 'v', ['/:/host', '/etc:/host/etc:rw,z', '/usr:/x:rslave', '/proc:/p:ro', '/dev/:/d', 'data:/data', '/var/run/docker.sock:/var/run/docker.sock', '/mnt:/mnt:rshared', 'data:/data,ro']],
  ['mount', undefined, ['type=bind,source=/etc,target=/e', 'type=bind,src=/sys,dst=/s,readonly=false', 'type=bind,src=/boot,dst=/b,ro', 'type=volume,src=data,dst=/d']],
  ['env', 'e', ['API_TOKEN=hvs.h4Kq2', 'DB_URL=postgres://shop:hunter2@db/shop', 'APP_SECRET=two words', 'PASSWORD', 'MODE=production', 'my.key=s3cr3t-4']],
  ['security-opt', undefined, ['seccomp=unconfined', 'apparmor:unconfined', 'label=disable', 'no-new-privileges']],
  ['cap-add', undefined, ['SYS_ADMIN', 'net_admin', 'ALL', 'CHOWN']],
  ['cap-drop', undefined, ['ALL', 'SYS_ADMIN']],
  ['memory', 'm', ['512m', '0', '1g']],
  ['memory-swap', undefined, ['1g', '512m', '-1']],
  ['network', undefined, ['host', 'shop', 'none']],
  ['restart', undefined, ['no', 'always', 'unless-stopped', 'on-failure:3']],
  ['stop-signal', undefined, ['SIGKILL', '9', 'SIGTERM']],
  ['log-opt', undefined, ['max-size=10', 'max-file=3', 'max-size=10m']],
  ['cpus', undefined, ['1', '1,5', '50%']],
  ['name', undefined, ['web', 'api']],
];

type Quoting = 'bare' | 'single' | 'double';

/** The words stay the same whatever the quoting. */
function quoted(text: string, quoting: Quoting): string {
  const needs = /[\s[\]*?&;|<>()$'"\\!#~]/.test(text) || text === '';
  return quoting === 'double' ? `"${text}"` : quoting === 'single' || needs ? `'${text}'` : text;
}

const quoting = fc.constantFrom<Quoting>('bare', 'bare', 'bare', 'single', 'double');

const flag: fc.Arbitrary<string[]> = fc.constantFrom(...flags).chain(([name, letter, values]) => {
  if (values.length === 0) {
    return fc.constantFrom([`--${name}`], [`--${name}=true`], ...(letter === undefined ? [] : [[`-${letter}`]]));
  }
  return fc.tuple(fc.constantFrom(...values), quoting, fc.constantFrom('next', 'equals', 'letter', 'joined')).map(([value, quotes, way]) => {
    if (way === 'equals') {
      return [`--${name}=${quoted(value, quotes)}`];
    }
    if (letter === undefined || way === 'next') {
      return [`--${name}`, quoted(value, quotes)];
    }
    return way === 'letter' ? [`-${letter}`, quoted(value, quotes)] : [`-${letter}${quoted(value, quotes)}`];
  });
});

const cluster = fc.constantFrom(['-it'], ['-dit'], ['-tid'], ['-dP']);

/** The words of a command; each element is what stays on one line. */
const creating: fc.Arbitrary<string[]> = fc
  .tuple(
    fc.constantFrom('docker run', 'docker create', 'sudo docker run', 'docker container run'),
    fc.array(fc.oneof({ weight: 8, arbitrary: flag }, { weight: 1, arbitrary: cluster }), { maxLength: 5 }),
    fc.constantFrom('shop:2.4', 'postgres', 'redis:latest', '"shop:2.4"'),
    fc.constantFrom([], ['sh', '-c', "'echo hi # no comment'"], ['--privileged'], ['serve', '-p', '80:80']),
  )
  .map(([start, options, image, process]) => [start, ...options.map((words) => words.join(' ')), [image, ...process].join(' ')]);

const others: fc.Arbitrary<string[]> = fc.constantFrom(
  ['docker kill', 'web'],
  ['docker stop -t 0', 'web api'],
  ['docker restart --timeout=0', 'web'],
  ["docker stop --signal='KILL'", 'web'],
  ['docker exec -it --privileged', 'web sh'],
  ['docker exec -e TOKEN=hvs.h4Kq2', 'web env'],
  ['docker container kill', '"web"'],
);

/** How a command stands in a document. */
const layouts: readonly ((parts: readonly string[]) => Document)[] = [
  (parts) => scriptOf(`#!/bin/sh\n# start it -p 80:80\n${parts.join(' ')} # here --privileged\n`),
  (parts) => scriptOf(`set -e\n${parts.join(' \\\n  ')}\necho "docker run -p 1:1 is 'done'"\n`),
  (parts) => scriptOf(`start() {\n\t${parts.join(' \\\n\t\t')}\n}\n`),
  (parts) => scriptOf(`if true; then ${parts.join('  ')}; fi | cat >out.txt # end\n`),
  (parts) => ({ text: `Start:\n\n\`\`\`console\n$ ${parts.join(' \\\n>   ')}\noutput -p 80:80\n\`\`\`\n`, kind: 'markdown', version: newestCli }),
  (parts) => ({ text: `1. Start:\n\n   \`\`\`sh\n   ${parts.join(' \\\n     ')}\n   \`\`\`\n\n2. Stop.\n`, kind: 'markdown', version: newestCli }),
  (parts) => ({ text: `> \`\`\`bash\n> ${parts.join(' \\\n>   ')}\n> \`\`\`\n`, kind: 'markdown', version: newestCli }),
];

export function withCarriageReturns(document: Document): Document {
  return { ...document, text: document.text.replace(/\r?\n/g, '\r\n') };
}

export const hazardousDocument: fc.Arbitrary<Document> = fc
  .tuple(fc.oneof({ weight: 6, arbitrary: creating }, { weight: 1, arbitrary: others }), fc.constantFrom(...layouts), fc.boolean())
  .map(([parts, layout, crlf]) => (crlf ? withCarriageReturns(layout(parts)) : layout(parts)));
