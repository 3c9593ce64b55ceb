/** What stands for the cursor in a text that is being written. */

/** A letter of the private use area: no shell gives it a meaning and no document holds it. */
export const cursorMark = '\ue0c4';
