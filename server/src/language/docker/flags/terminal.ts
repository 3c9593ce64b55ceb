/** Flags that connect your terminal to a process in the container. */
import type { FlagTheme } from './flag-prose.ts';

export const terminalFlags: FlagTheme = {
  interactive: {
    what: 'Keeps standard input of the process open, so that a pipe or your keyboard can reach it.',
    why: 'Without it the process reads end of input at once: a shell exits immediately, and `docker run … psql < dump.sql` imports nothing while everything looks fine.',
    mind: 'In a `while read` loop over a list it swallows the rest of the list, and the loop runs only once: give the command `< /dev/null`. For a service it is useless beside `-d`, and for a keyboard you also want `-t`.',
    example: 'docker run --rm -i postgres:16.8 psql -h db.example.com -U shop orders < dump.sql',
    related: ['tty', 'attach', 'detach'],
    on: {
      create: { example: 'docker create -it --name toolbox alpine:3.21 sh', related: ['tty', 'attach'] },
      exec: {
        what: 'Keeps standard input of the new process open, so that a pipe or your keyboard can reach it.',
        example: 'docker exec -i shop-db psql -U shop orders < dump.sql',
        related: ['tty', 'detach'],
      },
      start: {
        what: 'Starts the container with its standard input connected to your terminal, and waits for it to end.',
        why: 'Brings an interactive container, made with `docker create -i` or an earlier `docker run -it`, back to your keyboard.',
        mind: 'It cannot add what is missing: if the container was created without `-i`, its input stays closed and the process reads end of input. Only one container may be named.',
        example: 'docker start -ai toolbox',
        related: ['attach', 'detach-keys'],
      },
    },
  },
  tty: {
    what: 'Gives the process a terminal: colours, line editing, progress bars and Ctrl-C work.',
    why: 'Shells and interactive clients behave oddly without one: no prompt, no job control, no password input.',
    mind: 'With `-i` and no terminal on your side, as in cron, CI or ssh without `-t`, the client stops with "the input device is not a TTY" and exit code 1. A terminal also merges stderr into stdout and ends lines with CR LF, which breaks `$(…)` captures and binary output. For a service, leave it away.',
    example: 'docker run --rm -it --network shop postgres:16.8 psql -h shop-db -U shop orders',
    related: ['interactive', 'attach', 'detach'],
    on: {
      exec: { example: 'docker exec -it shop-db psql -U shop orders', related: ['interactive', 'detach-keys'] },
      create: { example: 'docker create -it --name toolbox alpine:3.21 sh', related: ['interactive', 'attach'] },
    },
  },
  attach: {
    what: 'Connects only the named stream, stdin, stdout or stderr, instead of the usual ones; repeat it for several.',
    byDefault: 'by default stdout and stderr, with `-i` also stdin',
    why: 'A filter in a pipeline can take stdout alone, so that chatter on stderr does not end up in the result.',
    mind: 'Each flag takes one name: `-a stdin,stdout` is refused. It cannot stand beside `-d`. Naming only stdout also means that stdin is not connected, and a process that waits for input hangs.',
    example: 'docker run --rm -i -a stdin -a stdout alpine:3.21 gzip -9 < access.log > access.log.gz',
    related: ['interactive', 'tty', 'sig-proxy'],
    on: {
      create: {
        what: 'Records which of stdin, stdout and stderr are to be connected when the container is started attached.',
        mind: 'It has no effect by itself: `docker start` stays in the background unless it gets its own `-a`. Each flag takes one name: `-a stdin,stdout` is refused.',
        example: 'docker create --name migrate -a stdout -a stderr registry.example.com/shop/api:2.4.1 ./migrate',
        related: ['interactive', 'tty'],
      },
      start: {
        what: 'Starts the container, shows its output and ends with the exit code of its process.',
        why: 'In a script, plain `docker start` succeeds even when the job fails a second later; attached, the exit code is that of the job.',
        mind: 'Here it is a switch without a value: `-a stdout` looks for a container called stdout. Ctrl-C is passed on and stops the container. Only one container may be named.',
        example: 'docker start --attach migrate',
        related: ['interactive', 'detach-keys'],
      },
    },
  },
  'detach-keys': {
    what: 'Changes the key sequence that leaves an attached container running; the default is ctrl-p ctrl-q.',
    byDefault: 'default `ctrl-p,ctrl-q`',
    why: 'Ctrl-p is "previous command" in every shell. Because it starts the sequence, it only arrives after the next key, which feels like a broken terminal.',
    mind: 'Single characters and `ctrl-` with a letter are allowed, separated by commas. A plain letter such as `q` detaches whenever somebody types it. For all containers set `detachKeys` in `~/.docker/config.json` instead.',
    example: 'docker run -it --name irc --detach-keys ctrl-q,ctrl-q registry.example.com/tools/irssi:1.4.5',
    related: ['tty', 'interactive'],
    on: {
      exec: { example: 'docker exec -it --detach-keys ctrl-q,ctrl-q toolbox bash' },
      start: { example: 'docker start --attach --interactive --detach-keys ctrl-q,ctrl-q toolbox', related: ['attach', 'interactive'] },
      attach: { example: 'docker attach --detach-keys ctrl-q,ctrl-q toolbox', related: ['no-stdin', 'sig-proxy'] },
    },
  },
  'sig-proxy': {
    what: 'Passes signals that the client receives, such as Ctrl-C, on to the process in the container. On by default.',
    why: 'With `=false` you can leave by Ctrl-C and the container goes on, which makes watching a production service less risky.',
    mind: 'SIGKILL and SIGSTOP cannot be passed on: when a supervisor kills the client with -9, the container runs on as an orphan. With `-t`, Ctrl-C travels as a character through the terminal, so this setting does not stop it.',
    example: 'docker run --sig-proxy=false --name report registry.example.com/shop/reports:1.8.0',
    related: ['tty', 'attach', 'init'],
    on: {
      attach: {
        why: 'The switch that makes attaching to a live service harmless: with `=false`, Ctrl-C ends your view and not the service.',
        example: 'docker attach --sig-proxy=false minecraft',
        related: ['no-stdin', 'detach-keys'],
      },
    },
  },
  'no-stdin': {
    what: 'Attaches to the output only; your keyboard is not connected.',
    why: 'Prevents a stray keystroke, or a paste into the wrong window, from reaching a production console.',
    mind: 'The detach keys do not work either, since nothing reads the keyboard. If the container has no terminal, Ctrl-C is still passed on as a signal and can end the service: add `--sig-proxy=false`.',
    example: 'docker attach --no-stdin --sig-proxy=false minecraft',
    related: ['sig-proxy', 'detach-keys'],
  },
};
