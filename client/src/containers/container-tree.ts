/** The tree that the view shows: rows of one or several engines, and which of them a change touches. */
import type { ContainerSummary } from '../engine/container.ts';
import type { LiveChange, LiveEngine } from '../engine/live-engine.ts';
import { connectionState, type ConnectionState } from './connection-state.ts';
import { containerView } from './container-view.ts';
import { detailLines, sectionsOf, sectionTitle } from './details.ts';
import { displayText } from '../text/display-text.ts';
import { engineView } from './engine-view.ts';
import { groupText } from './grouping.ts';
import { emptyLayout, layOut, type Layout, type LayoutOptions } from './layout.ts';
import type { ContainerNode, DetailNode, GroupNode, NodeView, SectionNode, TreeNode } from './node.ts';
import { nodeId } from './node-id.ts';
import { serviceView, swarmNodeView, taskView } from './swarm-view.ts';
import { compareNames } from './sorting.ts';
import { hostOf } from './targets.ts';
import { tooltipOf } from './tooltip.ts';

/** The rows that changed, or undefined: all. */
export type TreeListener = (nodes: readonly TreeNode[] | undefined) => void;

/** An engine, what its row said and how its containers were arranged when somebody last looked, and what ends the subscription. */
interface Root {
  readonly live: LiveEngine;
  description: string;
  layout: Layout | undefined;
  readonly end: () => void;
}

export class ContainerTree {
  readonly #listeners = new Set<TreeListener>();
  readonly #now: () => number;
  /** When a row of the list was first seen; engines tell ages as of then. */
  readonly #seen = new WeakMap<ContainerSummary, number>();
  readonly #opened = new Set<string>();
  #roots: readonly Root[] = [];
  #options: LayoutOptions;
  #visible = false;
  #wanted = false;

  constructor(options: LayoutOptions, now: () => number = Date.now) {
    this.#options = options;
    this.#now = now;
  }

  get engines(): readonly LiveEngine[] {
    return this.#roots.map(({ live }) => live);
  }

  /** A word of connection-state.ts. */
  get connection(): ConnectionState {
    const shown = this.#roots.reduce((sum, root) => sum + this.#layoutOf(root).count + (root.live.swarm?.services.length ?? 0), 0);
    return connectionState(this.engines, shown);
  }

