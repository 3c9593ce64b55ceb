/** What the empty view says in each state of the connection, and the way out of it. The manifest is generated from this table. */
import type { EngineErrorReason } from '../engine/errors.ts';
/** `none`, `empty` and `no-match` are words of connection-state.ts; the others are causes of a failed connection. */
type WelcomeState = 'none' | 'empty' | 'no-match' | Exclude<EngineErrorReason, 'aborted' | 'conflict' | 'not-found'>;
export declare const welcomeTexts: Readonly<Record<WelcomeState, string>>;
export {};
