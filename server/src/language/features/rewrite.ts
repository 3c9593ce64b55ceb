/** A change of a command that the user may ask for, whether or not anything is wrong with it. */
import type { Region } from '../shell/region.ts';
import type { TextEdit } from '../text/edit.ts';

export interface Rewrite {
  readonly title: string;
  /** In the region. */
  readonly edits: readonly TextEdit[];
  readonly region: Region;
  /** What it may break, a line for each part; absent where only the layout changes. */
  readonly risks?: string;
}