  /** Engines that were there before keep their state. */
  setEngines(engines: readonly LiveEngine[]): void {
    const known = new Map(this.#roots.map((root) => [root.live, root]));
    this.#roots = engines.map((live) => known.get(live) ?? this.#open(live));
    for (const [live, root] of known) {
      if (!engines.includes(live)) {
        root.end();
        live.setWatched(false);
      }
    }
    this.#watch();
    this.#tell(undefined);
  }

  setOptions(options: LayoutOptions): void {
    this.#options = options;
    for (const root of this.#roots) {
      root.layout = undefined;
    }
    this.#tell(undefined);
  }

  /** Nothing is asked of any engine while nobody looks. */
  setVisible(visible: boolean): void {
    this.#visible = visible;
    this.#watch();
  }

  /** Whether all engines are watched although nobody looks: for a count in the status bar, or while a container is being picked. */
  setWanted(wanted: boolean): void {
    this.#wanted = wanted;
    this.#watch();
  }

  /** Several engines are watched only while their row is open. */
  setOpened(node: TreeNode, opened: boolean): void {
    if (node.kind === 'engine') {
      this.#opened[opened ? 'add' : 'delete'](node.live.name);
      this.#watch();
    }
  }

  onDidChange(listener: TreeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Draws ages anew; the engine is not asked. */
  refreshAges(): void {
    this.#tell(this.#roots.flatMap((root) => this.#containersOf(root).map((container) => this.#containerNode(root.live, container))));
  }

  dispose(): void {
    for (const { live, end } of this.#roots) {
      end();
      live.setWatched(false);
    }
    this.#roots = [];
    this.#listeners.clear();
  }

  roots(): readonly TreeNode[] {
    const [only] = this.#roots;
    if (only !== undefined && this.#roots.length === 1) {
      return this.#topOf(only);
    }
    return this.#roots.map(({ live }) => ({ kind: 'engine', id: nodeId(live.name), live }));
  }

  async children(node: TreeNode): Promise<readonly TreeNode[]> {
    const root = this.#rootOf(node.live);
    if (root === undefined) {
      return [];
    }
    switch (node.kind) {
      case 'engine':
        return this.#topOf(root);
      case 'group':
        return (this.#layoutOf(root).groups.get(node.key) ?? []).map((container) => this.#containerNode(node.live, container));
      case 'container':
        return sectionsOf(node.container).map((section): SectionNode => ({ kind: 'section', id: nodeId(node.live.name, 'container', node.container.id, section), live: node.live, section, container: node.container }));
      case 'section':
        return this.#details(node);
      case 'swarm-section':
        return this.#swarmRows(node.live, node.section);
      case 'service':
        return (node.live.swarm?.tasks ?? [])
          .filter(({ serviceId, desiredState }) => serviceId === node.service.id && desiredState !== 'remove')
          .sort((one, other) => (one.slot ?? 0) - (other.slot ?? 0) || other.changedAt - one.changedAt)
          .map((task) => ({ kind: 'task', id: nodeId(node.live.name, 'task', task.id), live: node.live, task }));
      case 'detail':
      case 'task':
      case 'swarm-node':
        return [];
    }
  }

  /** The row above; undefined for roots. */
  parent(node: TreeNode): TreeNode | undefined {
    const { live } = node;
    const root = this.#rootOf(live);
    const top = (): TreeNode | undefined => (this.#roots.length > 1 ? { kind: 'engine', id: nodeId(live.name), live } : undefined);
    switch (node.kind) {
      case 'engine':
        return undefined;
      case 'group':
      case 'swarm-section':
        return top();
      case 'container': {
        const group = root === undefined ? undefined : [...this.#layoutOf(root).groups].find(([, members]) => members.some(({ id }) => id === node.container.id));
        return group === undefined ? top() : this.#groupNode(live, group[0], group[1]);
      }
      case 'section':
        return this.#containerNode(live, node.container);
      case 'detail': {
        const container = live.containers.get(node.containerId);
        return container === undefined ? undefined : { kind: 'section', id: nodeId(live.name, 'container', container.id, node.section), live, section: node.section, container };
      }
      case 'service':
        return { kind: 'swarm-section', id: nodeId(live.name, 'swarm', 'services'), live, section: 'services' };
      case 'swarm-node':
        return { kind: 'swarm-section', id: nodeId(live.name, 'swarm', 'nodes'), live, section: 'nodes' };
      case 'task': {
        const service = live.swarm?.services.find(({ id }) => id === node.task.serviceId);
        return service === undefined ? undefined : { kind: 'service', id: nodeId(live.name, 'service', service.id), live, service };
      }
    }
  }

  view(node: TreeNode): NodeView {
    switch (node.kind) {
      case 'engine':
        return engineView(node.live);
      case 'group': {
        const label = displayText(node.key) || '(empty)';
        const count = groupText(node.containers, node.by);
        const states = [...new Set(node.containers.map(({ state }) => `state-${state}`))].sort();
        return { label, description: count, accessibleLabel: `${label}: ${count}`, icon: { id: 'multiple-windows' }, expandable: 'expanded', capabilities: ['group', `group-${node.by}`, ...states] };
      }
      case 'container':
        return containerView(node.container, this.#ageOf(node.container));
      case 'section':
        return { label: sectionTitle(node.section), description: '', accessibleLabel: sectionTitle(node.section), expandable: 'collapsed', capabilities: ['section', `section-${node.section}`] };
      case 'detail':
        return {
          label: node.label,
          description: node.description,
          accessibleLabel: [node.label, node.description].filter((text) => text !== '').join(', '),
          expandable: 'no',
          capabilities: ['detail', `detail-${node.section}`, ...(node.url === undefined ? [] : ['url'])],
        };
      case 'swarm-section': {
        const label = node.section === 'services' ? 'Services' : 'Nodes';
        return { label, description: '', accessibleLabel: `swarm ${label.toLowerCase()}`, icon: { id: node.section === 'services' ? 'layers' : 'server' }, expandable: node.section === 'services' ? 'expanded' : 'collapsed', capabilities: ['swarm-section'] };
      }
      case 'service':
        return serviceView(node.service);
      case 'task':
        return taskView(node.task, node.live.swarm?.nodes.find(({ id }) => id === node.task.nodeId)?.hostname ?? '');
      case 'swarm-node':
        return swarmNodeView(node.node);
    }
  }

  /** Markdown, all of it escaped. Resolves in any case. */
  async tooltip(node: TreeNode): Promise<string> {
    return tooltipOf(node, this.view(node).description, node.kind === 'container' ? this.#ageOf(node.container) : 0);
  }

  /** Milliseconds since the row was first seen. */
  #ageOf(container: ContainerSummary): number {
    return this.#now() - (this.#seen.get(container) ?? this.#now());
  }

  #open(live: LiveEngine): Root {
    const root: Root = { live, description: engineView(live).description, layout: undefined, end: live.onDidChange((change) => this.#changed(root, change)) };
    return root;
  }

  #rootOf(live: LiveEngine): Root | undefined {
    return this.#roots.find((root) => root.live === live);
  }

  #watch(): void {
    for (const { live } of this.#roots) {
      live.setWatched(this.#wanted || (this.#visible && (this.#roots.length === 1 || this.#opened.has(live.name))));
    }
  }

  #tell(nodes: readonly TreeNode[] | undefined): void {
    if (nodes === undefined || nodes.length > 0) {
      this.#listeners.forEach((listener) => listener(nodes));
    }
  }

  #layoutOf(root: Root): Layout {
    if (root.layout === undefined) {
      root.layout = root.live.containers.size === 0 ? emptyLayout : layOut(root.live.containers.values(), this.#options);
      const now = this.#now();
      for (const container of root.live.containers.values()) {
        if (!this.#seen.has(container)) {
          this.#seen.set(container, now);
        }
      }
    }
    return root.layout;
  }

  #containersOf(root: Root): ContainerSummary[] {
    const { groups, single } = this.#layoutOf(root);
    return [...[...groups.values()].flat(), ...single];
  }

  #containerNode(live: LiveEngine, container: ContainerSummary): ContainerNode {
    return { kind: 'container', id: nodeId(live.name, 'container', container.id), live, container };
  }

  #groupNode(live: LiveEngine, key: string, containers: readonly ContainerSummary[]): GroupNode {
    return { kind: 'group', id: nodeId(live.name, 'group', this.#options.groupBy, key), live, key, by: this.#options.groupBy, containers };
  }

  #topOf(root: Root): TreeNode[] {
    const { live } = root;
    const { groups, single } = this.#layoutOf(root);
    const swarm = live.swarm === undefined ? [] : (['services', 'nodes'] as const).map((section): TreeNode => ({ kind: 'swarm-section', id: nodeId(live.name, 'swarm', section), live, section }));
    return [...swarm, ...[...groups].map(([key, containers]) => this.#groupNode(live, key, containers)), ...single.map((container) => this.#containerNode(live, container))];
  }

  #swarmRows(live: LiveEngine, section: 'services' | 'nodes'): TreeNode[] {
    const { services = [], nodes = [] } = live.swarm ?? {};
    return section === 'services'
      ? [...services].sort((one, other) => compareNames(one.name, other.name)).map((service) => ({ kind: 'service', id: nodeId(live.name, 'service', service.id), live, service }))
      : [...nodes].sort((one, other) => compareNames(one.hostname, other.hostname)).map((node) => ({ kind: 'swarm-node', id: nodeId(live.name, 'node', node.id), live, node }));
  }

  async #details(node: SectionNode): Promise<DetailNode[]> {
    const { live, section, container } = node;
    if (live.status.kind !== 'connected') {
      return [];
    }
    const lines = await detailLines(live.status.engine, container, section, hostOf(live));
    return lines.map((line, index) => ({ kind: 'detail', id: nodeId(live.name, 'container', container.id, section, String(index)), live, section, containerId: container.id, ...line }));
  }

  #changed(root: Root, { status, swarm, containers }: LiveChange): void {
    const { layout: before, description } = root;
    root.layout = undefined;
    root.description = engineView(root.live).description;
    const after = this.#layoutOf(root);
    const engineRow = this.#roots.length > 1 && description !== root.description;
    if (before === undefined || status || swarm || engineRow || !sameRows([...before.groups.keys()], [...after.groups.keys()]) || !sameContainers(before.single, after.single)) {
      this.#tell(this.#roots.length === 1 ? undefined : [{ kind: 'engine', id: nodeId(root.live.name), live: root.live }]);
      return;
    }
    this.#tell(this.#touched(root.live, before, after, containers));
  }

  /** Groups whose members or counts changed, and containers that stay where they are. */
  #touched(live: LiveEngine, before: Layout, after: Layout, changed: ReadonlySet<string>): TreeNode[] {
    const groups = [...after.groups].flatMap(([key, members]): TreeNode[] => {
      const old = before.groups.get(key) ?? [];
      const inside = members.filter(({ id }) => changed.has(id));
      if (inside.length === 0 && sameContainers(old, members)) {
        return [];
      }
      // VS Code asks for the rows below a group again when the group itself is drawn anew.
      return sameContainers(old, members) && groupText(old, this.#options.groupBy) === groupText(members, this.#options.groupBy) ? inside.map((container) => this.#containerNode(live, container)) : [this.#groupNode(live, key, members)];
    });
    const single = after.single.filter(({ id }) => changed.has(id)).map((container) => this.#containerNode(live, container));
    return [...groups, ...single];
  }
}

function sameRows(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((row, index) => row === other[index]);
}

function sameContainers(one: readonly ContainerSummary[], other: readonly ContainerSummary[]): boolean {
  return one.length === other.length && one.every(({ id }, index) => id === other[index]?.id);
}
