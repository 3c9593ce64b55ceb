/** The engine's refusals in plain words; the raw texts are those of Docker Engine 20.10.24 and 28, and of Podman 6 with crun. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { detailsOf, messageOf } from '../../../client/src/engine/plain-reason.ts';
import { EngineError } from '../../../client/src/engine/errors.ts';

const texts: readonly (readonly [raw: string, plain: string])[] = [
  ['driver failed programming external connectivity on endpoint web (4248ee1f): Bind for 127.0.0.1:18777 failed: port is already allocated', 'Port 18777 of the host is taken by another container: stop that one, or publish another port.'],
  ['driver failed programming external connectivity on endpoint web (1e20e3b2): Error starting userland proxy: listen tcp4 0.0.0.0:18999: bind: address already in use', 'Port 18999 of the host is taken by a program that runs there.'],
  ['failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "nosuch": executable file not found in $PATH: unknown', 'Its command “nosuch” is not in the image.'],
  ['failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "/nosuch/x": stat /nosuch/x: no such file or directory: unknown', 'Its command “/nosuch/x” is not in the image.'],
  ['failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "/etc": permission denied: unknown', 'Its command “/etc” is there, but may not be executed.'],
  ['unable to find user root: no matching entries in passwd file', 'Its image knows no user “root”: give a number, such as 0 for root.'],
  ['invalid mount config for type "bind": bind source path does not exist: /srv/data', 'The folder or file /srv/data, which it mounts, is no longer on the host.'],
  ['network shop_default not found', 'Its network shop_default is gone: make it again, or connect the container to another one.'],
  ['Cannot update container c9: runc did not terminate successfully: exit status 1: unable to set memory limit to 8388608 (current usage: 42373120, peak usage: 43794432)\n: unknown', 'It uses 40.4 MiB at the moment, which is more than 8 MiB: choose more, or restart it first.'],
  ['Cannot update container c9: Memory limit should be smaller than already set memoryswap limit, update the memoryswap at the same time', 'The new memory is more than memory and swap together may be: change both at once.'],
  ['Cannot update container c9: runc did not terminate successfully: exit status 1: failed to write "33554432": write /sys/fs/cgroup/memory/docker/c9/memory.memsw.limit_in_bytes: invalid argument\n: unknown', 'Memory and swap together cannot be less than the memory, or than what is in use now.'],
  ['Range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available', 'The host has 2 processors: choose from 0.01 to 2.'],
  ['Cannot update container 3d: Conflicting options: Nano CPUs cannot be updated as CPU Quota has already been set', 'It was made with --cpu-quota or --cpu-period: change those with "docker update", or make it anew with --cpus.'],
  ['Cannot update container 22: Restart policy cannot be updated because AutoRemove is enabled for the container', 'It was made with --rm, and goes away when it ends: it can have no restart policy.'],
  ['failed to set up container networking: driver failed programming external connectivity on endpoint pt (dc0fe89f1aa0): failed to bind host port for 127.0.0.1:8123:172.17.0.2:80/tcp: address already in use', 'Port 8123 of the host is taken by a program that runs there.'],
  ['failed to set up container networking: driver failed programming external connectivity on endpoint pt (dc0fe89f1aa0): failed to bind host port for [::1]:8123:172.17.0.2:80/tcp: address already in use', 'Port 8123 of the host is taken by a program that runs there.'],
  ['failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "/bin": is a directory: permission denied', 'Its command “/bin” is a folder.'],
  ['range of CPUs is from 0.01 to 4.00, as there are only 4 CPUs available', 'The host has 4 processors: choose from 0.01 to 4.'],
  ['cannot join network namespace of a non running container: container zz is created', 'It shares the network of a container that does not run: start that one first.'],
  ['failed to join PID namespace: container f240e4b17ba4 is not running', 'It shares the PID namespace of a container that does not run: start that one first.'],
  ['joining network namespace of container: No such container: d3bb3949b832', 'It shares the network namespace of a container that is gone: make it anew.'],
  ['failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "/etc/hostname" to rootfs at "/bin": mount /etc/hostname:/bin (via /proc/self/fd/6), flags: 0x5000: not a directory: unknown: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type', 'A file is mounted where a folder is, or the other way round.'],
  ['unable to find group nogroup2: no matching entries in group file', 'Its image knows no group “nogroup2”: give a number.'],
  ['error gathering device information while adding custom device "/dev/nosuch": no such file or directory', 'The host has no device /dev/nosuch.'],
  ['failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: open /proc/sys/net/nosuch: no such file or directory: unknown', 'The kernel of the engine has no setting net.nosuch.'],
  ['failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error setting rlimits for ready process: error setting rlimit type 7: operation not permitted: unknown', 'A limit of --ulimit is above what the engine may grant: make it anew with less.'],
  ['could not select device driver "" with capabilities: [[gpu]]', 'The engine has no driver for the GPU that it asks for: install the NVIDIA Container Toolkit on its host.'],
  ['preparing container 844449002ffd for attach: crun: executable file `sh` not found in $PATH: No such file or directory: OCI runtime attempted to invoke a command that was not found', 'Its command “sh” is not in the image.'],
  ['crun: executable file `/bin/nosuch` not found: No such file or directory: OCI runtime attempted to invoke a command that was not found', 'Its command “/bin/nosuch” is not in the image.'],
  ['crun: the path `/bin` is not a regular file: Operation not permitted: OCI permission denied', 'Its command “/bin” is a folder.'],
  ['creating temporary passwd file for container f573f22e0c6c: unable to get gid nogroup2 from group file: no matching entries in group file', 'Its image knows no group “nogroup2”: give a number.'],
  ['crun: mount `/etc/hostname` to `bin`: Not a directory: OCI runtime error', 'A file is mounted where a folder is, or the other way round.'],
  ['crun: open `/proc/sys/net/nosuch`: No such file or directory: OCI runtime attempted to invoke a command that was not found', 'The kernel of the engine has no setting net.nosuch.'],
  ['crun: setrlimit `RLIMIT_NOFILE`: Operation not permitted: OCI permission denied', 'A limit of --ulimit is above what the engine may grant: make it anew with less.'],
  ['crun: controller `cpu` is not available under /sys/fs/cgroup/libpod_parent/libpod-1b7b/cgroup.controllers: OCI runtime error', 'The engine may not limit “cpu” on this host: its cgroup controller is not handed to it.'],
  ['failed to set up container networking: driver failed programming external connectivity on endpoint pt (73d77aa779ba): failed to bind host port 127.0.0.1:7778/tcp: address already in use', 'Port 7778 of the host is taken by a program that runs there.'],
  ['failed to set up container networking: driver failed programming external connectivity on endpoint pt (73d77aa779ba): failed to bind host port [::1]:7779/udp: address already in use', 'Port 7779 of the host is taken by a program that runs there.'],
  ['failed to set up container networking: driver failed programming external connectivity on endpoint pt (713ecc930eb5): failed to bind host port 9.9.9.9:80/tcp: cannot assign requested address', 'The host has no address 9.9.9.9, on which a port is to be published.'],
  ['driver failed programming external connectivity on endpoint pt (713ecc930eb5): Error starting userland proxy: listen tcp4 9.9.9.9:80: bind: cannot assign requested address', 'The host has no address 9.9.9.9, on which a port is to be published.'],
  ['failed to discover GPU vendor from CDI: no known GPU vendor found', 'The engine has no driver for the GPU that it asks for: install the NVIDIA Container Toolkit on its host.'],
  ['CDI device injection failed: unresolvable CDI devices nvidia.com/gpu=all', 'The engine knows no CDI device nvidia.com/gpu=all: it is described in no file of /etc/cdi on its host.'],
  ['runc create failed: unable to start container process: error during container init: open sysctl net.nosuch file: unsafe procfs detected: openat2 fsmount:fscontext:proc/./sys/net/nosuch: no such file or directory', 'The kernel of the engine has no setting net.nosuch.'],
  ['failed to join IPC namespace: container 0cde8e7c8b2a: non-shareable IPC (hint: use IpcMode:shareable for the donor container)', 'It shares the IPC namespace of a container that was made without --ipc shareable: make that one anew.'],
  ['Cannot link to a non running container: /stopped AS /web/db', 'It is linked to stopped, which does not run: start that one first.'],
  ['failed to set up container networking: Address already in use', 'The address that it asks for by --ip belongs to another container.'],
  ['failed to create task for container: failed to initialize logging driver: dial tcp 127.0.0.1:24224: connect: connection refused', 'Its logging driver does not reach 127.0.0.1:24224: nothing takes logs there.'],
  ['cannot bind tcp port :18098: address already in use', 'Port 18098 of the host is taken: stop what has it, or publish another port.'],
];

void suite('a refusal', () => {
  for (const [raw, plain] of texts) {
    void test(plain, () => {
      const error = new EngineError('engine-failed', 'The sentence of the engine layer.', raw, 500);
      assert.deepEqual([messageOf(error), detailsOf(error)], [plain, raw]);
    });
  }

  void test('that nobody knows is told in the words of the engine layer', () => {
    assert.equal(messageOf(new EngineError('refused', 'Something new.', 'something new')), 'Something new.');
  });

  void test('cannot deceive by what it quotes', () => {
    assert.equal(messageOf(new EngineError('engine-failed', '', 'exec: "a\u202eb\u001b[2Jc": permission denied')), 'Its command “ab[2Jc” is there, but may not be executed.');
  });
});
