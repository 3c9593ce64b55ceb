/** Links in reports that carry out an action. They name no more than an action and a container, and both are looked up. */

/** Takes the id of an action and the id of a container. */
export const linkCommand = 'gantry.act';

/** An address for Markdown. */
export function actionLink(action: string, container: string): string {
  return `command:${linkCommand}?${encodeURIComponent(JSON.stringify([action, container]))}`;
}
