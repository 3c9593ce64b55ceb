import { suite, test } from 'node:test';
import { checkSignature } from './check.ts';

const table: readonly (readonly [source: string, active: string | undefined])[] = [
  ['docker run --ulimit ‸', 'name'],
  ['docker run --ulimit nofile=‸', 'soft'],
  ['docker run --ulimit nofile=1:‸', '[:hard]'],
  ['docker run --ulimit=nofile=1‸ nginx', 'soft'],
  ['docker run -p ‸', 'container-port'],
  ['docker run -p 8080:‸', 'container-port'],
  ['docker run --publish=127.0.0.1:80:‸', 'container-port'],
  ['docker run -p 8080:80/‸', '[/protocol]'],
  ['docker run -p 127.0.‸', '[address:]'],
  ['docker run -p 127.0.0.1:‸', '[host-port:]'],
  ['docker run -p 127.0.0.1:80‸', '[host-port:]'],
  ['docker run -p 127.‸0.0.1:80', '[address:]'],
  ['docker run -p [::‸', '[address:]'],
  ['docker run -p [::1]:‸', '[host-port:]'],
  ['docker run -p [::1]:80:‸', 'container-port'],
  ['args=(-p 8080:‸)\ndocker run "${args[@]}" nginx', 'container-port'],
  ['docker run --mount ‸', 'type=…'],
  ['docker run --mount type=bind,src=/a,dst=‸', 'target=…'],
  ['docker run --mount type=bind,so‸', 'source=…'],
  ['docker run --mount type=bind,d‸', 'target=…'],
  ['docker run --mount type=tmpfs,‸', 'target=…'],
  ['docker run --mount type=tmpfs,dst=/x,tmpfs-si‸', 'key=value'],
  ['docker run --mount type=bind,bind-prop‸', 'key=value'],
  ['docker run -v ‸', '[source:]'],
  ['docker run -v /a:‸ nginx', 'target'],
  ['docker run -v "/a:/b:‸"', '[:options]'],
  ['docker run --tmpfs ‸', 'target'],
  ['docker run --tmpfs /run:‸', '[:options]'],
  ['docker run --health-interval ‸', '--health-interval 30s'],
  ['docker run --health-retries ‸', '--health-retries 3'],
  ['docker run --health-cmd "curl ‸" nginx', '--health-cmd COMMAND'],
  ['docker run -d \\\n  -v /a:‸ \\\n  nginx', 'target'],
  ['docker run --rm=‸', undefined],
  ['docker run --restart ‸', undefined],
  ['docker run nginx ‸', undefined],
  ['echo ‸', undefined],
];

suite('signature help', () => {
  for (const [source, active] of table) {
    test(source, () => checkSignature(source, active));
  }
});
