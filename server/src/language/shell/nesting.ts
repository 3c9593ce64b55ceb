/** How far the front end follows what stands in something else. */

/** Substitutions and payloads nested deeper are not read: nobody writes them by hand. */
export const deepest = 24;

/** The words behind so many wrappers, such as `sudo`, are not looked at any more. */
export const mostWrappers = 16;
