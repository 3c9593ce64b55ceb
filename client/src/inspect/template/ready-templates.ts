/** Templates that are wanted often, to begin with. */

export interface ReadyTemplate {
  readonly title: string;
  readonly template: string;
}

export const readyTemplates: readonly ReadyTemplate[] = [
  { title: 'Status', template: '{{.State.Status}}' },
  { title: 'Exit code and error', template: '{{.State.ExitCode}} {{.State.Error}}' },
  { title: 'Health and its last checks', template: '{{with .State.Health}}{{.Status}}{{range .Log}}{{println}}{{.ExitCode}} {{.Output}}{{end}}{{else}}no health check{{end}}' },
  { title: 'IP addresses', template: '{{range $name, $network := .NetworkSettings.Networks}}{{$name}} {{$network.IPAddress}} {{$network.GlobalIPv6Address}}{{println}}{{end}}' },
  { title: 'Published ports', template: '{{range $port, $hosts := .NetworkSettings.Ports}}{{range $hosts}}{{$port}} -> {{.HostIp}}:{{.HostPort}}{{println}}{{end}}{{end}}' },
  { title: 'Mounts', template: '{{range .Mounts}}{{.Type}} {{.Source}} -> {{.Destination}} {{if .RW}}rw{{else}}ro{{end}}{{println}}{{end}}' },
  { title: 'Names of variables', template: '{{range .Config.Env}}{{index (split . "=") 0}}{{println}}{{end}}' },
  { title: 'Variables', template: '{{range .Config.Env}}{{println .}}{{end}}' },
  { title: 'Labels', template: '{{range $name, $value := .Config.Labels}}{{$name}}={{$value}}{{println}}{{end}}' },
  { title: 'Restarts and restart policy', template: '{{.RestartCount}} {{.HostConfig.RestartPolicy.Name}}' },
  { title: 'Command', template: '{{.Path}} {{join .Args " "}}' },
  { title: 'Limits of memory and processors', template: '{{.HostConfig.Memory}} {{.HostConfig.NanoCpus}}' },
  { title: 'Started and ended', template: '{{.State.StartedAt}} {{.State.FinishedAt}}' },
  { title: 'Image', template: '{{.Config.Image}} {{.Image}}' },
  { title: 'Log file on the host', template: '{{.HostConfig.LogConfig.Type}} {{.LogPath}}' },
  { title: 'Networks as JSON', template: '{{json .NetworkSettings.Networks}}' },
];
