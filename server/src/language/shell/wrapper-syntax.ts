/** How the programs that run another program are written: which of their words are theirs, and where the other one begins. */

/** How a wrapper's own words end and the wrapped program begins. */
export interface WrapperSyntax {
  /** Letters of the short options that take a value. */
  readonly letters?: string;
  /** Long options that take the next word as value. */
  readonly long?: readonly string[];
  /** Words between the options and the program: the duration of `timeout`. */
  readonly operands?: number;
  /** Whether `NAME=value` words may stand in front of the program. */
  readonly assigns?: boolean;
  /** Letters of options with which nothing is run: `command -v docker` looks it up only. */
  readonly inert?: string;
  /** Letters of options with which it reads standard input itself: `sudo -S` takes its password from there. */
  readonly reads?: string;
  /** Whether more words are added at run time. */
  readonly appends?: boolean;
  /** Words from this one on are input, not part of the command. */
  readonly stop?: RegExp;
  /** The word behind which the program stands, whatever is in front of it. */
  readonly after?: RegExp;
}

const sudo: WrapperSyntax = {
  letters: 'ughpCrtTUDR',
  long: ['user', 'group', 'host', 'prompt', 'close-from', 'role', 'type', 'command-timeout', 'other-user', 'chdir', 'chroot'],
  assigns: true,
  inert: 'lvK',
  reads: 'S',
};

const plain: WrapperSyntax = {};

const parallel: WrapperSyntax = {
  letters: 'jNnLsSaIdC',
  long: ['jobs', 'max-args', 'delay', 'retries', 'colsep', 'sshlogin', 'arg-file', 'joblog', 'results', 'timeout', 'tagstring', 'delimiter', 'id', 'semaphorename'],
  appends: true,
  stop: /^:{3,4}\+?$/,
};

export const wrappers: ReadonlyMap<string, WrapperSyntax> = new Map(
  Object.entries({
    sudo,
    doas: { letters: 'uC' },
    env: { letters: 'uC', long: ['unset', 'chdir'], assigns: true },
    time: { letters: 'fo', long: ['format', 'output'] },
    nohup: plain,
    exec: { letters: 'a' },
    command: { inert: 'vV' },
    builtin: plain,
    noglob: plain,
    nocorrect: plain,
    timeout: { letters: 'sk', long: ['signal', 'kill-after'], operands: 1 },
    gtimeout: { letters: 'sk', long: ['signal', 'kill-after'], operands: 1 },
    nice: { letters: 'n', long: ['adjustment'] },
    ionice: { letters: 'cn', long: ['class', 'classdata'], inert: 'pPu' },
    chronic: plain,
    stdbuf: { letters: 'ioe', long: ['input', 'output', 'error'] },
    unbuffer: plain,
    fakeroot: plain,
    setsid: plain,
    winpty: plain,
    // From inside a container of a desktop to its host.
    'flatpak-spawn': plain,
    'distrobox-host-exec': plain,
    'host-spawn': plain,
    caffeinate: { letters: 'tw' },
    'su-exec': { operands: 1 },
    gosu: { operands: 1 },
    's6-setuidgid': { operands: 1 },
    chpst: { letters: 'uUbenlLmdofprct/' },
    setuidgid: { operands: 1 },
    pkexec: { long: ['user'] },
    chroot: { long: ['userspec', 'groups'], operands: 1 },
    nsenter: { letters: 'tSG', long: ['target', 'setuid', 'setgid'] },
    unshare: { letters: 'SGRw', long: ['setuid', 'setgid', 'root', 'wd', 'propagation'] },
    setpriv: { long: ['reuid', 'regid', 'groups', 'inh-caps', 'ambient-caps', 'bounding-set', 'securebits', 'pdeathsig'] },
    // Where and when it runs.
    taskset: { operands: 1, inert: 'p' },
    chrt: { operands: 1, inert: 'pm' },
    numactl: { letters: 'imNCplw', long: ['interleave', 'membind', 'cpunodebind', 'physcpubind', 'preferred'], inert: 'sH' },
    cgexec: { letters: 'g' },
    faketime: { letters: 'f', operands: 1 },
    screen: { letters: 'ScehpTts', inert: 'rxlwX' },
    entr: plain,
    // Through which network.
    ip: { after: /^exec$/, operands: 1 },
    proxychains: { letters: 'f' },
    proxychains4: { letters: 'f' },
    torsocks: { letters: 'auPp' },
    torify: plain,
    sshpass: { letters: 'pfdP' },
    // With whose variables.
    direnv: { after: /^exec$/, operands: 1 },
    // With which session, display or system around it.
    'dbus-run-session': { long: ['config-file', 'dbus-daemon'] },
    'xvfb-run': { letters: 'efnpsw', long: ['error-file', 'auth-file', 'server-num', 'xauth-protocol', 'server-args', 'wait'] },
    firejail: plain,
    // Writes a unit for what it would run.
    podlet: { letters: 'fund', long: ['file', 'unit-directory', 'name', 'description', 'wants', 'requires', 'binds-to', 'before', 'after', 'wanted-by', 'required-by'] },
    busybox: plain,
    lima: plain,
    wsl: { letters: 'du', long: ['distribution', 'user', 'cd'], inert: 'lvt' },
    'systemd-run': {
      letters: 'upMHtE',
      long: ['unit', 'property', 'machine', 'host', 'description', 'slice', 'uid', 'gid', 'nice', 'working-directory', 'setenv', 'service-type'],
    },
    strace: { letters: 'abeoOpPsSuXE' },
    runuser: { letters: 'ugGsw', long: ['user', 'group'] },
    flock: { letters: 'wE', long: ['timeout', 'conflict-exit-code'], operands: 1 },
    find: { after: /^-(?:exec|ok)(?:dir)?$/, appends: true, stop: /^[;+]$/ },
    xargs: {
      letters: 'adEILnPs',
      long: ['arg-file', 'delimiter', 'max-args', 'max-procs', 'max-chars', 'process-slot-var'],
      appends: true,
    },
    parallel,
    sem: parallel,
  } satisfies Record<string, WrapperSyntax>),
);
