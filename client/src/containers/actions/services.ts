/** What can be done to a service of a swarm. */
import type { ActionContext, ServiceAction, ServiceTarget } from '../action.ts';
import { displayText } from '../../text/display-text.ts';
import { detailsOf, messageOf } from '../../engine/plain-reason.ts';

/** Lines of the log that are shown. */
const logLines = 1000;
/** Far above what anybody means. */
const mostReplicas = 10_000;

/** Carries it out, and says why it failed. */
async function carryOut({ ui }: ActionContext, { service }: ServiceTarget, failed: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    ui.report({ severity: 'error', message: `${displayText(service.name, 60)} ${failed}. ${messageOf(error)}`, details: detailsOf(error) });
  }
}

function problemOf(text: string): string | undefined {
  const replicas = Number(text.trim());
  return text.trim() !== '' && Number.isInteger(replicas) && replicas >= 0 && replicas <= mostReplicas ? undefined : `Write a whole number from 0 to ${mostReplicas}.`;
}

export const scale: ServiceAction = {
  id: 'scale',
  title: 'Scale…',
  place: 'lifecycle',
  modes: ['replicated', 'global'],
  run: async (target, context) => {
    const { engine, service } = target;
    const name = displayText(service.name, 60);
    if (service.mode === 'global') {
      context.ui.report({ severity: 'info', message: `${name} is global: it runs one task on each node that fits its placement constraints, so it has no number of replicas. Change the constraints, or drain a node, to have fewer.` });
      return;
    }
    const answer = await context.ui.ask({ title: `Scale ${name}`, prompt: 'How many replicas the swarm keeps running; 0 stops the service and keeps its definition.', value: String(service.desired), validate: problemOf });
    if (answer !== undefined) {
      await carryOut(context, target, 'could not be scaled', () => engine.scaleService(service.id, Number(answer.trim())));
    }
  },
};

export const forceUpdate: ServiceAction = {
  id: 'forceUpdate',
  title: 'Force Update…',
  place: 'lifecycle',
  modes: ['replicated', 'global'],
  run: async (target, context) => {
    const { engine, service } = target;
    const question = {
      message: `Replace every task of ${displayText(service.name, 60)}?`,
      detail: 'The swarm stops each task and starts a new one in its place, as its update settings say: one after the other unless they say otherwise. Each tag is resolved to its image anew only by "docker service update --image".',
      confirm: 'Replace',
    };
    if (await context.ui.confirm(question)) {
      await carryOut(context, target, 'could not be updated', () => engine.forceUpdateService(service.id));
    }
  },
};

export const serviceLogs: ServiceAction = {
  id: 'logs',
  title: 'Show Logs',
  place: 'inspect',
  modes: ['replicated', 'global', 'job'],
  run: async (target, context) => {
    const { engine, service } = target;
    await carryOut(context, target, 'has no readable log', async () => {
      await context.ui.showText(`${displayText(service.name, 60)}.log`, await engine.serviceLogs(service.id, logLines));
    });
  },
};
