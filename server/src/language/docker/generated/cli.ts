// Written by `npm run import-cli` from scripts/data/cli-facts.json. Edit that file or the importer, never this one.
import type { CommandRecord, FlagRecord } from '../cli-facts.ts';

const f0: FlagRecord = {"name":"add-host","type":"list","takesValue":true,"repeat":"append","kind":"extra-host","since":"<=17.06"};
const f1: FlagRecord = {"name":"annotation","type":"map","takesValue":true,"repeat":"last-per-key","kind":"annotation","minApi":"1.43","since":"24.0","missingIn":["20.10.24"]};
const f2: FlagRecord = {"name":"attach","short":"a","type":"list","takesValue":true,"repeat":"append","kind":"std-stream","since":"<=17.06"};
const f3: FlagRecord = {"name":"blkio-weight","type":"uint16","takesValue":true,"defaultValue":"0","repeat":"last-wins","kind":"blkio-weight","since":"<=17.06"};
const f4: FlagRecord = {"name":"blkio-weight-device","type":"list","takesValue":true,"repeat":"append","kind":"device-weight","since":"<=17.06"};
const f5: FlagRecord = {"name":"cap-add","type":"list","takesValue":true,"repeat":"append","kind":"capability","since":"<=17.06"};
const f6: FlagRecord = {"name":"cap-drop","type":"list","takesValue":true,"repeat":"append","kind":"capability","since":"<=17.06"};
const f7: FlagRecord = {"name":"cgroup-parent","type":"string","takesValue":true,"repeat":"last-wins","kind":"cgroup-parent","since":"<=17.06"};
const f8: FlagRecord = {"name":"cgroupns","type":"string","takesValue":true,"effectiveDefault":"unset: private on cgroup v2, host on v1 (daemon setting)","repeat":"last-wins","kind":"cgroupns-mode","minApi":"1.41","since":"20.10"};
const f9: FlagRecord = {"name":"cidfile","type":"string","takesValue":true,"repeat":"last-wins","kind":"host-file-new","since":"<=17.06"};
const f10: FlagRecord = {"name":"cpu-count","type":"int64","takesValue":true,"defaultValue":"0","repeat":"last-wins","kind":"int","osType":"windows","since":"<=17.06"};
const f11: FlagRecord = {"name":"cpu-percent","type":"int64","takesValue":true,"defaultValue":"0","repeat":"last-wins","kind":"int","osType":"windows","since":"<=17.06"};
const f12: FlagRecord = {"name":"cpu-period","type":"int64","takesValue":true,"defaultValue":"0","repeat":"last-wins","kind":"cpu-period-us","since":"<=17.06"};
const f13: FlagRecord = {"name":"cpu-quota","type":"int64","takesValue":true,"defaultValue":"0","repeat":"last-wins","kind":"cpu-quota-us","since":"<=17.06"};
const f14: FlagRecord = {"name":"cpu-rt-period","type":"int64","takesValue":true,"defaultValue":"0","repeat":"last-wins","kind":"cpu-rt-us","minApi":"1.25","since":"<=17.06"};
const f15: FlagRecord = {"name":"cpu-rt-runtime","type":"int64","takesValue":true,"defaultValue":"0","repeat":"last-wins","kind":"cpu-rt-us","minApi":"1.25","since":"<=17.06"};
const f16: FlagRecord = {"name":"cpu-shares","short":"c","type":"int64","takesValue":true,"defaultValue":"0","effectiveDefault":"0 = 1024","repeat":"last-wins","kind":"cpu-shares","since":"<=17.06"};
const f17: FlagRecord = {"name":"cpus","type":"decimal","takesValue":true,"repeat":"last-wins","kind":"cpus","minApi":"1.25","since":"<=17.06"};
const f18: FlagRecord = {"name":"cpuset-cpus","type":"string","takesValue":true,"repeat":"last-wins","kind":"cpuset","since":"<=17.06"};
const f19: FlagRecord = {"name":"cpuset-mems","type":"string","takesValue":true,"repeat":"last-wins","kind":"cpuset","since":"<=17.06"};
const f20: FlagRecord = {"name":"detach","short":"d","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"<=17.06"};
const f21: FlagRecord = {"name":"detach-keys","type":"string","takesValue":true,"effectiveDefault":"detachKeys of config.json, else ctrl-p,ctrl-q","repeat":"last-wins","kind":"detach-keys","since":"<=17.06"};
const f22: FlagRecord = {"name":"device","type":"list","takesValue":true,"repeat":"append","kind":"device","since":"<=17.06"};
const f23: FlagRecord = {"name":"device-cgroup-rule","type":"list","takesValue":true,"repeat":"append","kind":"device-cgroup-rule","since":"<=17.06"};
const f24: FlagRecord = {"name":"device-read-bps","type":"list","takesValue":true,"repeat":"append","kind":"device-bps","since":"<=17.06"};
const f25: FlagRecord = {"name":"device-read-iops","type":"list","takesValue":true,"repeat":"append","kind":"device-iops","since":"<=17.06"};
const f26: FlagRecord = {"name":"device-write-bps","type":"list","takesValue":true,"repeat":"append","kind":"device-bps","since":"<=17.06"};
const f27: FlagRecord = {"name":"device-write-iops","type":"list","takesValue":true,"repeat":"append","kind":"device-iops","since":"<=17.06"};
const f28: FlagRecord = {"name":"disable-content-trust","type":"bool","defaultValue":"true","repeat":"last-wins","kind":"bool","hidden":true,"deprecated":true,"deprecatedIn":"29.0","since":"<=17.06"};
const f29: FlagRecord = {"name":"dns","type":"list","takesValue":true,"repeat":"append","kind":"ip-address","since":"<=17.06"};
const f30: FlagRecord = {"name":"dns-opt","type":"list","takesValue":true,"repeat":"append","kind":"resolv-option","hidden":true,"aliasOf":"dns-option","since":"<=17.06"};
const f31: FlagRecord = {"name":"dns-option","type":"list","takesValue":true,"repeat":"append","kind":"resolv-option","since":"<=17.06"};
const f32: FlagRecord = {"name":"dns-search","type":"list","takesValue":true,"repeat":"append","kind":"dns-search","since":"<=17.06"};
const f33: FlagRecord = {"name":"domainname","type":"string","takesValue":true,"repeat":"last-wins","kind":"domainname","since":"19.03"};
const f34: FlagRecord = {"name":"entrypoint","type":"string","takesValue":true,"repeat":"last-wins","kind":"entrypoint","since":"<=17.06"};
const f35: FlagRecord = {"name":"env","short":"e","type":"list","takesValue":true,"repeat":"last-per-name","kind":"env","since":"<=17.06"};
const f36: FlagRecord = {"name":"env-file","type":"list","takesValue":true,"repeat":"append","kind":"env-file","since":"<=17.06"};
const f37: FlagRecord = {"name":"expose","type":"list","takesValue":true,"repeat":"append","kind":"expose","since":"<=17.06"};
const f38: FlagRecord = {"name":"gpus","type":"gpu-request","takesValue":true,"repeat":"append","kind":"gpu-request","minApi":"1.40","since":"19.03"};
const f39: FlagRecord = {"name":"group-add","type":"list","takesValue":true,"effectiveDefault":"none","repeat":"append","kind":"group-spec","since":"<=17.06"};
const f40: FlagRecord = {"name":"health-cmd","type":"string","takesValue":true,"repeat":"last-wins","kind":"shell-command","since":"<=17.06"};
const f41: FlagRecord = {"name":"health-interval","type":"duration","takesValue":true,"defaultValue":"0s","effectiveDefault":"0 = image value, else 30s","repeat":"last-wins","kind":"health-duration","since":"<=17.06"};
const f42: FlagRecord = {"name":"health-retries","type":"int","takesValue":true,"defaultValue":"0","effectiveDefault":"0 = image value, else 3","repeat":"last-wins","kind":"health-retries","since":"<=17.06"};
const f43: FlagRecord = {"name":"health-start-interval","type":"duration","takesValue":true,"defaultValue":"0s","effectiveDefault":"0 = image value, else 5s","repeat":"last-wins","kind":"health-duration","minApi":"1.44","since":"25.0","missingIn":["20.10.24"]};
const f44: FlagRecord = {"name":"health-start-period","type":"duration","takesValue":true,"defaultValue":"0s","effectiveDefault":"0 = image value, else 0s","repeat":"last-wins","kind":"health-duration","minApi":"1.29","since":"<=17.06"};
const f45: FlagRecord = {"name":"health-timeout","type":"duration","takesValue":true,"defaultValue":"0s","effectiveDefault":"0 = image value, else 30s","repeat":"last-wins","kind":"health-duration","since":"<=17.06"};
const f46: FlagRecord = {"name":"hostname","short":"h","type":"string","takesValue":true,"effectiveDefault":"unset: first 12 characters of the container id","repeat":"last-wins","kind":"hostname","since":"<=17.06"};
const f47: FlagRecord = {"name":"init","type":"bool","defaultValue":"false","effectiveDefault":"unset: daemon --init setting (false)","repeat":"last-wins","kind":"bool","minApi":"1.25","since":"<=17.06"};
const f48: FlagRecord = {"name":"interactive","short":"i","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"<=17.06"};
const f49: FlagRecord = {"name":"io-maxbandwidth","type":"bytes","takesValue":true,"defaultValue":"0","repeat":"last-wins","kind":"memory-bytes","osType":"windows","since":"<=17.06"};
const f50: FlagRecord = {"name":"io-maxiops","type":"uint64","takesValue":true,"defaultValue":"0","repeat":"last-wins","kind":"uint","osType":"windows","since":"<=17.06"};
const f51: FlagRecord = {"name":"ip","type":"ip","takesValue":true,"repeat":"last-wins","kind":"ipv4-address","since":"<=17.06"};
const f52: FlagRecord = {"name":"ip6","type":"ip","takesValue":true,"repeat":"last-wins","kind":"ipv6-address","since":"<=17.06"};
const f53: FlagRecord = {"name":"ipc","type":"string","takesValue":true,"effectiveDefault":"unset: daemon default-ipc-mode, normally private","repeat":"last-wins","kind":"ipc-mode","since":"<=17.06"};
const f54: FlagRecord = {"name":"isolation","type":"string","takesValue":true,"repeat":"last-wins","kind":"isolation","since":"<=17.06"};
const f55: FlagRecord = {"name":"kernel-memory","type":"bytes","takesValue":true,"defaultValue":"0","repeat":"last-wins","kind":"memory-bytes","hidden":true,"deprecated":true,"deprecatedIn":"20.10 (CLI warns since 29.0)","removedIn":"API 1.42 (Engine 23.0); sent only to daemons older than API 1.42; no-op stub that warns since 29.0","since":"<=17.06"};
const f56: FlagRecord = {"name":"label","short":"l","type":"list","takesValue":true,"repeat":"last-per-key","kind":"label","since":"<=17.06"};
const f57: FlagRecord = {"name":"label-file","type":"list","takesValue":true,"repeat":"append","kind":"label-file","since":"<=17.06"};
const f58: FlagRecord = {"name":"link","type":"list","takesValue":true,"repeat":"append","kind":"link","deprecated":true,"deprecatedIn":"1.10 (default bridge only)","replacement":"--network","since":"<=17.06"};
const f59: FlagRecord = {"name":"link-local-ip","type":"list","takesValue":true,"repeat":"append","kind":"link-local-ip","since":"<=17.06"};
const f60: FlagRecord = {"name":"log-driver","type":"string","takesValue":true,"effectiveDefault":"daemon default, json-file unless configured","repeat":"last-wins","kind":"log-driver","since":"<=17.06"};
const f61: FlagRecord = {"name":"log-opt","type":"list","takesValue":true,"repeat":"last-per-key","kind":"log-opt","since":"<=17.06"};
const f62: FlagRecord = {"name":"mac-address","type":"string","takesValue":true,"repeat":"last-wins","kind":"mac-address","since":"<=17.06"};
const f63: FlagRecord = {"name":"memory","short":"m","type":"bytes","takesValue":true,"defaultValue":"0","repeat":"last-wins","kind":"memory-bytes","since":"<=17.06"};
const f64: FlagRecord = {"name":"memory-reservation","type":"bytes","takesValue":true,"defaultValue":"0","repeat":"last-wins","kind":"memory-bytes","since":"<=17.06"};
const f65: FlagRecord = {"name":"memory-swap","type":"bytes","takesValue":true,"defaultValue":"0","effectiveDefault":"unset with --memory M: 2*M (daemon); unset without --memory: unlimited","repeat":"last-wins","kind":"memory-swap-bytes","since":"<=17.06"};
const f66: FlagRecord = {"name":"memory-swappiness","type":"int64","takesValue":true,"defaultValue":"-1","effectiveDefault":"-1 = inherit from the host (normally 60)","repeat":"last-wins","kind":"swappiness","since":"<=17.06"};
const f67: FlagRecord = {"name":"mount","type":"mount","takesValue":true,"repeat":"append","kind":"mount","since":"<=17.06"};
const f68: FlagRecord = {"name":"name","type":"string","takesValue":true,"repeat":"last-wins","kind":"container-name","since":"<=17.06"};
const f69: FlagRecord = {"name":"net","type":"network","takesValue":true,"repeat":"append","kind":"network","hidden":true,"aliasOf":"network","since":"<=17.06"};
const f70: FlagRecord = {"name":"net-alias","type":"list","takesValue":true,"repeat":"append","kind":"network-alias","hidden":true,"aliasOf":"network-alias","since":"<=17.06"};
const f71: FlagRecord = {"name":"network","type":"network","takesValue":true,"effectiveDefault":"default = bridge","repeat":"append","kind":"network","since":"<=17.06"};
const f72: FlagRecord = {"name":"network-alias","type":"list","takesValue":true,"repeat":"append","kind":"network-alias","since":"<=17.06"};
const f73: FlagRecord = {"name":"no-healthcheck","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"<=17.06"};
const f74: FlagRecord = {"name":"oom-kill-disable","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"<=17.06"};
const f75: FlagRecord = {"name":"oom-score-adj","type":"int","takesValue":true,"defaultValue":"0","repeat":"last-wins","kind":"oom-score-adj","since":"<=17.06"};
const f76: FlagRecord = {"name":"pid","type":"string","takesValue":true,"repeat":"last-wins","kind":"pid-mode","since":"<=17.06"};
const f77: FlagRecord = {"name":"pids-limit","type":"int64","takesValue":true,"defaultValue":"0","effectiveDefault":"0 = unlimited","repeat":"last-wins","kind":"pids-limit","since":"<=17.06"};
const f78: FlagRecord = {"name":"platform","type":"string","takesValue":true,"effectiveDefault":"value of DOCKER_DEFAULT_PLATFORM in the environment","repeat":"last-wins","kind":"platform","minApi":"1.32","since":"17.12"};
const f79: FlagRecord = {"name":"privileged","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"<=17.06"};
const f80: FlagRecord = {"name":"publish","short":"p","type":"list","takesValue":true,"repeat":"append","kind":"publish","since":"<=17.06"};
const f81: FlagRecord = {"name":"publish-all","short":"P","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"<=17.06"};
const f82: FlagRecord = {"name":"pull","type":"string","takesValue":true,"defaultValue":"missing","repeat":"last-wins","kind":"pull-policy","since":"20.10"};
const f83: FlagRecord = {"name":"quiet","short":"q","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"23.0","missingIn":["20.10.24"]};
const f84: FlagRecord = {"name":"read-only","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"<=17.06"};
const f85: FlagRecord = {"name":"restart","type":"string","takesValue":true,"defaultValue":"no","repeat":"last-wins","kind":"restart-policy","since":"<=17.06"};
const f86: FlagRecord = {"name":"rm","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"<=17.06"};
const f87: FlagRecord = {"name":"runtime","type":"string","takesValue":true,"effectiveDefault":"runc","repeat":"last-wins","kind":"runtime-name","since":"<=17.06"};
const f88: FlagRecord = {"name":"security-opt","type":"list","takesValue":true,"repeat":"append","kind":"security-opt","since":"<=17.06"};
const f89: FlagRecord = {"name":"shm-size","type":"bytes","takesValue":true,"defaultValue":"0","effectiveDefault":"daemon default 64m","repeat":"last-wins","kind":"memory-bytes","since":"<=17.06"};
const f90: FlagRecord = {"name":"sig-proxy","type":"bool","defaultValue":"true","repeat":"last-wins","kind":"bool","since":"<=17.06"};
const f91: FlagRecord = {"name":"stop-signal","type":"string","takesValue":true,"effectiveDefault":"unset: image STOPSIGNAL, else SIGTERM","repeat":"last-wins","kind":"signal","since":"<=17.06"};
const f92: FlagRecord = {"name":"stop-timeout","type":"int","takesValue":true,"defaultValue":"0","effectiveDefault":"unset: daemon default, 10 s on Linux","repeat":"last-wins","kind":"stop-timeout-seconds","minApi":"1.25","since":"<=17.06"};
const f93: FlagRecord = {"name":"storage-opt","type":"list","takesValue":true,"repeat":"last-per-key","kind":"storage-opt","since":"<=17.06"};
const f94: FlagRecord = {"name":"sysctl","type":"map","takesValue":true,"repeat":"last-per-key","kind":"sysctl","since":"<=17.06"};
const f95: FlagRecord = {"name":"tmpfs","type":"list","takesValue":true,"repeat":"last-per-target","kind":"tmpfs","since":"<=17.06"};
const f96: FlagRecord = {"name":"tty","short":"t","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"<=17.06"};
const f97: FlagRecord = {"name":"ulimit","type":"ulimit","takesValue":true,"repeat":"last-per-name","kind":"ulimit","since":"<=17.06"};
const f98: FlagRecord = {"name":"use-api-socket","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"28.1","missingIn":["20.10.24"]};
const f99: FlagRecord = {"name":"user","short":"u","type":"string","takesValue":true,"effectiveDefault":"image USER, else root","repeat":"last-wins","kind":"user-spec","since":"<=17.06"};
const f100: FlagRecord = {"name":"userns","type":"string","takesValue":true,"effectiveDefault":"unset: daemon userns-remap setting","repeat":"last-wins","kind":"userns-mode","since":"<=17.06"};
const f101: FlagRecord = {"name":"uts","type":"string","takesValue":true,"repeat":"last-wins","kind":"uts-mode","since":"<=17.06"};
const f102: FlagRecord = {"name":"volume","short":"v","type":"list","takesValue":true,"repeat":"append-distinct","kind":"volume","since":"<=17.06"};
const f103: FlagRecord = {"name":"volume-driver","type":"string","takesValue":true,"repeat":"last-wins","kind":"volume-driver","since":"<=17.06"};
const f104: FlagRecord = {"name":"volumes-from","type":"list","takesValue":true,"repeat":"append","kind":"volumes-from","since":"<=17.06"};
const f105: FlagRecord = {"name":"workdir","short":"w","type":"string","takesValue":true,"effectiveDefault":"image WORKDIR, else /","repeat":"last-wins","kind":"container-path","since":"<=17.06"};
const f106: FlagRecord = {"name":"detach-keys","type":"string","takesValue":true,"repeat":"last-wins","kind":"detach-keys","since":"<=17.06"};
const f107: FlagRecord = {"name":"env","short":"e","type":"list","takesValue":true,"repeat":"last-per-name","kind":"env","minApi":"1.25","since":"<=17.06"};
const f108: FlagRecord = {"name":"env-file","type":"list","takesValue":true,"repeat":"append","kind":"env-file","minApi":"1.25","since":"20.10"};
const f109: FlagRecord = {"name":"user","short":"u","type":"string","takesValue":true,"repeat":"last-wins","kind":"user-spec","since":"<=17.06"};
const f110: FlagRecord = {"name":"workdir","short":"w","type":"string","takesValue":true,"repeat":"last-wins","kind":"container-path","minApi":"1.35","since":"17.12"};
const f111: FlagRecord = {"name":"attach","short":"a","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"<=17.06"};
const f112: FlagRecord = {"name":"checkpoint","type":"string","takesValue":true,"repeat":"last-wins","kind":"checkpoint-name","osType":"linux","needsExperimentalDaemon":true,"since":"<=17.06"};
const f113: FlagRecord = {"name":"checkpoint-dir","type":"string","takesValue":true,"repeat":"last-wins","kind":"host-dir","osType":"linux","needsExperimentalDaemon":true,"since":"<=17.06"};
const f114: FlagRecord = {"name":"signal","short":"s","type":"string","takesValue":true,"effectiveDefault":"unset: container stop signal","repeat":"last-wins","kind":"signal","since":"23.0","missingIn":["20.10.24"]};
const f115: FlagRecord = {"name":"time","type":"int","takesValue":true,"defaultValue":"0","repeat":"last-wins","kind":"stop-timeout-seconds","hidden":true,"deprecated":true,"deprecatedIn":"28.0","replacement":"--timeout","since":"<=17.06"};
const f116: FlagRecord = {"name":"timeout","short":"t","type":"int","takesValue":true,"defaultValue":"0","effectiveDefault":"unset: --stop-timeout of the container, else 10","repeat":"last-wins","kind":"stop-timeout-seconds","since":"28.0","missingIn":["20.10.24"]};
const f117: FlagRecord = {"name":"signal","short":"s","type":"string","takesValue":true,"repeat":"last-wins","kind":"signal","since":"23.0","missingIn":["20.10.24"]};
const f118: FlagRecord = {"name":"signal","short":"s","type":"string","takesValue":true,"effectiveDefault":"KILL","repeat":"last-wins","kind":"signal","since":"<=17.06"};
const f119: FlagRecord = {"name":"cpu-shares","short":"c","type":"int64","takesValue":true,"defaultValue":"0","repeat":"last-wins","kind":"cpu-shares","since":"<=17.06"};
const f120: FlagRecord = {"name":"cpus","type":"decimal","takesValue":true,"repeat":"last-wins","kind":"cpus","minApi":"1.29","since":"<=17.06"};
const f121: FlagRecord = {"name":"memory-swap","type":"bytes","takesValue":true,"defaultValue":"0","repeat":"last-wins","kind":"memory-swap-bytes","since":"<=17.06"};
const f122: FlagRecord = {"name":"pids-limit","type":"int64","takesValue":true,"defaultValue":"0","repeat":"last-wins","kind":"pids-limit","minApi":"1.40","since":"19.03"};
const f123: FlagRecord = {"name":"restart","type":"string","takesValue":true,"repeat":"last-wins","kind":"restart-policy","since":"<=17.06"};
const f124: FlagRecord = {"name":"no-stdin","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"<=17.06"};
const f125: FlagRecord = {"name":"all","short":"a","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"<=17.06"};
const f126: FlagRecord = {"name":"filter","short":"f","type":"filter","takesValue":true,"repeat":"append","kind":"ps-filter","since":"<=17.06"};
const f127: FlagRecord = {"name":"format","type":"string","takesValue":true,"repeat":"last-wins","kind":"format-ps","since":"<=17.06"};
const f128: FlagRecord = {"name":"last","short":"n","type":"int","takesValue":true,"defaultValue":"-1","repeat":"last-wins","kind":"int","since":"<=17.06"};
const f129: FlagRecord = {"name":"latest","short":"l","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"<=17.06"};
const f130: FlagRecord = {"name":"no-trunc","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"<=17.06"};
const f131: FlagRecord = {"name":"quiet","short":"q","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"<=17.06"};
const f132: FlagRecord = {"name":"size","short":"s","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"<=17.06"};
const f133: FlagRecord = {"name":"force","short":"f","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"<=17.06"};
const f134: FlagRecord = {"name":"link","short":"l","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"<=17.06"};
const f135: FlagRecord = {"name":"volumes","short":"v","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"<=17.06"};
const f136: FlagRecord = {"name":"filter","type":"filter","takesValue":true,"repeat":"append","kind":"prune-filter","since":"<=17.06"};
const f137: FlagRecord = {"name":"details","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"<=17.06"};
const f138: FlagRecord = {"name":"follow","short":"f","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"<=17.06"};
const f139: FlagRecord = {"name":"since","type":"string","takesValue":true,"repeat":"last-wins","kind":"timestamp","since":"<=17.06"};
const f140: FlagRecord = {"name":"tail","short":"n","type":"string","takesValue":true,"defaultValue":"all","repeat":"last-wins","kind":"log-tail","since":"<=17.06"};
const f141: FlagRecord = {"name":"timestamps","short":"t","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"<=17.06"};
const f142: FlagRecord = {"name":"until","type":"string","takesValue":true,"repeat":"last-wins","kind":"timestamp","minApi":"1.35","since":"17.12"};
const f143: FlagRecord = {"name":"format","short":"f","type":"string","takesValue":true,"repeat":"last-wins","kind":"format-inspect","since":"<=17.06"};
const f144: FlagRecord = {"name":"type","type":"string","takesValue":true,"repeat":"last-wins","kind":"object-type","since":"<=17.06"};
const f145: FlagRecord = {"name":"format","type":"string","takesValue":true,"repeat":"last-wins","kind":"format-stats","since":"<=17.06"};
const f146: FlagRecord = {"name":"no-stream","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"<=17.06"};
const f147: FlagRecord = {"name":"no-trunc","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"17.10"};
const f148: FlagRecord = {"name":"archive","short":"a","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"<=17.06"};
const f149: FlagRecord = {"name":"follow-link","short":"L","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"<=17.06"};
const f150: FlagRecord = {"name":"author","short":"a","type":"string","takesValue":true,"repeat":"last-wins","kind":"free-text","since":"<=17.06"};
const f151: FlagRecord = {"name":"change","short":"c","type":"list","takesValue":true,"repeat":"append","kind":"dockerfile-instruction","since":"<=17.06"};
const f152: FlagRecord = {"name":"message","short":"m","type":"string","takesValue":true,"repeat":"last-wins","kind":"free-text","since":"<=17.06"};
const f153: FlagRecord = {"name":"no-pause","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"29.0","missingIn":["20.10.24","28.2.2"]};
const f154: FlagRecord = {"name":"pause","short":"p","type":"bool","defaultValue":"true","repeat":"last-wins","kind":"bool","hidden":true,"deprecated":true,"deprecatedIn":"29.0","removedIn":"30.0 (planned)","replacement":"--no-pause","since":"<=17.06"};
const f155: FlagRecord = {"name":"output","short":"o","type":"string","takesValue":true,"repeat":"last-wins","kind":"host-file","since":"<=17.06"};

export const cliVersions = ["20.10.24","28.2.2","29.8.0-dev"] as const;

export const commandRecords: readonly CommandRecord[] = [
  { ...{"id":"run","usage":"docker run [OPTIONS] IMAGE [COMMAND] [ARG...]","spellings":[{"path":["run"],"versions":"all"},{"path":["container","run"],"versions":"all"}],"minPositionals":1,"interspersed":false}, flags: [f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23, f24, f25, f26, f27, f28, f29, f30, f31, f32, f33, f34, f35, f36, f37, f38, f39, f40, f41, f42, f43, f44, f45, f46, f47, f48, f49, f50, f51, f52, f53, f54, f55, f56, f57, f58, f59, f60, f61, f62, f63, f64, f65, f66, f67, f68, f69, f70, f71, f72, f73, f74, f75, f76, f77, f78, f79, f80, f81, f82, f83, f84, f85, f86, f87, f88, f89, f90, f91, f92, f93, f94, f95, f96, f97, f98, f99, f100, f101, f102, f103, f104, f105] },
  { ...{"id":"create","usage":"docker create [OPTIONS] IMAGE [COMMAND] [ARG...]","spellings":[{"path":["create"],"versions":"all"},{"path":["container","create"],"versions":"all"}],"minPositionals":1,"interspersed":false}, flags: [f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f22, f23, f24, f25, f26, f27, f28, f29, f30, f31, f32, f33, f34, f35, f36, f37, f38, f39, f40, f41, f42, f43, f44, f45, f46, f47, f48, f49, f50, f51, f52, f53, f54, f55, f56, f57, f58, f59, f60, f61, f62, f63, f64, f65, f66, f67, f68, f69, f70, f71, f72, f73, f74, f75, f76, f77, f78, f79, f80, f81, f82, f83, f84, f85, f86, f87, f88, f89, f91, f92, f93, f94, f95, f96, f97, f98, f99, f100, f101, f102, f103, f104, f105] },
  { ...{"id":"exec","usage":"docker exec [OPTIONS] CONTAINER COMMAND [ARG...]","spellings":[{"path":["exec"],"versions":"all"},{"path":["container","exec"],"versions":"all"}],"minPositionals":2,"interspersed":false}, flags: [f20, f106, f107, f108, f48, f79, f96, f109, f110] },
  { ...{"id":"start","usage":"docker start [OPTIONS] CONTAINER [CONTAINER...]","spellings":[{"path":["start"],"versions":"all"},{"path":["container","start"],"versions":"all"}],"minPositionals":1,"interspersed":true}, flags: [f111, f112, f113, f106, f48] },
  { ...{"id":"stop","usage":"docker stop [OPTIONS] CONTAINER [CONTAINER...]","spellings":[{"path":["stop"],"versions":"all"},{"path":["container","stop"],"versions":"all"}],"minPositionals":1,"interspersed":true}, flags: [f114, f115, f116] },
  { ...{"id":"restart","usage":"docker restart [OPTIONS] CONTAINER [CONTAINER...]","spellings":[{"path":["restart"],"versions":"all"},{"path":["container","restart"],"versions":"all"}],"minPositionals":1,"interspersed":true}, flags: [f117, f115, f116] },
  { ...{"id":"kill","usage":"docker kill [OPTIONS] CONTAINER [CONTAINER...]","spellings":[{"path":["kill"],"versions":"all"},{"path":["container","kill"],"versions":"all"}],"minPositionals":1,"interspersed":true}, flags: [f118] },
  { ...{"id":"pause","usage":"docker pause CONTAINER [CONTAINER...]","spellings":[{"path":["pause"],"versions":"all"},{"path":["container","pause"],"versions":"all"}],"minPositionals":1,"interspersed":true}, flags: [] },
  { ...{"id":"unpause","usage":"docker unpause CONTAINER [CONTAINER...]","spellings":[{"path":["unpause"],"versions":"all"},{"path":["container","unpause"],"versions":"all"}],"minPositionals":1,"interspersed":true}, flags: [] },
  { ...{"id":"wait","usage":"docker wait CONTAINER [CONTAINER...]","spellings":[{"path":["wait"],"versions":"all"},{"path":["container","wait"],"versions":"all"}],"minPositionals":1,"interspersed":true}, flags: [] },
  { ...{"id":"rename","usage":"docker rename CONTAINER NEW_NAME","spellings":[{"path":["rename"],"versions":"all"},{"path":["container","rename"],"versions":"all"}],"minPositionals":2,"maxPositionals":2,"interspersed":true}, flags: [] },
  { ...{"id":"update","usage":"docker update [OPTIONS] CONTAINER [CONTAINER...]","spellings":[{"path":["update"],"versions":"all"},{"path":["container","update"],"versions":"all"}],"minPositionals":1,"interspersed":true}, flags: [f3, f12, f13, f14, f15, f119, f120, f18, f19, f55, f63, f64, f121, f122, f123] },
  { ...{"id":"attach","usage":"docker attach [OPTIONS] CONTAINER","spellings":[{"path":["attach"],"versions":"all"},{"path":["container","attach"],"versions":"all"}],"minPositionals":1,"maxPositionals":1,"interspersed":true}, flags: [f106, f124, f90] },
  { ...{"id":"ps","usage":"docker ps [OPTIONS]","spellings":[{"path":["ps"],"versions":"all"},{"path":["container","ls"],"versions":"all"},{"path":["container","ps"],"versions":"all"},{"path":["container","list"],"versions":"all"}],"minPositionals":0,"maxPositionals":0,"interspersed":true}, flags: [f125, f126, f127, f128, f129, f130, f131, f132] },
  { ...{"id":"rm","usage":"docker rm [OPTIONS] CONTAINER [CONTAINER...]","spellings":[{"path":["rm"],"versions":"all"},{"path":["container","rm"],"versions":"all"},{"path":["container","remove"],"versions":">=23.0"},{"path":["remove"],"versions":"23.0 - 28.2"}],"minPositionals":1,"interspersed":true}, flags: [f133, f134, f135] },
  { ...{"id":"prune","usage":"docker container prune [OPTIONS]","spellings":[{"path":["container","prune"],"versions":"all"}],"minPositionals":0,"maxPositionals":0,"interspersed":true,"minApi":"1.25"}, flags: [f136, f133] },
  { ...{"id":"logs","usage":"docker logs [OPTIONS] CONTAINER","spellings":[{"path":["logs"],"versions":"all"},{"path":["container","logs"],"versions":"all"}],"minPositionals":1,"maxPositionals":1,"interspersed":true}, flags: [f137, f138, f139, f140, f141, f142] },
  { ...{"id":"inspect","usage":"docker container inspect [OPTIONS] CONTAINER [CONTAINER...]","spellings":[{"path":["container","inspect"],"versions":"all"}],"minPositionals":1,"interspersed":true}, flags: [f143, f132] },
  { ...{"id":"inspect-any","usage":"docker inspect [OPTIONS] NAME|ID [NAME|ID...]","spellings":[{"path":["inspect"],"versions":"all"}],"minPositionals":1,"interspersed":true}, flags: [f143, f132, f144] },
  { ...{"id":"stats","usage":"docker stats [OPTIONS] [CONTAINER...]","spellings":[{"path":["stats"],"versions":"all"},{"path":["container","stats"],"versions":"all"}],"minPositionals":0,"interspersed":true}, flags: [f125, f145, f146, f147] },
  { ...{"id":"top","usage":"docker top CONTAINER [ps OPTIONS]","spellings":[{"path":["top"],"versions":"all"},{"path":["container","top"],"versions":"all"}],"minPositionals":1,"interspersed":false}, flags: [] },
  { ...{"id":"port","usage":"docker port CONTAINER [PRIVATE_PORT[/PROTO]]","spellings":[{"path":["port"],"versions":"all"},{"path":["container","port"],"versions":"all"}],"minPositionals":1,"maxPositionals":2,"interspersed":true}, flags: [] },
  { ...{"id":"diff","usage":"docker diff CONTAINER","spellings":[{"path":["diff"],"versions":"all"},{"path":["container","diff"],"versions":"all"}],"minPositionals":1,"maxPositionals":1,"interspersed":true}, flags: [] },
  { ...{"id":"cp","usage":"docker cp [OPTIONS] CONTAINER:SRC_PATH DEST_PATH|- docker cp [OPTIONS] SRC_PATH|- CONTAINER:DEST_PATH","spellings":[{"path":["cp"],"versions":"all"},{"path":["container","cp"],"versions":"all"}],"minPositionals":2,"maxPositionals":2,"interspersed":true}, flags: [f148, f149, f83] },
  { ...{"id":"commit","usage":"docker commit [OPTIONS] CONTAINER [REPOSITORY[:TAG]]","spellings":[{"path":["commit"],"versions":"all"},{"path":["container","commit"],"versions":"all"}],"minPositionals":1,"maxPositionals":2,"interspersed":false}, flags: [f150, f151, f152, f153, f154] },
  { ...{"id":"export","usage":"docker export [OPTIONS] CONTAINER","spellings":[{"path":["export"],"versions":"all"},{"path":["container","export"],"versions":"all"}],"minPositionals":1,"maxPositionals":1,"interspersed":true}, flags: [f155] },
];

export const globalFlagRecords: readonly FlagRecord[] = [
  {"name":"config","type":"string","takesValue":true,"defaultValue":"~/.docker","repeat":"last-wins","kind":"free-text","since":"<=17.06"},
  {"name":"context","short":"c","type":"string","takesValue":true,"repeat":"last-wins","kind":"free-text","since":"<=17.06"},
  {"name":"debug","short":"D","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"<=17.06"},
  {"name":"help","short":"h","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","hidden":true,"since":"<=17.06"},
  {"name":"host","short":"H","type":"string","takesValue":true,"repeat":"append","kind":"engine-endpoint","since":"<=17.06"},
  {"name":"log-level","short":"l","type":"string","takesValue":true,"defaultValue":"info","repeat":"last-wins","kind":"log-level","since":"<=17.06"},
  {"name":"tls","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"<=17.06"},
  {"name":"tlscacert","type":"string","takesValue":true,"defaultValue":"~/.docker/ca.pem","repeat":"last-wins","kind":"free-text","since":"<=17.06"},
  {"name":"tlscert","type":"string","takesValue":true,"defaultValue":"~/.docker/cert.pem","repeat":"last-wins","kind":"free-text","since":"<=17.06"},
  {"name":"tlskey","type":"string","takesValue":true,"defaultValue":"~/.docker/key.pem","repeat":"last-wins","kind":"free-text","since":"<=17.06"},
  {"name":"tlsverify","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"<=17.06"},
  {"name":"version","short":"v","type":"bool","defaultValue":"false","repeat":"last-wins","kind":"bool","since":"<=17.06"},
];

export const valueKinds = ["engine-endpoint","log-level","bool","int","uint","free-text","memory-bytes","memory-swap-bytes","swappiness","cpus","cpu-shares","cpu-period-us","cpu-quota-us","cpu-rt-us","cpuset","blkio-weight","device-weight","device-bps","device-iops","oom-score-adj","pids-limit","ulimit","restart-policy","publish","expose","env","env-file","label","label-file","annotation","volume","volumes-from","tmpfs","mount","device","device-cgroup-rule","gpu-request","network","network-alias","link","link-local-ip","ipv4-address","ipv6-address","ip-address","mac-address","dns-search","resolv-option","extra-host","hostname","domainname","user-spec","group-spec","container-path","container-name","entrypoint","shell-command","health-duration","health-retries","signal","stop-timeout-seconds","capability","security-opt","sysctl","storage-opt","log-driver","log-opt","pull-policy","platform","pid-mode","ipc-mode","uts-mode","userns-mode","cgroupns-mode","cgroup-parent","isolation","runtime-name","volume-driver","std-stream","detach-keys","host-file-new","host-file","host-dir","checkpoint-name","ps-filter","prune-filter","format-ps","format-stats","format-inspect","object-type","timestamp","log-tail","dockerfile-instruction"] as const;

export const capabilities = {"all":["CAP_CHOWN","CAP_DAC_OVERRIDE","CAP_DAC_READ_SEARCH","CAP_FOWNER","CAP_FSETID","CAP_KILL","CAP_SETGID","CAP_SETUID","CAP_SETPCAP","CAP_LINUX_IMMUTABLE","CAP_NET_BIND_SERVICE","CAP_NET_BROADCAST","CAP_NET_ADMIN","CAP_NET_RAW","CAP_IPC_LOCK","CAP_IPC_OWNER","CAP_SYS_MODULE","CAP_SYS_RAWIO","CAP_SYS_CHROOT","CAP_SYS_PTRACE","CAP_SYS_PACCT","CAP_SYS_ADMIN","CAP_SYS_BOOT","CAP_SYS_NICE","CAP_SYS_RESOURCE","CAP_SYS_TIME","CAP_SYS_TTY_CONFIG","CAP_MKNOD","CAP_LEASE","CAP_AUDIT_WRITE","CAP_AUDIT_CONTROL","CAP_SETFCAP","CAP_MAC_OVERRIDE","CAP_MAC_ADMIN","CAP_SYSLOG","CAP_WAKE_ALARM","CAP_BLOCK_SUSPEND","CAP_AUDIT_READ","CAP_PERFMON","CAP_BPF","CAP_CHECKPOINT_RESTORE"],"special":["ALL"],"defaultGranted":["CAP_CHOWN","CAP_DAC_OVERRIDE","CAP_FSETID","CAP_FOWNER","CAP_MKNOD","CAP_NET_RAW","CAP_SETGID","CAP_SETUID","CAP_SETFCAP","CAP_SETPCAP","CAP_NET_BIND_SERVICE","CAP_SYS_CHROOT","CAP_KILL","CAP_AUDIT_WRITE"],"note":"CAP_ prefix and case optional. Default-granted = kept when no --cap-drop. 14 defaults of 41 known. --cap-drop ALL --cap-add X leaves exactly X; --cap-add ALL --cap-drop X leaves all but X; --privileged ignores both lists and grants all."} as const;

export const restartPolicies = {"values":["no","always","unless-stopped","on-failure","on-failure:<max-retries>"],"default":"no"} as const;

export const pullPolicies = {"values":["always","missing","never"],"default":"missing"} as const;

export const signals = {"names":[{"name":"ABRT","number":6},{"name":"ALRM","number":14},{"name":"BUS","number":7},{"name":"CHLD","number":17},{"name":"CLD","number":17},{"name":"CONT","number":18},{"name":"FPE","number":8},{"name":"HUP","number":1},{"name":"ILL","number":4},{"name":"INT","number":2},{"name":"IO","number":29},{"name":"IOT","number":6},{"name":"KILL","number":9},{"name":"PIPE","number":13},{"name":"POLL","number":29},{"name":"PROF","number":27},{"name":"PWR","number":30},{"name":"QUIT","number":3},{"name":"SEGV","number":11},{"name":"STKFLT","number":16},{"name":"STOP","number":19},{"name":"SYS","number":31},{"name":"TERM","number":15},{"name":"TRAP","number":5},{"name":"TSTP","number":20},{"name":"TTIN","number":21},{"name":"TTOU","number":22},{"name":"URG","number":23},{"name":"USR1","number":10},{"name":"USR2","number":12},{"name":"VTALRM","number":26},{"name":"WINCH","number":28},{"name":"XCPU","number":24},{"name":"XFSZ","number":25},{"name":"RTMIN","number":34},{"name":"RTMIN+1","number":35},{"name":"RTMIN+2","number":36},{"name":"RTMIN+3","number":37},{"name":"RTMIN+4","number":38},{"name":"RTMIN+5","number":39},{"name":"RTMIN+6","number":40},{"name":"RTMIN+7","number":41},{"name":"RTMIN+8","number":42},{"name":"RTMIN+9","number":43},{"name":"RTMIN+10","number":44},{"name":"RTMIN+11","number":45},{"name":"RTMIN+12","number":46},{"name":"RTMIN+13","number":47},{"name":"RTMIN+14","number":48},{"name":"RTMIN+15","number":49},{"name":"RTMAX-14","number":50},{"name":"RTMAX-13","number":51},{"name":"RTMAX-12","number":52},{"name":"RTMAX-11","number":53},{"name":"RTMAX-10","number":54},{"name":"RTMAX-9","number":55},{"name":"RTMAX-8","number":56},{"name":"RTMAX-7","number":57},{"name":"RTMAX-6","number":58},{"name":"RTMAX-5","number":59},{"name":"RTMAX-4","number":60},{"name":"RTMAX-3","number":61},{"name":"RTMAX-2","number":62},{"name":"RTMAX-1","number":63},{"name":"RTMAX","number":64}],"note":"Linux daemon list; SIG prefix and case optional; numbers accepted"} as const;

export const ulimits = {"accepted":["core","cpu","data","fsize","locks","memlock","msgqueue","nice","nofile","nproc","rss","rtprio","rttime","sigpending","stack"],"rejectedThoughCompleted":["as","chroot","maxlogins","maxsyslogins","priority"],"note":"the CLI shell completion offers the second list and omits rttime, the parser does the opposite"} as const;

export const networkModes = {"builtin":["bridge","host","none","default","container:<name|id>"],"userDefined":"any other string","longFormKeys":["name","alias","ip","ip6","mac-address","link-local-ip","driver-opt","gw-priority"],"longFormSince":{"ip":"20.10","ip6":"20.10","mac-address":"25.0","link-local-ip":"25.0","gw-priority":"28.0"}} as const;

export const pidModes = {"values":["","host","container:<name|id>"]} as const;

export const ipcModes = {"values":["","none","private","shareable","host","container:<name|id>"]} as const;

export const utsModes = {"values":["","host"]} as const;

export const usernsModes = {"values":["","host"]} as const;

export const cgroupnsModes = {"values":["","host","private"]} as const;

export const isolationModes = {"values":["default","process","hyperv"],"linux":["default"]} as const;

export const attachStreams = {"values":["stdin","stdout","stderr"]} as const;

export const mountTypes = {"values":["bind","volume","tmpfs","npipe","cluster","image"],"default":"volume","linuxDaemon":["bind","volume","tmpfs","image (API 1.48)"],"windowsOnly":["npipe"],"swarmOnly":["cluster"]} as const;

export const mountKeys = {"all":[["type"],["source","src"],["target","dst","destination"],["readonly","ro"],["consistency"],["bind-propagation"],["bind-nonrecursive"],["bind-recursive"],["bind-create-src"],["volume-subpath"],["volume-nocopy"],["volume-label"],["volume-driver"],["volume-opt"],["image-subpath"],["tmpfs-size"],["tmpfs-mode"]],"in28_2_2":["type","source","src","target","dst","destination","readonly","ro","consistency","bind-propagation","bind-nonrecursive","bind-recursive","volume-subpath","volume-nocopy","volume-label","volume-driver","volume-opt","image-subpath","tmpfs-size","tmpfs-mode"],"perType":{"any":["type","source|src","target|dst|destination","readonly|ro","consistency"],"bind":["bind-propagation","bind-recursive","bind-create-src (29.3+)","bind-nonrecursive (deprecated 25.0, error since 29.0)"],"volume":["volume-subpath (26.0+, API 1.45)","volume-nocopy","volume-label","volume-driver","volume-opt"],"tmpfs":["tmpfs-size","tmpfs-mode"],"image":["image-subpath (28.0+)"]},"bareBooleans":["readonly","ro","volume-nocopy","bind-create-src (29.3+)"],"booleanValues":{"upTo29_2":"strconv.ParseBool","from29_3":["true","1","false","0"]},"bindRecursive":["enabled","disabled","writable (needs readonly)","readonly (needs readonly and bind-propagation=rprivate)"],"propagation":["private","rprivate","shared","rshared","slave","rslave"],"consistency":["consistent","cached","delegated","default"],"tmpfsMode":"octal","tmpfsSize":"memory-bytes"} as const;

export const volumeOptions = {"readWrite":["ro","rw"],"selinux":["z","Z"],"propagation":["private","rprivate","shared","rshared","slave","rslave"],"copy":["nocopy"],"consistency":["consistent","cached","delegated"],"rule":"comma list, at most one of each group; propagation only for bind mounts, nocopy only for volumes"} as const;

export const tmpfsOptions = {"flags":["ro","rw","suid","nosuid","dev","nodev","exec","noexec","sync","async","dirsync","remount","mand","nomand","atime","noatime","diratime","nodiratime","bind","rbind","unbindable","runbindable","private","rprivate","shared","rshared","slave","rslave","relatime","norelatime","strictatime","nostrictatime"],"keyValue":["size","mode","uid","gid","nr_inodes","nr_blocks","mpol"],"defaults":["noexec","nosuid","nodev"]} as const;

export const securityOpts = {"values":[{"key":"no-new-privileges","forms":["no-new-privileges","no-new-privileges=true","no-new-privileges=false"]},{"key":"seccomp","forms":["seccomp=unconfined","seccomp=builtin (25.0+)","seccomp=<file.json>"]},{"key":"apparmor","forms":["apparmor=unconfined","apparmor=<profile>","apparmor=docker-default"]},{"key":"label","forms":["label=disable","label=user:<u>","label=role:<r>","label=type:<t>","label=level:<l>"]},{"key":"systempaths","forms":["systempaths=unconfined"]},{"key":"writable-cgroups","forms":["writable-cgroups=true","writable-cgroups=false"],"since":"Engine 28.0; the daemon also takes the bare word but the CLI refuses it"},{"key":"credentialspec","forms":["credentialspec=file://<f>","credentialspec=registry://<k>","credentialspec=raw://<json>"],"osType":"windows"}],"deprecatedSeparator":":"} as const;

export const logDrivers = {"linux":["json-file","local","journald","syslog","gelf","fluentd","awslogs","splunk","gcplogs","none"],"windows":["json-file","syslog","gelf","fluentd","awslogs","splunk","gcplogs","etwlogs","none"],"removed":{"logentries":"deprecated 24.0, removed 25.0"},"default":"json-file","readableByLogs":["json-file","local","journald"],"note":"others are readable through the dual-logging cache since 20.10, unless cache-disabled=true; none never"} as const;

export const logOpts = {"_all":["mode","max-buffer-size","cache-disabled","cache-max-file","cache-max-size","cache-compress"],"json-file":["max-size","max-file","compress","env","env-regex","labels","labels-regex","tag"],"local":["max-size","max-file","compress","env (Engine 29.5+)","env-regex (Engine 29.5+)","labels (Engine 29.5+)","labels-regex (Engine 29.5+)","tag (Engine 29.5+)"],"journald":["env","env-regex","labels","labels-regex","tag"],"syslog":["syslog-address","syslog-facility","syslog-format","syslog-tls-ca-cert","syslog-tls-cert","syslog-tls-key","syslog-tls-skip-verify","env","env-regex","labels","labels-regex","tag"],"gelf":["gelf-address","gelf-compression-level","gelf-compression-type","gelf-tcp-max-reconnect","gelf-tcp-reconnect-delay","env","env-regex","labels","labels-regex","tag"],"fluentd":["fluentd-address","fluentd-async","fluentd-async-reconnect-interval","fluentd-buffer-limit","fluentd-max-retries","fluentd-request-ack","fluentd-retry-wait","fluentd-sub-second-precision","fluentd-write-timeout","fluentd-read-timeout","env","env-regex","labels","labels-regex","tag"],"awslogs":["awslogs-region","awslogs-endpoint","awslogs-group","awslogs-stream","awslogs-create-group","awslogs-create-stream","awslogs-datetime-format","awslogs-multiline-pattern","awslogs-credentials-endpoint","awslogs-force-flush-interval-seconds","awslogs-max-buffered-events","awslogs-format","tag"],"splunk":["splunk-url","splunk-token","splunk-source","splunk-sourcetype","splunk-index","splunk-capath","splunk-caname","splunk-insecureskipverify","splunk-format","splunk-verify-connection","splunk-gzip","splunk-gzip-level","splunk-index-acknowledgment","env","env-regex","labels","labels-regex","tag"],"gcplogs":["gcp-project","gcp-log-cmd","gcp-meta-zone","gcp-meta-name","gcp-meta-id","env","env-regex","labels","labels-regex"],"none":[]} as const;

export const pruneFilters = {"keys":["label","label!","until"],"until":"timestamp; at most one","label":"label=K, label=K=V; label!=K, label!=K=V"} as const;

export const psFilters = {"keys":["ancestor","before","exited","id","isolation","label","name","status","health","since","volume","network","is-task","publish","expose"],"values":{"status":["created","running","paused","restarting","removing","exited","dead"],"health":["none","starting","healthy","unhealthy"],"exited":"integer; implies nothing about -a","is-task":["true","false"],"label":"K or K=V","name":"substring or regular expression","id":"prefix or regular expression","ancestor":"IMAGE[:TAG], id or digest","before":"container","since":"container","volume":"name or mount point","network":"name or id","publish":"PORT[/PROTO] or A-B[/PROTO]","expose":"PORT[/PROTO] or A-B[/PROTO]","isolation":"Windows: default, process, hyperv"},"note":"several values of one key are OR-ed (label: AND), different keys AND-ed; status implies -a"} as const;

export const states = ["created","running","paused","restarting","removing","exited","dead"] as const;

export const healths = ["none","starting","healthy","unhealthy"] as const;

export const eventFilterKeys = ["config","container","daemon","event","image","label","network","node","plugin","scope","secret","service","type","volume"] as const;

export const eventTypes = ["builder","config","container","daemon","image","network","node","plugin","secret","service","volume"] as const;

export const eventActions = ["create","start","restart","stop","checkpoint","pause","unpause","attach","detach","resize","update","rename","kill","die","oom","destroy","remove","commit","top","copy","archive-path","extract-to-dir","export","import","save","load","tag","untag","push","pull","prune","delete","enable","disable","connect","disconnect","reload","mount","unmount","exec_create","exec_start","exec_die","exec_detach","health_status","health_status: running","health_status: healthy","health_status: unhealthy"] as const;

export const formatPs = {"fields":["ID","Names","Image","Command","CreatedAt","RunningFor","Platform","Ports","State","Status","Size","Labels","Label","Mounts","LocalVolumes","Networks","HealthStatus"],"in28_2_2":["ID","Names","Image","Command","CreatedAt","RunningFor","Platform","Ports","State","Status","Size","Labels","Label","Mounts","LocalVolumes","Networks"],"methods":[".Label \"<key>\""],"defaultTable":"{{.ID}}\\t{{.Image}}\\t{{.Command}}\\t{{.RunningFor}}\\t{{.Status}}\\t{{.Ports}}\\t{{.Names}}","special":["table","raw","json","table <template>"],"note":"HealthStatus since 29.5; Platform since 28.2; State since 20.10; --format json since 23.0"} as const;

export const formatStats = {"fields":["Container","Name","ID","CPUPerc","MemUsage","MemPerc","NetIO","BlockIO","PIDs"],"special":["table","json","table <template>"]} as const;

export const formatFunctions = {"functions":["json","split","join","title","lower","upper","pad","truncate"],"goBuiltins":["and","call","eq","ge","gt","html","index","le","len","lt","ne","not","or","print","printf","println","slice","urlquery"]} as const;

export const objectTypes = ["config","container","image","network","node","plugin","secret","service","task","volume"] as const;

export const platforms = ["linux/386","linux/amd64","linux/arm","linux/arm/v5","linux/arm/v6","linux/arm/v7","linux/arm64","linux/arm64/v8","linux/ppc64le","linux/s390x","linux/riscv64","windows/amd64","wasip1/wasm"] as const;

export const sizeSuffixes = ["b","k","m","g","t","p","kb","mb","gb","tb","pb","kib","mib","gib","tib","pib"] as const;

export const durationUnits = ["ns","us","µs","ms","s","m","h"] as const;

export const apiByEngine = {"17.06":"1.30","17.09":"1.32","17.12":"1.35","18.03":"1.37","18.06":"1.38","18.09":"1.39","19.03":"1.40","20.10":"1.41","23.0":"1.42","24.0":"1.43","25.0":"1.44","26.0":"1.45","27.0":"1.46","27.2":"1.47","28.0":"1.48","28.1":"1.49","28.2":"1.50","28.3":"1.51","29.0":"1.52","29.2":"1.53","29.3":"1.54","29.6":"1.55"} as const;

export const daemonMinApi = {"<=24.0":"1.12","25.0 - 28.x":"1.24","29.0 - 29.2":"1.44","29.3+":"1.40"} as const;
