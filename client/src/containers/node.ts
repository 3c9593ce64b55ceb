/** What the tree shows: nodes with stable identities, and how each looks. `client/src/vscode/` turns them into tree items. */
import type { groupingSettings } from '../../../shared/explorer-settings.ts';
import type { ContainerSummary } from '../engine/container.ts';
import type { LiveEngine } from '../engine/live-engine.ts';
import type { SwarmNode, SwarmService, SwarmTask } from '../engine/swarm.ts';

export type TreeNode = EngineNode | GroupNode | ContainerNode | SectionNode | DetailNode | SwarmSectionNode | ServiceNode | TaskNode | SwarmNodeNode;

interface NodeBase {
  /** Made of ids only, so that selection and expansion survive a change of name, state or place among the siblings. */
  readonly id: string;
  readonly live: LiveEngine;
}

export interface EngineNode extends NodeBase {
  readonly kind: 'engine';
}

export interface GroupNode extends NodeBase {
  readonly kind: 'group';
  /** What the group's containers have in common; empty for those that lack it. */
  readonly key: string;
  readonly by: Grouping;
  readonly containers: readonly ContainerSummary[];
}

export interface ContainerNode extends NodeBase {
  readonly kind: 'container';
  readonly container: ContainerSummary;
}

export const sections = ['ports', 'mounts', 'networks', 'environment', 'processes'] as const;

export type Section = (typeof sections)[number];

export interface SectionNode extends NodeBase {
  readonly kind: 'section';
  readonly section: Section;
  readonly container: ContainerSummary;
}

/** A line below a section. */
export interface DetailNode extends NodeBase {
  readonly kind: 'detail';
  readonly containerId: string;
  readonly section: Section;
  readonly label: string;
  readonly description: string;
  /** For a published TCP port. */
  readonly url?: string;
}

export interface SwarmSectionNode extends NodeBase {
  readonly kind: 'swarm-section';
  readonly section: 'services' | 'nodes';
}

export interface ServiceNode extends NodeBase {
  readonly kind: 'service';
  readonly service: SwarmService;
}

export interface TaskNode extends NodeBase {
  readonly kind: 'task';
  readonly task: SwarmTask;
}

export interface SwarmNodeNode extends NodeBase {
  readonly kind: 'swarm-node';
  readonly node: SwarmNode;
}

export type Grouping = (typeof groupingSettings)[number];

/** How a node looks. All texts are plain and already free of control and direction-changing characters. */
export interface NodeView {
  readonly label: string;
  readonly description: string;
  /** Read aloud instead of label and description. */
  readonly accessibleLabel: string;
  /** A codicon and a theme colour. */
  readonly icon?: { readonly id: string; readonly color?: string };
  readonly expandable: 'no' | 'collapsed' | 'expanded';
  /** Words for menu clauses: `container`, `state-running`, `tty`, `compose` … */
  readonly capabilities: readonly string[];
}
