/** Why an engine could not do something, in words that say what to do about it. Its own text is kept for who asks for it. */
import { EngineError } from './errors.ts';
import { bytesText } from '../text/byte-text.ts';
import { displayText } from '../text/display-text.ts';

type Explanation = readonly [pattern: RegExp, sentence: (...found: string[]) => string];

/** What the engine writes on a refusal, most telling first. Docker Engine 20.10 to 29, Podman 4 to 6 with runc and crun. */
const explanations: readonly Explanation[] = [
  [/Bind for \S*?:(\d+) failed: port is already allocated/, (port) => `Port ${port} of the host is taken by another container: stop that one, or publish another port.`],
  [/listen \w+ \S*?:(\d+): bind: address already in use/, (port) => `Port ${port} of the host is taken by a program that runs there.`],
  [/failed to bind host port (?:for )?\S*?:(\d+)[:/]\S+: address already in use/, (port) => `Port ${port} of the host is taken by a program that runs there.`],
  [/bind \w+ port \S*?:(\d+): address already in use/, (port) => `Port ${port} of the host is taken: stop what has it, or publish another port.`],
  [/(?:bind host port|listen \w+) (?:for )?(\[[\da-f:]{2,39}\]|[\d.]{7,15}):\d+\S*:? .*cannot assign requested address/, (address) => `The host has no address ${address}, on which a port is to be published.`],
  [/cannot expose privileged port (\d+)/, (port) => `Port ${port} of the host is kept for root, and this engine runs without: publish a port from 1024 on.`],
  [/executable file `([^`]{1,200})` not found/, (command) => `Its command “${command}” is not in the image.`],
  [/the path `([^`]{1,200})` is not a regular file/, (command) => `Its command “${command}” is a folder.`],
  [/exec: "([^"]{1,200})": is a directory/, (command) => `Its command “${command}” is a folder.`],
  [/exec: "([^"]{1,200})": (?:executable file not found|stat [^:]+: no such file)/, (command) => `Its command “${command}” is not in the image.`],
  [/exec: "([^"]{1,200})": permission denied/, (command) => `Its command “${command}” is there, but may not be executed.`],
  [/unable to find user (\S{1,100}?):? no matching entries/, (user) => `Its image knows no user “${user}”: give a number, such as 0 for root.`],
  [/unable to (?:find group|get gid) (\S{1,100}?)(?:: no matching entries| from group file)/, (group) => `Its image knows no group “${group}”: give a number.`],
  [/mount `[^`]*` to `[^`]*`: Not a directory|Are you trying to mount a directory onto a file/, () => 'A file is mounted where a folder is, or the other way round.'],
  [/could not select device driver|failed to discover GPU vendor/, () => 'The engine has no driver for the GPU that it asks for: install the NVIDIA Container Toolkit on its host.'],
  [/unresolvable CDI devices (.{1,200})/, (devices) => `The engine knows no CDI device ${devices}: it is described in no file of /etc/cdi on its host.`],
  [/adding custom device "([^"]{1,200})"/, (device) => `The host has no device ${device}.`],
  [/open `?\/proc\/sys\/([\w/.-]{1,100})`?: no such file/i, (setting) => `The kernel of the engine has no setting ${setting.replaceAll('/', '.')}.`],
  [/open sysctl ([\w/.-]{1,100}) file: .*no such file/, (setting) => `The kernel of the engine has no setting ${setting}.`],
  [/setting rlimits?\b.*operation not permitted|setrlimit `?\w*`?: Operation not permitted/i, () => 'A limit of --ulimit is above what the engine may grant: make it anew with less.'],
  [/controller `?([a-z]{1,20})`? is not available under/, (controller) => `The engine may not limit “${controller}” on this host: its cgroup controller is not handed to it.`],
  [/bind source path does not exist: (.{1,200})/, (path) => `The folder or file ${path}, which it mounts, is no longer on the host.`],
  [/network (\S{1,200}) not found/, (network) => `Its network ${network} is gone: make it again, or connect the container to another one.`],
  [/cannot join network (?:namespace )?of a non running container/, () => 'It shares the network of a container that does not run: start that one first.'],
  [/failed to join (\w+) namespace: container \w+ is not running/, (kind) => `It shares the ${kind} namespace of a container that does not run: start that one first.`],
  [/joining (\w+) namespace of container: No such container/, (kind) => `It shares the ${kind} namespace of a container that is gone: make it anew.`],
  [/failed to join IPC namespace: container \w+: non-shareable IPC/, () => 'It shares the IPC namespace of a container that was made without --ipc shareable: make that one anew.'],
  [/Cannot link to a non running container: \/?([\w.-]{1,200})/, (other) => `It is linked to ${other}, which does not run: start that one first.`],
  [/failed to set up container networking: Address already in use|^Address already in use/, () => 'The address that it asks for by --ip belongs to another container.'],
  [/failed to initialize logging driver: .*dial (?:tcp|udp) (\S+?): .*(?:refused|no route|timeout|unreachable)/, (address) => `Its logging driver does not reach ${address}: nothing takes logs there.`],
  [/removal of container \S+ is already in progress/i, () => 'It is being removed already.'],
  [/marked for removal/i, () => 'It is being removed.'],
  [/image is being used|is using its referenced image/i, () => 'Something else still uses the image.'],
  [/unable to set memory limit to (\d+) \(current usage: (\d+)/, (limit, usage) => `It uses ${bytesText(Number(usage))} at the moment, which is more than ${bytesText(Number(limit))}: choose more, or restart it first.`],
  [/memory\.memsw\.limit_in_bytes.*invalid argument/s, () => 'Memory and swap together cannot be less than the memory, or than what is in use now.'],
  [/memory\.(?:limit_in_bytes|max|memsw\.limit_in_bytes).*device or resource busy/s, () => 'It uses more than that at the moment: choose more, or restart it first.'],
  [/smaller than already set memoryswap limit/i, () => 'The new memory is more than memory and swap together may be: change both at once.'],
  [/memoryswap limit should be larger than memory limit/i, () => 'Memory and swap together cannot be less than the memory.'],
  [/Minimum memory limit allowed is (\d+ ?MB)/, (least) => `The engine wants at least ${least} of memory.`],
  [/Range of CPUs is from ([\d.]+) to ([\d.]+)/i, (least, most) => `The host has ${Number(most)} processors: choose from ${Number(least)} to ${Number(most)}.`],
  [/Nano CPUs cannot be updated as CPU (?:Quota|Period) has already been set/i, () => 'It was made with --cpu-quota or --cpu-period: change those with "docker update", or make it anew with --cpus.'],
  [/cannot be updated because AutoRemove is enabled/i, () => 'It was made with --rm, and goes away when it ends: it can have no restart policy.'],
  [/rootfs is marked read-only/i, () => 'Its file system is read-only.'],
  [/no space left on device/i, () => 'The disk of the engine is full.'],
];

/** One or two sentences. */
export function messageOf(error: unknown): string {
  if (!(error instanceof EngineError)) {
    return 'Something unexpected went wrong.';
  }
  for (const [pattern, sentence] of explanations) {
    const match = pattern.exec(error.details);
    if (match !== null) {
      return displayText(sentence(...match.slice(1)), 300);
    }
  }
  return displayText(error.message, 300);
}

/** What the engine said, for "Details". */
export function detailsOf(error: unknown): string {
  return error instanceof EngineError ? error.details : String(error).slice(0, 2_000);
}
