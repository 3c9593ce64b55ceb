/** Causes of a container that does not start because its image or the host lacks what it was made with: users, devices, kernel settings, limits. */
import { type Cause, code, fromError } from '../finding.ts';

const unknownUser: Cause = (evidence) =>
  fromError(evidence, /unable to find (user|group) (\S{1,100}?):? no matching entries|unable to get gid (\S{1,100}) from group file/, ([, kind = 'group', name, group]) => ({
    cause: 'unknown-user',
    title: `The image knows no ${kind} ${code(name ?? group ?? '')}`,
    explanation: `Names after \`--user\`, and after \`USER\` in a Dockerfile, are looked up in \`/etc/${kind === 'user' ? 'passwd' : 'group'}\` of the image, not of your machine. Small images have hardly any.`,
    steps: [{ text: 'Give numbers, which need no entry: `--user 1001:1001`. The user of a container cannot be changed, so make it anew.', action: 'copyCommand' }],
  }));

const missingGpuDriver: Cause = (evidence) =>
  fromError(evidence, /could not select device driver "[^"]*" with capabilities: \[\[([^\]]{0,100})\]\]|failed to discover GPU vendor/, ([, capabilities = 'gpu']) => ({
    cause: 'missing-gpu-driver',
    title: 'The engine has no driver for the GPU that it asks for',
    explanation: `\`--gpus\` works through a runtime of the vendor, for NVIDIA the NVIDIA Container Toolkit, which has to be installed beside the engine and made known to it. The engine found none for ${code(capabilities)}.`,
    steps: [{ text: 'On the host of the engine install `nvidia-container-toolkit`, run `nvidia-ctk runtime configure --runtime=docker`, and restart the engine.' }, { text: 'Start it again.', action: 'start' }],
  }));

