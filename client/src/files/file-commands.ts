/** What one can do with a row of the view "Container Files". The manifest is generated from this table. */

/** The first word of a row's capabilities. */
export type FileRowKind = 'root' | 'folder' | 'file' | 'other';

export interface FileCommand {
  /** The last part of the command's id: `gantry.files.<id>`. */
  readonly id: string;
  readonly title: string;
  /** Stands as a button on the row, or in the title of the view. */
  readonly icon?: string;
  /** Absent: it stands in the title of the view. */
  readonly on?: readonly FileRowKind[];
  readonly group: string;
}

export const fileCommands = [
  { id: 'refresh', title: 'Refresh Container Files', icon: 'refresh', group: 'navigation@1' },
  { id: 'newFile', title: 'New File…', on: ['root', 'folder'], group: '1_new@1' },
  { id: 'newFolder', title: 'New Folder…', on: ['root', 'folder'], group: '1_new@2' },
  { id: 'copyFrom', title: 'Copy from Container…', on: ['root', 'folder', 'file'], group: '2_copy@1' },
  { id: 'copyInto', title: 'Copy into Folder…', on: ['root', 'folder'], group: '2_copy@2' },
  { id: 'copyPath', title: 'Copy Path', on: ['root', 'folder', 'file', 'other'], group: '3_path@1' },
  { id: 'rename', title: 'Rename…', on: ['folder', 'file', 'other'], group: '4_change@1' },
  { id: 'delete', title: 'Delete…', on: ['folder', 'file', 'other'], group: '4_change@2' },
  { id: 'close', title: 'Close', icon: 'close', on: ['root'], group: 'inline@1' },
] as const satisfies readonly FileCommand[];

export type FileCommandId = (typeof fileCommands)[number]['id'];

/** Set while the view has something to show. */
export const filesOpenKey = 'gantry.filesOpen';
