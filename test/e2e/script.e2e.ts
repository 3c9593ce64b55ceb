/** The editor on a shell script: hovers, completion, underlines, quick fixes. */
import assert from 'node:assert/strict';
import type { E2eCase } from './e2e-case.ts';

const hardenedPayments = `docker run -d \\
  --restart unless-stopped \\
  --init \\
  --memory 512m \\
  --memory-swap 512m \\
  --cpus 1 \\
  --pids-limit 200 \\
  --log-opt max-size=10m \\
  --log-opt max-file=3 \\
  --read-only \\
  --tmpfs /tmp \\
  --tmpfs /run \\
  --cap-drop ALL \\
  --security-opt no-new-privileges \\
  --user 1000:1000 \\
  -p 127.0.0.1:8080:8080 \\
  myorg/payments-api:v1
`;

export const scriptCases: readonly E2eCase[] = [
  {
    name: 'script: a hover teaches a flag, and tells the parts of a value',
    async run({ workbench, picture }) {
      await workbench.open('deploy.sh');
      await workbench.moveCursorBehind('deploy.sh', '-p 127.0.0.1:8080:8080');
      const memory = await workbench.hover('--memory 512m');
      assert.match(memory, /--memory, -m/);
      assert.match(memory, /exit code 137/);
      assert.match(memory, /Why:[^]*Mind:/);
      await picture('hover on a flag');
      await workbench.leaveHover();
      const size = await workbench.hover('512m --memory-swap');
      assert.match(size, /512 MiB|536[,.]?870[,.]?912/);
      await workbench.leaveHover();
      const summary = await workbench.hover('registry.example.com/shop/api:');
      assert.match(summary, /registry/i);
    },
  },
  {
    name: 'script: completion offers flags, then the values of the chosen flag',
    files: { 'todo.sh': '#!/bin/sh\nif true; then\n  docker run -d  nginx:1.27\nfi\n' },
    async run({ workbench, picture }) {
      await workbench.open('todo.sh');
      await workbench.waitForLanguageServer('docker run');
      await workbench.moveCursor(3, 17);
      await workbench.page.keyboard.type('--rest');
      assert.ok(!(await workbench.completions('--restart')).includes('--detach'), 'what is given already is not offered again');
      await picture('completion of flags');
      await workbench.acceptCompletion('--restart');
      await workbench.until('the inserted flag', async () => ((await workbench.boxOf('docker run -d --restart')) === undefined ? undefined : true));
      const policies = await workbench.completions('unless-stopped');
      assert.deepEqual(policies.filter((label) => /^(no|always|unless-stopped|on-failure)/.test(label)).length >= 4, true, policies.join(' '));
      await workbench.page.keyboard.type('unl');
      await workbench.acceptCompletion('unless-stopped');
      await workbench.save();
      assert.match(workbench.fileText('todo.sh'), /^ {2}docker run -d --restart unless-stopped +nginx:1\.27$/m);
    },
  },
  {
    name: 'script: behind a blank, completion offers the containers that the script names',
    files: { 'stop.sh': '#!/bin/sh\ndocker run -d --name shop-db postgres:16\ndocker run -d --name shop-api --network shop nginx:1.27\n\n' },
    async run({ workbench, picture }) {
      await workbench.open('stop.sh');
      await workbench.waitForLanguageServer('docker run');
      await workbench.moveCursor(4, 1);
      await workbench.page.keyboard.type('docker exec -it ');
      assert.deepEqual((await workbench.completions('shop-db')).slice(0, 2), ['shop-api', 'shop-db']);
      await picture('completion of names');
      await workbench.page.keyboard.type('shop-d');
      await workbench.acceptCompletion('shop-db');
      // A blank that asks for nothing: Enter ends the line.
      await workbench.page.keyboard.type(' sh');
      await workbench.page.keyboard.press('Enter');
      await workbench.page.keyboard.type('docker stop shop-api ');
      await workbench.page.keyboard.press('Enter');
      await workbench.save();
      assert.match(workbench.fileText('stop.sh'), /^docker exec -it shop-db sh\ndocker stop shop-api ?\n/m);
    },
  },
  {
    name: 'script: the offending words are underlined, exactly',
    async run({ workbench, picture }) {
      await workbench.open('deploy.sh');
      const line = workbench.fileText('deploy.sh').split('\n').findIndex((text) => text.includes('--memroy')) + 1;
      const column = (workbench.fileText('deploy.sh').split('\n')[line - 1] ?? '').indexOf('--memroy') + 1;
      await workbench.moveCursor(line, column);
      const problem = await workbench.until('the problem in the panel', async () =>
        (await workbench.problems()).find((label) => label.includes('--memroy')),
      );
      assert.match(problem, /^Error: /);
      assert.match(problem, new RegExp(`at line ${line} and character ${column}\\.`));
      assert.match(problem, /--memory/);
      assert.match(problem, /gantry/i);
      const box = await workbench.until('the flag in view', () => workbench.boxOf('--memroy'));
      await workbench.until('an underline below the flag alone', async () => {
        const under = (await workbench.squiggles('error')).filter(({ top, bottom }) => top < box.bottom && bottom > box.top);
        return under.some(({ left, right }) => Math.abs(left - box.left) < 2 && Math.abs(right - box.right) < 2) ? true : undefined;
      });
      await picture('underlined words and problems');
    },
  },
  {
    name: 'script: a quick fix changes the file by just its words',
    async run({ workbench, picture }) {
      await workbench.open('deploy.sh');
      const before = workbench.fileText('deploy.sh');
      await workbench.until('the findings', async () => ((await workbench.problems()).some((label) => label.includes('--time')) ? true : undefined));
      await workbench.moveCursorBehind('deploy.sh', 'docker stop --ti');
      await workbench.quickFix('Write `-t');
      await workbench.until('the fixed line', async () => ((await workbench.boxOf('docker stop -t 30 shop-api')) === undefined ? undefined : true));
      await workbench.save();
      await picture('after the quick fix');
      assert.equal(workbench.fileText('deploy.sh'), before.replace('docker stop --time 30', 'docker stop -t 30'));
      await workbench.until('the finding gone', async () => ((await workbench.problems()).some((label) => label.includes('--time')) ? undefined : true));
    },
  },
  {
    name: 'script: what is safe is fixed on saving, or by Fix All',
    files: {
      'stop.sh': '#!/bin/sh\ndocker stop --time 5 web\ndocker run --nmae web nginx:1.27\n',
      '.vscode/settings.json': '{ "editor.codeActionsOnSave": { "source.fixAll.gantry": "explicit" } }\n',
    },
    async run({ workbench }) {
      await workbench.open('stop.sh');
      await workbench.until('the findings', async () => ((await workbench.problems()).some((label) => label.includes('--nmae')) ? true : undefined));
      await workbench.moveCursorBehind('stop.sh', 'docker stop');
      // A window that is still starting may not know yet who fixes; a user asks again.
      await workbench.until(
        'the fixed lines',
        async () => ((await workbench.boxOf('docker stop -t 5 web')) === undefined ? undefined : workbench.boxOf('docker run --name web nginx:1.27')),
        () => workbench.runCommand('Fix All'),
      );
      await workbench.page.keyboard.press('Control+Z');
      await workbench.until('the lines as they were', () => workbench.boxOf('docker stop --time 5 web'));
      await workbench.moveCursor(2, 25);
      await workbench.page.keyboard.type('2');
      const fixed = '#!/bin/sh\ndocker stop -t 5 web2\ndocker run --name web nginx:1.27\n';
      // A window that is still starting saves without asking for what is to be done on saving; a user saves again.
      await workbench.until('the file fixed on saving', () => Promise.resolve(workbench.fileText('stop.sh') === fixed ? true : undefined), () => workbench.page.keyboard.press('Control+S'));
    },
  },
  {
    name: 'script: hardening makes a bare command one for production, and the hover shows its posture',
    files: { 'run.sh': `#!/bin/sh\n# Payments.\ndocker run -d -p 8080:8080 myorg/payments-api:v1\n` },
    async run({ workbench, picture }) {
      await workbench.open('run.sh');
      await workbench.waitForLanguageServer('docker run');
      await workbench.moveCursorBehind('run.sh', 'docker ru');
      await workbench.quickFix('Harden this command');
      await workbench.until('the hardened command', async () => ((await workbench.boxOf('--cap-drop ALL')) === undefined ? undefined : true));
      await workbench.page.keyboard.press('Escape');
      await workbench.save();
      await picture('a hardened command');
      assert.equal(workbench.fileText('run.sh'), `#!/bin/sh\n# Payments.\n${hardenedPayments}`);
      const posture = await workbench.hover('run -d');
      assert.match(posture, /Hardening: 12 of 13 measures/);
      assert.match(posture, /Read-only file system \(--read-only\)\s*present/);
      await picture('the posture of a command');
      await workbench.leaveHover();
    },
  },
];
