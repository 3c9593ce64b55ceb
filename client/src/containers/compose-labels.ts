/** The labels that Docker Compose gives its containers. */
export const composeLabels = {
  project: 'com.docker.compose.project',
  service: 'com.docker.compose.service',
  /** `db:service_healthy:true,cache:service_started:false`. */
  dependsOn: 'com.docker.compose.depends_on',
  folder: 'com.docker.compose.project.working_dir',
} as const;
