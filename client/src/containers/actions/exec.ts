/** Programs inside a running container: a shell, one command, or its own process. */
import { findShell } from '../../exec/find-shell.ts';
import { hangUp } from '../../exec/hang-up.ts';
import { mayStillRun } from '../../exec/lost-connection.ts';
import { runOnce } from '../../exec/run-once.ts';
import { commandWords, variableWords } from '../../exec/typed-words.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ExecOptions } from '../../engine/streams.ts';
import type { ActionContext, ContainerAction, Target } from '../action.ts';
import { displayText } from '../../text/display-text.ts';
import { detailsOf, messageOf } from '../../engine/plain-reason.ts';
import { openProgram } from '../program-terminal.ts';
import { offerWithoutShell } from './no-shell.ts';
import { namesOf } from './report-each.ts';

type Surroundings = Pick<ExecOptions, 'user' | 'workdir' | 'environment'>;

/** Finds a shell first, so that a container without one is told in words and not by an empty terminal. */
async function openShell(target: Target, context: ActionContext, how: Surroundings): Promise<void> {
  const { engine, container } = target;
  const report = (error: unknown) => context.ui.report({ severity: 'error', message: `No shell could be opened in ${namesOf([target])}. ${messageOf(error)}`, details: detailsOf(error) });
  let program: string | undefined;
  try {
    program = await findShell(engine, container.id, context.memory.get(`shell:${container.image}`), how.user === undefined ? {} : { user: how.user }, new AbortController().signal);
  } catch (error) {
    report(error);
    return;
  }
  if (program === undefined) {
    await offerWithoutShell(target, context);
  } else {
    await startShell(target, context, program, how).catch(report);
  }
}

async function startShell({ engine, container }: Target, context: ActionContext, program: string, how: Surroundings): Promise<void> {
  const end = hangUp();
  const options = { ...how, command: [program], tty: true, environment: ['TERM=xterm-256color', ...(how.environment ?? [])] };
  await openProgram(engine, context, {
    name: `${container.name}: ${program}${how.user === undefined ? '' : ` as ${how.user}`}`,
    leaves: true,
    tty: true,
    byApi: (signal) => engine.exec(container.id, options, { signal }),
    byCli: (cli) => cli.exec(container.id, { ...options, environment: [...options.environment, end.variable] }),
    closed: () => void end.run(engine, container.id, options),
  });
}

function problemIn(words: readonly string[] | string): string | undefined {
  return typeof words === 'string' ? words : undefined;
}

const common = { place: 'inspect', states: ['running'], many: false } as const;

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
  place: { submenu: 'shell' },
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
    const variables = workdir === undefined ? undefined : await ui.ask({ title, prompt: 'Variables, such as LANG=C GREETING="two words"; empty: none. They are not remembered.', validate: (text) => problemIn(variableWords(text)) });
    const program = variables === undefined ? undefined : await ui.ask({ title, prompt: 'Shell; empty: whichever is found. It is remembered for this image.', value: memory.get(`shell:${target.container.image}`) ?? '' });
    const environment = variables === undefined ? [] : variableWords(variables);
    if (user === undefined || workdir === undefined || program === undefined || typeof environment === 'string') {
      return;
    }
    memory.set(userKey, user.trim());
    memory.set(`shell:${target.container.image}`, program.trim());
    await openShell(target, context, { ...(user.trim() !== '' && { user: user.trim() }), ...(workdir.trim() !== '' && { workdir: workdir.trim() }), environment });
  },
};

export const runCommand: ContainerAction = {
  ...common,
  id: 'runCommand',
  place: { submenu: 'shell' },
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
      validate: (text) => problemIn(commandWords(text)),
    });
    const words = line === undefined ? undefined : commandWords(line);
    if (line === undefined || words === undefined || typeof words === 'string') {
      return;
    }
    memory.set(key, line);
    try {
      const { exitCode, output, isCut, problem } = await ui.progress({ title: `Running in ${namesOf([target])}`, cancellable: true }, (_, signal) => runOnce(target.engine, target.container.id, { command: words }, signal));
      await ui.showText(`${target.container.name} ${displayText(words[0] ?? '', 40)}.txt`, `${output}\n${isCut ? `[cut: it wrote more than is kept. ${mayStillRun}]` : `[${problem ?? `exit code ${exitCode ?? 'unknown'}`}]`}\n`);
    } catch (error) {
      ui.report({ severity: 'error', message: `The command could not be run in ${namesOf([target])}. ${messageOf(error)}`, details: detailsOf(error) });
    }
  },
};

export const attach: ContainerAction = {
  ...common,
  id: 'attach',
  place: { submenu: 'shell' },
  title: 'Attach to Main Process',
  run: async ([target], context) => {
    if (target === undefined) {
      return;
    }
    const { ui } = context;
    const { engine, container } = target;
    try {
      const { openStdin, tty } = await engine.inspectContainer(container.id);
      if (!openStdin) {
        ui.report({ severity: 'info', message: `${namesOf([target])} takes no input: it was started without -i. Its output is in Show Logs; a shell of its own is in Open Shell.` });
        return;
      }
      await openProgram(engine, context, {
        name: `${container.name}: attached`,
        greeting: `This is the process of the container itself. ${await howToLeave(engine, tty)}`,
        leaves: false,
        tty,
        byApi: (signal) => engine.attach(container.id, { tty }, { signal }),
        byCli: (cli) => cli.attach(container.id),
      });
    } catch (error) {
      ui.report({ severity: 'error', message: `${namesOf([target])} cannot be attached to. ${messageOf(error)}`, details: detailsOf(error) });
    }
  },
};

/** Only the process of a terminal has keys that let go of it. */
async function howToLeave(engine: Engine, tty: boolean): Promise<string> {
  if (tty) {
    return 'Ctrl-C may end it. Closing this terminal, or Ctrl-P Ctrl-Q, leaves it running.';
  }
  const { product } = await engine.describe();
  const effect = product.startsWith('Podman') ? 'ends its input, and may end it: that is how Podman does it' : 'leaves it running';
  return `Enter sends a line. Ctrl-D ends its input, unless it was started with -d. Ctrl-C, or closing this terminal, ${effect}.`;
}
