/** Flags that give a container access to hardware. */
import type { FlagTheme } from './flag-prose.ts';

export const deviceFlags: FlagTheme = {
  device: {
    what: 'Makes a device of the host available: `host path[:container path[:rwm]]`, or a CDI name such as `nvidia.com/gpu=all`.',
    why: 'Gives a container the one serial adapter or graphics card it needs, where `--privileged` would give it every disk as well.',
    mind: 'It is looked up once, at start: after a USB stick is unplugged and plugged in again, the container holds a dead device until it is recreated, and with a missing one it does not start at all, also after a reboot. Numbers such as `ttyUSB0` change; use `/dev/serial/by-id/…` as the source. The file keeps its owner: a non-root process needs `--group-add`.',
    example: 'docker run -d --name zigbee --device /dev/serial/by-id/usb-ITEAD_SONOFF-if00:/dev/ttyACM0:rw --group-add dialout koenkk/zigbee2mqtt:2.1.3',
    related: ['group-add', 'device-cgroup-rule', 'gpus', 'privileged'],
  },
  'device-cgroup-rule': {
    what: 'Allows a whole class of devices by number: `c 188:* rmw` for all USB serial adapters.',
    why: 'Devices that come and go can be used without recreating the container, if `/dev` or the part in question is mounted too.',
    mind: 'It permits access but creates no node: without a mount or mknod the file is not there. The value has blanks, so quote it; unquoted, the second part becomes the image. `a *:* rwm` opens every disk of the host.',
    example: "docker run -d --name scanner --device-cgroup-rule 'c 189:* rmw' -v /dev/bus/usb:/dev/bus/usb registry.example.com/office/scanner:1.5.0",
    related: ['device', 'privileged'],
  },
  gpus: {
    what: 'Makes GPUs available: `all`, a number of them, or `device=…` for certain ones.',
    why: 'Driver libraries of the host are mounted along, so an image need not contain the driver version of each machine.',
    mind: 'Needs the NVIDIA Container Toolkit on the host; without it: "could not select device driver", from Engine 29 on also "failed to discover GPU vendor from CDI". Two cards need quotes within quotes, `--gpus \'"device=0,1"\'`; without the inner ones the 1 is read as a count and the engine refuses. A number takes the first cards, so two containers with `1` share one. Memory of the card is not limited by `--memory`.',
    example: 'docker run -d --name inference --gpus \'"device=0,1"\' --shm-size 1g --restart unless-stopped registry.example.com/ml/inference:0.8.3',
    related: ['runtime', 'shm-size', 'device'],
  },
};
