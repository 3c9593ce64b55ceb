import { suite, test } from 'node:test';
import { checkSignature } from './check.ts';

const table: readonly (readonly [source: string, active: string | undefined])[] = [
  ['docker run --ulimit ‸', 'name'],
  ['docker run --ulimit nofile=‸', 'soft'],
  ['docker run --ulimit nofile=1:‸', '[:hard]'],
  ['docker run --ulimit=nofile=1‸ nginx', 'soft'],
  ['docker run --rm=‸', undefined],
  ['docker run --restart ‸', undefined],
  ['docker run nginx ‸', undefined],
  ['echo ‸', undefined],
];

suite('signature help', () => {
  for (const [source, active] of table) {
    test(source, () => checkSignature(source, active));
  }

  for (const flag of ['--mount', '--publish', '-p', '--volume', '-v', '--tmpfs', '--ulimit', '--health-interval', '--health-cmd']) {
    test(`${flag} has one`, () => checkSignature(`docker run ${flag} ‸ nginx`, undefined));
  }
});
