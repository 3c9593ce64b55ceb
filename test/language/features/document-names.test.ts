/** Completion of names that other commands of the document show. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { complete } from '../../../server/src/language/features/completion.ts';
import { checkCompletion, snapshotOf, type ExpectedCompletions } from './check.ts';

type Row = readonly [source: string, expected: ExpectedCompletions];

const runs = 'docker run -d --name web nginx:1.27\ndocker run -d --name db postgres:16\n';

const containers: readonly Row[] = [
  [`${runs}docker stop ‸`, { first: ['db', 'web', '--signal'], applied: { web: `${runs}docker stop web` } }],
  [`${runs}docker stop ‸`, { first: ['db', 'web'], excludes: ['--signal'], trigger: ' ' }],
  [`${runs}docker stop w‸`, { first: ['web'], applied: { web: `${runs}docker stop web` } }],
  [`${runs}docker stop web ‸`, { first: ['db', '--signal'], excludes: ['web'] }],
  // Whoever is done may press Enter.
  [`${runs}docker stop web ‸`, { none: true, trigger: ' ' }],
  [`${runs}docker exec -it ‸`, { first: ['db', 'web'] }],
  [`${runs}docker exec -it ‸ bash`, { first: ['db', 'web'], applied: { db: `${runs}docker exec -it db bash` } }],
  [`${runs}docker exec -it web ‸`, { none: true }],
  [`${runs}docker rm -f ‸\necho done`, { first: ['db', 'web'], applied: { web: `${runs}docker rm -f web\necho done` } }],
  [`${runs}docker container logs -f ‸`, { first: ['db', 'web'] }],
  [`${runs}docker exec -it "w‸`, { applied: { web: `${runs}docker exec -it "web` } }],
  [`${runs}docker exec -it "w‸" sh`, { applied: { web: `${runs}docker exec -it "web" sh` } }],
  [`${runs}docker cp ‸`, { first: ['db:', 'web:'] }],
  [`${runs}docker cp app.conf w‸`, { applied: { 'web:': `${runs}docker cp app.conf web:` } }],
  [`${runs}docker cp w‸:/etc/app.conf .`, { applied: { web: `${runs}docker cp web:/etc/app.conf .` } }],
  [`${runs}docker cp web:‸`, { excludes: ['db', 'db:', 'web'] }],
  [`${runs}docker run --volumes-from ‸ alpine`, { first: ['db', 'web'] }],
  [`${runs}docker run --link w‸:site alpine`, { applied: { web: `${runs}docker run --link web:site alpine` } }],
  [`${runs}docker run --network container:‸ alpine`, { includes: ['container:db', 'container:web'] }],
  [`${runs}docker run --pid container:w‸ alpine`, { includes: ['container:web'], excludes: ['container:db'] }],
  [`${runs}docker ps --filter name=‸`, { first: ['db', 'web'] }],
  [`${runs}docker network connect backend ‸`, { first: ['db', 'web'] }],
  [`${runs}docker inspect ‸`, { first: ['db', 'web', 'postgres:16', 'nginx:1.27'] }],
  ['docker create --name=web nginx\ndocker rename web site\ndocker start ‸', { first: ['site', 'web'] }],
  // Used is shown as well.
  ['docker start cache\ndocker logs ‸', { first: ['cache'] }],
  // The nearest in front of the cursor is first, then those behind it.
  ['docker run --name a1 nginx\ndocker run --name b1 nginx\ndocker stop ‸\ndocker run --name c1 nginx\ndocker run --name d1 nginx\ndocker run --name b1 nginx', { first: ['b1', 'a1', 'c1', 'd1', '--signal'] }],
  // What is being written shows nothing.
  ['docker stop we‸', { none: true }],
  ['docker run --name web ‸', { excludes: ['web'] }],
  ['docker rename ‸', { excludes: ['web'] }],
  [`${runs}docker rename web ‸`, { excludes: ['db', 'web'] }],
  // Only what stands there as it is.
  ['docker run --name "$NAME" nginx\ndocker run --name web-$i nginx\ndocker run --name <name> nginx\ndocker stop ‸', { first: ['--signal'] }],
  ['docker rm $(docker ps -q) 0a1b2c3d4e5f\ndocker stop ‸', { first: ['--signal'] }],
  ['docker run --bogus value image\ndocker rmi ‸', { none: true }],
  ['echo --name web\ndocker stop ‸', { first: ['--signal'] }],
];

const places: readonly Row[] = [
  [`if true; then\n${runs}docker stop ‸`, { first: ['db', 'web'] }],
  [`${runs}for c in 1; do\n  docker logs ‸`, { first: ['db', 'web'] }],
  [`${runs}docker stop \\\n  -t 5 \\\n  ‸`, { first: ['db', 'web'] }],
  [`${runs}x=$(docker inspect -f '{{.Id}}' ‸)`, { first: ['db', 'web'] }],
  [`ssh host 'docker run -d --name far nginx'\nssh host 'docker stop ‸'`, { first: ['far'], applied: { far: `ssh host 'docker run -d --name far nginx'\nssh host 'docker stop far'` } }],
  ['# Run\n\n```sh\n$ docker run -d --name web nginx:1.27\n```\n\nLater, with `docker start old`:\n\n```sh\ndocker stop ‸\n```\n', { first: ['old', 'web'] }],
  ['> ```powershell\n> docker run -d `\n>   --name web nginx\n> docker stop ‸\n> ```\n', { first: ['web'] }],
  ['podman run -d --name web nginx\npodman stop ‸', { first: ['web'] }],
];

const images: readonly Row[] = [
  ['docker build -t shop/api:2.4 .\ndocker run ‸', { first: ['shop/api:2.4', '--name'], applied: { 'shop/api:2.4': 'docker build -t shop/api:2.4 .\ndocker run shop/api:2.4' } }],
  ['docker build -t shop .\ndocker run -d --name x ‸', { first: ['shop'], excludes: ['--name'], trigger: ' ' }],
  ['docker buildx build --tag=shop:1 .\ndocker pull redis:7\ndocker run -d re‸', { first: ['redis:7'] }],
  ['docker build -t shop .\ndocker tag shop registry.example.com/shop:2\ndocker push ‸', { first: ['registry.example.com/shop:2', 'shop'] }],
  ['docker pull --platform linux/amd64 redis:7\ndocker rmi ‸', { first: ['redis:7'], excludes: ['linux/amd64'], trigger: ' ' }],
  [`${runs}docker image rm nginx:1.27 ‸`, { first: ['postgres:16'], excludes: ['nginx:1.27'] }],
  [`${runs}docker run nginx:1.27 ‸`, { none: true }],
  [`${runs}docker run ‸nginx`, { first: ['--name'] }],
  ['docker pull redis:7\ndocker rmi -f ‸', { first: ['redis:7'] }],
  ['docker network rm -f shop\ndocker network inspect -f {{.Id}} ‸', { first: ['shop'] }],
  ['docker commit web shop/api:fixed\ndocker run --rm ‸', { first: ['shop/api:fixed'] }],
  ['docker run sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\ndocker run Bad/Image\ndocker run ‸', { first: ['--name'] }],
];

const networksAndVolumes: readonly Row[] = [
  ['docker network create --driver bridge shop\ndocker run --network ‸ nginx', { first: ['shop', 'bridge'], excludes: ['container:shop'] }],
  ['docker network create shop --driver overlay\ndocker run --net=sh‸ nginx', { applied: { shop: 'docker network create shop --driver overlay\ndocker run --net=shop nginx' } }],
  ['docker run --network name=shop,alias=api nginx\ndocker network rm ‸', { first: ['shop'], trigger: ' ' }],
  ['docker network create shop\ndocker run --network name=‸,alias=web nginx', { applied: { shop: 'docker network create shop\ndocker run --network name=shop,alias=web nginx' } }],
  ['docker run --network host nginx\ndocker run --network container:web nginx\ndocker network inspect ‸', { none: true }],
  ['docker network create shop\ndocker network connect ‸', { first: ['shop'] }],
  ['docker volume create shop-data\ndocker run -v ‸', { first: ['shop-data', 'name:/path'], applied: { 'shop-data': 'docker volume create shop-data\ndocker run -v shop-data:/var/lib/app' } }],
  ['docker volume create shop-data\ndocker run -v sh‸:/data nginx', { applied: { 'shop-data': 'docker volume create shop-data\ndocker run -v shop-data:/data nginx' } }],
  ['docker run -v shop-data:/data -v ./conf:/conf -v /srv:/srv -v "$PWD":/x nginx\ndocker volume rm ‸', { first: ['shop-data'], excludes: ['./conf', '/srv', 'conf'] }],
  ['docker run --mount type=volume,src=shop-data,dst=/data nginx\ndocker run --mount source=‸', { first: ['shop-data'] }],
  ['docker run --mount type=bind,src=/srv,dst=/data nginx\ndocker run --mount type=bind,src=‸', { none: true }],
  ['docker volume create --driver local --opt type=none shop-data\ndocker ps --filter volume=‸', { first: ['shop-data'] }],
];

suite('completion of names of the document', () => {
  for (const [group, rows] of Object.entries({ containers, places, images, networksAndVolumes })) {
    for (const [source, expected] of rows) {
      test(`${group}: ${JSON.stringify(source)}${expected.trigger === undefined ? '' : ' unasked'}`, () => checkCompletion(source, expected));
    }
  }

  test('of very many names the nearest are offered, and more typing brings the others', () => {
    const many = Array.from({ length: 200 }, (_, index) => `docker run -d --name web-${index} nginx\n`).join('');
    const asked = (line: string) => complete(snapshotOf(many + line), many.length + line.length, ' ');
    const { items, incomplete } = asked('docker stop ');
    assert.deepEqual([items.length, items[0]?.label, items.at(-1)?.label, incomplete], [50, 'web-199', 'web-150', true]);
    const further = asked('docker stop b-7');
    assert.deepEqual(further.items.map(({ label }) => label), ['web-79', 'web-78', 'web-77', 'web-76', 'web-75', 'web-74', 'web-73', 'web-72', 'web-71', 'web-70', 'web-7']);
    assert.equal(further.incomplete, false);
  });
});
