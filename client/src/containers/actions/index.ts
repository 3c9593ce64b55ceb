/** Every action, in the order of the menus. */
import type { ContainerAction, EngineAction, ServiceAction } from '../action.ts';
import { commit } from './commit.ts';
import { copyCommand } from './copy-command.ts';
import { browseFiles, copyFrom, copyInto } from './copy-files.ts';
import { copyId, copyImage, copyIp, copyName } from './copy-facts.ts';
import { attach, runCommand, shell, shellWithOptions } from './exec.ts';
import { diagnose } from './diagnose.ts';
import { exportFileSystem } from './export-file-system.ts';
import { extractField } from './extract-field.ts';
import { compare, inspect, inspectWithSecrets } from './inspect.ts';
import { kill } from './kill.ts';
import { logAsDocument } from './log-as-document.ts';
import { logs, logsWithOptions } from './logs.ts';
import { openInBrowser } from './open-in-browser.ts';
import { pause } from './pause.ts';
import { prune } from './prune.ts';
import { remove, removeWithVolumes } from './remove.ts';
import { rename } from './rename.ts';
import { restart, restartWithTimeout } from './restart.ts';
import { forceUpdate, scale, serviceLogs } from './services.ts';
import { start } from './start.ts';
import { stats, usageInStatusBar } from './stats.ts';
import { stop, stopWithTimeout } from './stop.ts';
import { unpause } from './unpause.ts';
import { updateLimits } from './update-limits.ts';
import { wait } from './wait.ts';

export const containerActions: readonly ContainerAction[] = [
  ...[diagnose, logs, logsWithOptions, logAsDocument, shell, shellWithOptions, runCommand, attach, inspect, inspectWithSecrets, extractField, compare, stats, usageInStatusBar, wait, openInBrowser],
  ...[browseFiles, copyFrom, copyInto, exportFileSystem],
  ...[start, unpause, stop, stopWithTimeout, restart, restartWithTimeout, pause, kill],
  ...[rename, updateLimits, commit],
  ...[copyName, copyId, copyIp, copyImage, copyCommand],
  ...[remove, removeWithVolumes],
];

export const serviceActions: readonly ServiceAction[] = [serviceLogs, scale, forceUpdate];

export const engineActions: readonly EngineAction[] = [prune];
