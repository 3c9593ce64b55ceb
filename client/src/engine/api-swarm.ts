/** The engine's descriptions of services, tasks and nodes as our plain types. */
import type { SwarmNode, SwarmService, SwarmTask } from './swarm.ts';
import { fieldsOf, listOf, numberOf, textMapOf, textOf, timeOf, type Fields } from './json-value.ts';

/** References carry the digest that the manager resolved; people know the name in front of it. */
function imageOf(containerSpec: unknown): string {
  return textOf(fieldsOf(containerSpec)['Image']).replace(/@sha256:[\da-f]+$/, '');
}

function modeOf(mode: Fields): SwarmService['mode'] {
  if ('Replicated' in mode) {
    return 'replicated';
  }
  return 'Global' in mode ? 'global' : 'job';
}

export function serviceOf(value: unknown): SwarmService {
  const service = fieldsOf(value);
  const spec = fieldsOf(service['Spec']);
  const mode = fieldsOf(spec['Mode']);
  const status = fieldsOf(service['ServiceStatus']);
  const updateState = textOf(fieldsOf(service['UpdateStatus'])['State']);
  return {
    id: textOf(service['ID']),
    name: textOf(spec['Name']),
    image: imageOf(fieldsOf(spec['TaskTemplate'])['ContainerSpec']),
    mode: modeOf(mode),
    desired: numberOf(status['DesiredTasks']) ?? numberOf(fieldsOf(mode['Replicated'])['Replicas']) ?? 0,
    running: numberOf(status['RunningTasks']) ?? 0,
    ports: listOf(fieldsOf(service['Endpoint'])['Ports']).map((each) => {
      const { PublishedPort, TargetPort, Protocol } = fieldsOf(each);
      return { published: numberOf(PublishedPort) ?? 0, target: numberOf(TargetPort) ?? 0, protocol: textOf(Protocol) };
    }),
    labels: textMapOf(spec['Labels']),
    ...(updateState === '' ? {} : { updateState }),
  };
}

export function taskOf(value: unknown): SwarmTask {
  const task = fieldsOf(value);
  const status = fieldsOf(task['Status']);
  const slot = numberOf(task['Slot']);
  const nodeId = textOf(task['NodeID']);
  const error = textOf(status['Err']);
  const containerId = textOf(fieldsOf(status['ContainerStatus'])['ContainerID']);
  return {
    id: textOf(task['ID']),
    serviceId: textOf(task['ServiceID']),
    ...(slot === undefined ? {} : { slot }),
    ...(nodeId === '' ? {} : { nodeId }),
    image: imageOf(fieldsOf(task['Spec'])['ContainerSpec']),
    state: textOf(status['State']),
    desiredState: textOf(task['DesiredState']),
    ...(error === '' ? {} : { error }),
    ...(containerId === '' ? {} : { containerId }),
    changedAt: timeOf(status['Timestamp']) ?? 0,
  };
}

export function nodeOf(value: unknown): SwarmNode {
  const node = fieldsOf(value);
  const spec = fieldsOf(node['Spec']);
  const description = fieldsOf(node['Description']);
  const status = fieldsOf(node['Status']);
  const availability = spec['Availability'];
  return {
    id: textOf(node['ID']),
    hostname: textOf(description['Hostname']),
    role: spec['Role'] === 'manager' ? 'manager' : 'worker',
    leader: fieldsOf(node['ManagerStatus'])['Leader'] === true,
    state: textOf(status['State']),
    availability: availability === 'pause' || availability === 'drain' ? availability : 'active',
    address: textOf(status['Addr']),
    engineVersion: textOf(fieldsOf(description['Engine'])['EngineVersion']),
  };
}