const missingDevice: Cause = (evidence) =>
  fromError(evidence, /adding custom device "([^"]{1,200})"|error gathering device information while adding custom device "([^"]{1,200})"/, ([, first, second]) => ({
    cause: 'missing-device',
    title: `The host has no device ${code(first ?? second ?? '')}`,
    explanation: '`--device` names a device of the machine where the engine runs. One that is plugged in later, or gets another number at a restart, is not there when the container starts.',
    steps: [{ text: 'Look at what is there: `ls -l /dev`. For devices that come and go, use the stable names in `/dev/disk/by-id` or `/dev/serial/by-id`.' }, { text: 'Start it again when the device is there.', action: 'start' }],
  }));

const missingCdiDevice: Cause = (evidence) =>
  fromError(evidence, /unresolvable CDI devices (.{1,200})/, ([, devices = '']) => ({
    cause: 'missing-device',
    title: `The engine knows no CDI device ${code(devices)}`,
    explanation: 'Names such as `vendor.com/class=name` are looked up in descriptions that the vendor’s tools write to `/etc/cdi` or `/var/run/cdi` on the host of the engine.',
    steps: [{ text: 'See which ones it has found: `docker info` lists them under “Discovered Devices”. For NVIDIA, write them with `nvidia-ctk cdi generate --output=/etc/cdi/nvidia.yaml`.' }, { text: 'Start it again when the device is there.', action: 'start' }],
  }));

const missingAddress: Cause = (evidence) =>
  fromError(evidence, /(?:bind host port|listen \w+) (?:for )?(\[[\da-f:]{2,39}\]|[\d.]{7,15}):\d+\S*:? .*cannot assign requested address/, ([, address = '']) => ({
    cause: 'missing-address',
    title: `The host has no address ${code(address)}`,
    explanation: 'A port is published on an address that belongs to the machine where the engine runs. After a move to another network, or where the address is set later than the engine starts, it is not there.',
    steps: [{ text: 'Compare with `ip -brief address` on the host of the engine, and start it again when the address is there.', action: 'start' }, { text: 'The mapping cannot be changed later: make the container anew with an address that stays, such as `127.0.0.1`.', action: 'copyCommand' }],
  }));

/** Engines write a taken port in small letters, and a taken address with a capital. */
const takenAddress: Cause = (evidence) =>
  fromError(evidence, /(?:container networking: |^)Address already in use/, () => ({
    cause: 'taken-address',
    title: 'The address that it asks for by --ip belongs to another container',
    explanation: 'An address of `--ip` is only reserved while the container runs. When it is stopped, the next container that starts without `--ip` may be given it.',
    steps: [{ text: 'Find who has it: `docker network inspect NETWORK` lists the containers with their addresses. Stop that one, and start this one again.', action: 'start' }, { text: 'Keep the two apart: with `docker network create --ip-range` addresses that are given out come from one part of the subnet, and those of `--ip` from the other.' }],
  }));

const unknownKernelSetting: Cause = (evidence) =>
  fromError(evidence, /open `?\/proc\/sys\/([\w/.-]{1,100})`?: no such file|open sysctl ([\w/.-]{1,100}) file: .*no such file/i, ([, path, key]) => ({
    cause: 'unknown-kernel-setting',
    title: `The kernel of the engine has no setting ${code(key ?? path?.replaceAll('/', '.') ?? '')}`,
    explanation: 'Settings of `--sysctl` belong to a network or IPC namespace and are made when the container starts. One that is misspelt, or whose kernel module is not loaded, has no file in `/proc/sys`.',
    steps: [{ text: 'Compare with `sysctl -a` on the host of the engine; a setting of a module needs that module (`modprobe`).' }, { text: 'Make it anew with the right setting.', action: 'copyCommand' }],
  }));

const limitNotGranted: Cause = (evidence) =>
  fromError(evidence, /setting rlimits?\b.*operation not permitted|setrlimit `?(\w*)`?: Operation not permitted/i, ([, limit = '']) => ({
    cause: 'limit-not-granted',
    title: `A limit of --ulimit${limit === '' ? '' : ` (${limit})`} is above what the engine may grant`,
    explanation: 'The engine can lower limits of the kernel, and raise them up to those under which it runs itself, or up to `fs.nr_open` for open files.',
    steps: [{ text: 'Ask for less, or raise the limit of the engine: `LimitNOFILE=` in its systemd unit, `fs.nr_open` by `sysctl`.' }, { text: 'Limits cannot be changed later, so make the container anew.', action: 'copyCommand' }],
  }));

/** Without root, systemd delegates only some controllers to the user: often not `cpu`, `cpuset` and `io`. */
const missingController: Cause = (evidence) =>
  fromError(evidence, /controller `?([a-z]{1,20})`? is not available under/, ([, controller = '']) => ({
    cause: 'missing-controller',
    title: `The engine may not limit ${code(controller)} on this host`,
    explanation: 'Limits are set by controllers of cgroups. An engine that runs without root has those that systemd hands to its user, by default not all of them.',
    steps: [{ text: `Hand it on: \`Delegate=cpu cpuset io memory pids\` in \`/etc/systemd/system/user@.service.d/delegate.conf\`, then \`systemctl daemon-reload\` and log in again.` }, { text: 'Or make the container anew without that limit.', action: 'copyCommand' }],
  }));

const privilegedPort: Cause = (evidence) =>
  fromError(evidence, /cannot expose privileged port (\d{1,5})/, ([, port = '']) => ({
    cause: 'privileged-port',
    title: `Port ${port} of the host is kept for root`,
    explanation: 'Ports below 1024 need a privilege that an engine without root does not have.',
    steps: [{ text: `Publish a higher port, such as ${Number(port) + 8000}, or allow it on the host: \`sysctl net.ipv4.ip_unprivileged_port_start=${port}\`.` }, { text: 'The mapping cannot be changed later, so make the container anew.', action: 'copyCommand' }],
  }));

export const hostCauses: readonly Cause[] = [unknownUser, missingGpuDriver, missingDevice, missingCdiDevice, missingAddress, takenAddress, unknownKernelSetting, limitNotGranted, missingController, privilegedPort];
