/** A notification of our own, from the editor to the language server: names that an engine has, for completion. */
export const knownNamesNotification = 'gantry/knownNames';

/** What the explorer knows at the moment, the most wanted first. */
export interface KnownNames {
  readonly container: readonly string[];
  readonly image: readonly string[];
  readonly network: readonly string[];
  readonly volume: readonly string[];
}
