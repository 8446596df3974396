import type { FileFinding } from './readFiles';

/** One finding on one line: `file:line: error path: message (found …; allowed …)`. */
export function formatFinding(finding: FileFinding): string {
  const { file, line, severity, path, message, found, allowed } = finding;
  const details = [
    found === undefined ? '' : `found ${found}`,
    allowed ? `allowed ${allowed}` : '',
  ].filter(Boolean);
  const text = [
    `${file}:${line}: ${severity}`,
    path ? ` ${path}` : '',
    `: ${message}`,
    details.length ? ` (${details.join('; ')})` : '',
  ].join('');
  return onOneLine(text);
}

/** Text from a file may hold anything; a line stays a line, and a terminal is left alone. */
export function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
}
