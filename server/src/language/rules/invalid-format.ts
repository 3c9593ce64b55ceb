/** Reports Go templates that cannot be parsed or name fields that are not there. */
import { cutTemplate } from './cut-template.ts';
import type { Rule } from './rule.ts';
import { atMostWarning, valueRule } from './value-rule.ts';

const ofValues = valueRule({
  id: 'invalid-format',
  title: 'The format is not a valid template',
  refusedBy: 'cli',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: '`--format` takes a Go template. An action that is never closed, or a field that the command does not offer, makes the CLI stop: a script then works with an empty value.',
    references: ['[Format command output](https://docs.docker.com/engine/cli/formatting/)', '[Go text/template](https://pkg.go.dev/text/template)'],
  },
  examples: [
    { bad: "docker inspect --format '⟦{{.State.Status⟧' web", fixed: "docker inspect --format '{{.State.Status}}' web" },
    { bad: "docker ps --format '{{.⟦Foo⟧}}'" },
    { bad: 'docker inspect -f ⟦{{ .State.Status }}⟧ web', fixed: "docker inspect -f '{{ .State.Status }}' web" },
    { bad: 'docker ps --format ⟦table {{.Names}} {{.Status}}⟧', fixed: "docker ps --format 'table {{.Names}} {{.Status}}'" },
    { bad: "docker inspect -f '{{.State.⟦status⟧}}' web", fixed: "docker inspect -f '{{.State.Status}}' web" },
    { bad: "docker inspect -f '{{range .NetworkSettings.Networks}}{{.⟦IPAdress⟧}}{{end}}' web", fixed: "docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' web" },
    { bad: "docker inspect -f '{{$.NetworkSettings.Networks.shop.⟦Gatewai⟧}}' web", fixed: "docker inspect -f '{{$.NetworkSettings.Networks.shop.Gateway}}' web" },
    { bad: "docker inspect -f '{{.⟦Names⟧}}' web", fixed: "docker inspect -f '{{.Name}}' web" },
  ],
  silent: ["docker inspect -f '{{.Status}} {{.Options}} {{.Labels.State}}' web-data", "docker inspect -f '{{.HostConfig.NanoCPUs}} {{.HostConfig.NanoCpus}}' web", "docker inspect -f '{{.Config.Labels.stat}}' web", "docker ps --format 'table {{.Names}}\\t{{.Status}}'", "docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' web", "docker ps --format '{{json .}}'", 'docker ps --format "$FORMAT"', 'docker stats --no-stream --format json', 'docker ps --format {{.Names}} -a', 'docker stats --no-stream --format {{.Name}} web'],
});

export const invalidFormat: Rule = {
  ...ofValues,
  causes: [...(ofValues.causes ?? []), { flags: ['format'] }],
  check: (command, context) => {
    const cut = context.region.dialect === 'powershell' ? undefined : cutTemplate(command, context.region);
    if (cut === undefined) {
      ofValues.check?.(command, context);
    } else {
      context.report({ ...cut, ...(cut.isRefused ? {} : { severity: atMostWarning(ofValues.severity) }) });
    }
  },
};
