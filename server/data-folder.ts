import { chmodSync, existsSync, mkdirSync } from 'node:fs';

/**
 * Makes the data folder when it is missing. Others may pass through it (the
 * database runs as an account of its own when Portico is started as root) but
 * not list it; what is secret in it lies in 0700 folders and 0600 files. A folder
 * that exists keeps its mode.
 */
export function makeDataFolder(folder: string): void {
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true });
  // Apart from mkdir, whose mode the umask would narrow.
  chmodSync(folder, 0o711);
}
