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
  fromError(evidence, /could not select device driver "[^"]*" with capabilities: \[\[([^\]]{0,100})\]\]/, ([, capabilities = '']) => ({
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

const unknownKernelSetting: Cause = (evidence) =>
  fromError(evidence, /open `?\/proc\/sys\/([\w/.-]{1,100})`?: no such file/i, ([, setting = '']) => ({
    cause: 'unknown-kernel-setting',
    title: `The kernel of the engine has no setting ${code(setting.replaceAll('/', '.'))}`,
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

export const hostCauses: readonly Cause[] = [unknownUser, missingGpuDriver, missingDevice, unknownKernelSetting, limitNotGranted, missingController, privilegedPort];
