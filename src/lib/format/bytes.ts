import { formatNumber, NBSP } from './number';

/** Size of a file: `812 B`, `14 kB`, `34,1 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${formatNumber(bytes)}${NBSP}B`;
  if (bytes < 1e6) return `${formatNumber(bytes / 1e3)}${NBSP}kB`;
  return `${formatNumber(bytes / 1e6, 1)}${NBSP}MB`;
}
