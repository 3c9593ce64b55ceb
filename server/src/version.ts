/** The version of Gantry, for the command line and the language server. */

/** Written into the bundle by the build; absent when the sources run directly. */
declare const GANTRY_VERSION: string | undefined;

export const version = typeof GANTRY_VERSION === 'string' ? GANTRY_VERSION : 'development';
