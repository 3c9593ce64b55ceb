/** Programs inside a running container: a shell, one command, or its own process. */
import { ExecTerminal } from '../../exec/exec-terminal.ts';
import { findShell } from '../../exec/find-shell.ts';
import { commandWords, runOnce } from '../../exec/run-once.ts';
import type { ExecOptions } from '../../engine/streams.ts';
import type { ActionContext, ContainerAction, Target } from '../action.ts';
import { displayText } from '../display-text.ts';
import { detailsOf, messageOf } from '../plain-reason.ts';
import { offerWithoutShell } from './no-shell.ts';
import { namesOf } from './report-each.ts';

type Surroundings = Pick<ExecOptions, 'user' | 'workdir' | 'environment'>;

/** Finds a shell first, so that a container without one is told in words and not by an empty terminal. */
async function openShell(target: Target, context: ActionContext, how: Surroundings): Promise<void> {
  const { ui, clock, memory } = context;
  const { engine, container } = target;
  const key = `shell:${container.image}`;
  let shell: string | undefined;
  try {
    shell = await findShell(engine, container.id, memory.get(key), how.user === undefined ? {} : { user: how.user }, new AbortController().signal);
  } catch (error) {
    ui.report({ severity: 'error', message: `No shell could be opened in ${namesOf([target])}. ${messageOf(error)}`, details: detailsOf(error) });
    return;
  }
  if (shell === undefined) {
    await offerWithoutShell(target, context);
    return;
  }
  const command = [shell];
  ui.openTerminal(
    new ExecTerminal({
      name: `${container.name}: ${shell}${how.user === undefined ? '' : ` as ${how.user}`}`,
      clock,
      leaves: true,
      start: (signal) => engine.exec(container.id, { ...how, command, tty: true, environment: ['TERM=xterm-256color', ...(how.environment ?? [])] }, { signal }),
    }),
  );
}

const common = { group: 'inspect', states: ['running'], many: false } as const;

export const shell: ContainerAction = {
  ...common,
  id: 'shell',
  title: 'Open Shell',
  run: async ([target], context) => {
    if (target !== undefined) {
      await openShell(target, context, {});
    }
  },
};

export const shellWithOptions: ContainerAction = {
  ...common,
  id: 'shellWithOptions',
  title: 'Open Shell as User…',
  run: async ([target], context) => {
    if (target === undefined) {
      return;
    }
    const { ui, memory } = context;
    const title = `Open Shell in ${namesOf([target])}`;
    const userKey = `user:${target.container.image}`;
    const user = await ui.ask({ title, prompt: 'User: a name that the image knows, or uid:gid. root sees everything; 0:0 is the same without a name.', value: memory.get(userKey) ?? 'root', validate: (text) => (/\s/.test(text.trim()) ? 'A user has no blanks.' : undefined) });
    const workdir = user === undefined ? undefined : await ui.ask({ title, prompt: 'Working directory; empty: that of the container', validate: (text) => (text.trim() === '' || text.startsWith('/') ? undefined : 'Write a path that begins with /.') });
    const program = workdir === undefined ? undefined : await ui.ask({ title, prompt: 'Shell; empty: whichever is found. It is remembered for this image.', value: memory.get(`shell:${target.container.image}`) ?? '' });
    if (user === undefined || workdir === undefined || program === undefined) {
      return;
    }
    memory.set(userKey, user.trim());
    memory.set(`shell:${target.container.image}`, program.trim());
    await openShell(target, context, { ...(user.trim() !== '' && { user: user.trim() }), ...(workdir.trim() !== '' && { workdir: workdir.trim() }) });
  },
};

export const runCommand: ContainerAction = {
  ...common,
  id: 'runCommand',
  title: 'Run Command…',
  run: async ([target], { ui, memory }) => {
    if (target === undefined) {
      return;
    }
    const key = `command:${target.container.image}`;
    const line = await ui.ask({
      title: `Run a Command in ${namesOf([target])}`,
      prompt: 'The program and its arguments. What it writes is shown when it ends.',
      value: memory.get(key) ?? '',
      placeholder: 'ls -la /tmp',
      validate: (text) => {
        const words = commandWords(text);
        return typeof words === 'string' ? words : undefined;
      },
    });
    const words = line === undefined ? undefined : commandWords(line);
    if (line === undefined || words === undefined || typeof words === 'string') {
      return;
    }
    memory.set(key, line);
    try {
      const { exitCode, output, isCut, problem } = await ui.progress({ title: `Running in ${namesOf([target])}`, cancellable: true }, (_, signal) => runOnce(target.engine, target.container.id, { command: words }, signal));
      await ui.showText(`${target.container.name} ${displayText(words[0] ?? '', 40)}.txt`, `${output}\n${isCut ? '[cut: it wrote more than is kept]' : `[${problem ?? `exit code ${exitCode ?? 'unknown'}`}]`}\n`);
    } catch (error) {
      ui.report({ severity: 'error', message: `The command could not be run in ${namesOf([target])}. ${messageOf(error)}`, details: detailsOf(error) });
    }
  },
};

export const attach: ContainerAction = {
  ...common,
  id: 'attach',
  title: 'Attach to Main Process',
  run: async ([target], { ui, clock }) => {
    if (target === undefined) {
      return;
    }
    const { engine, container } = target;
    try {
      const { openStdin, tty } = await engine.inspectContainer(container.id);
      if (!openStdin) {
        ui.report({ severity: 'info', message: `${namesOf([target])} takes no input: it was started without -i. Its output is in Show Logs; a shell of its own is in Open Shell.` });
        return;
      }
      const { product } = await engine.describe();
      const closing = tty || !product.startsWith('Podman') ? 'Closing this terminal, or Ctrl-P Ctrl-Q, leaves it running.' : 'Closing this terminal ends its input, and may end it: that is how Podman does it.';
      const greeting = `This is the process of the container itself: Ctrl-C may end it. ${closing}`;
      ui.openTerminal(new ExecTerminal({ name: `${container.name}: attached`, clock, greeting, leaves: false, start: (signal) => engine.attach(container.id, { tty }, { signal }) }));
    } catch (error) {
      ui.report({ severity: 'error', message: `${namesOf([target])} cannot be attached to. ${messageOf(error)}`, details: detailsOf(error) });
    }
  },
};
