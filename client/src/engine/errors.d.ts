/** How a call to an engine fails: a cause that the user can act upon, our words, and the raw text behind them. */
/** Each cause has its own remedy. The first group is about the connection, the second about one call. */
export type EngineErrorReason = 
/** Nothing listens at the endpoint. */
'unreachable'
/** Something listens, but this user may not talk to it. */
 | 'permission-denied'
/** Certificates are missing, wrong or refused. */
 | 'tls'
/** `ssh` ended before an engine answered. */
 | 'ssh'
/** The engine's API is older than Gantry can use. */
 | 'too-old'
/** No answer within the time that the call may take. */
 | 'timed-out'
/** The answer was not an engine's, too large, or cut off. */
 | 'invalid-answer'
/** The endpoint, context or certificate path itself makes no sense. */
 | 'misconfigured' | 'not-found'
/** The state of the container does not allow it. */
 | 'conflict'
/** The engine refused the request for any other reason. */
 | 'refused'
/** The engine tried and failed. */
 | 'engine-failed' | 'aborted';
export declare class EngineError extends Error {
    readonly name = "EngineError";
    readonly reason: EngineErrorReason;
    /** The engine's, the system's or ssh's own text, bounded; never a secret. */
    readonly details: string;
    /** Status of the HTTP answer, where there was one. */
    readonly status: number | undefined;
    /** `message` is one plain sentence for the user. */
    constructor(reason: EngineErrorReason, message: string, details?: string, status?: number);
}
/** Whether the connection is to blame rather than the one call. */
export declare function isConnectionError(error: unknown): error is EngineError;
