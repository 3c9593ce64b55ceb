/** Reports fields of `docker inspect` that newer engines do not describe any more. */
import { valueRule } from './value-rule.ts';

export const removedInspectField = valueRule({
  id: 'removed-inspect-field',
  title: 'Field that docker inspect lost',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'warning' },
  tag: 'deprecated',
  docs: {
    why: 'The address, gateway and MAC address right below `.NetworkSettings` were those of the default bridge only, empty for a container on any other network, and deprecated since 2015. Docker 29 left them out, fourteen fields in all, and with them `.Config.MacAddress` and the `.HostConfig.KernelMemory` that had no effect any more. A template that names one fails there with `map has no entry for key "IPAddress"`, and a script that reads the address into a variable goes on with nothing. Each network has its own under `.NetworkSettings.Networks`, on old engines as well.',
    whenToIgnore: 'The script never meets Docker 29; setting `dockerVersion` says so for good.',
    references: ['[Engine API version history, 1.52](https://docs.docker.com/reference/api/engine/version-history/)', '[moby #50846](https://github.com/moby/moby/pull/50846)'],
  },
  examples: [
    {
      bad: "docker inspect -f '{{⟦.NetworkSettings.IPAddress⟧}}' web\n",
      fixed: "docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' web\n",
    },
    {
      bad: 'GATEWAY=$(docker container inspect --format="{{ ⟦.NetworkSettings.Gateway⟧ }}" web)\n',
      fixed: 'GATEWAY=$(docker container inspect --format="{{range .NetworkSettings.Networks}}{{.Gateway}}{{end}}" web)\n',
      note: 'A container on several networks has several gateways: name the network where that matters, as in `{{.NetworkSettings.Networks.shop.Gateway}}`.',
    },
    {
      bad: "docker inspect -f '{{⟦.Config.MacAddress⟧}}' web\n",
      fixed: "docker inspect -f '{{range .NetworkSettings.Networks}}{{.MacAddress}}{{end}}' web\n",
    },
    { bad: "docker inspect -f '{{⟦.HostConfig.KernelMemory⟧}}' web\n" },
    { bad: "docker inspect -f '{{.Name}} {{json ⟦.NetworkSettings.SecondaryIPAddresses⟧}}' web\n" },
  ],
  silent: [
    "docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' web\n",
    "docker inspect -f '{{.NetworkSettings.Networks.shop.IPAddress}}' web\n",
    "docker inspect -f '{{if .NetworkSettings.Networks}}-{{else}}{{.NetworkSettings.IPAddress}}{{end}}' web\n",
    "docker inspect -f '{{json .NetworkSettings}}' web\n",
    "docker inspect -f '{{.NetworkSettings.SandboxKey}}' web\n",
    "podman inspect -f '{{.NetworkSettings.IPAddress}}' web\n",
    'docker inspect -f "$FORMAT" web\n',
  ],
});
