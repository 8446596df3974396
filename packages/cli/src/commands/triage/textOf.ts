import type { TriageReport } from '@ghostlight/plugin-incidents-common';
import { onOneLine } from '../../formatFinding';

/** A report for somebody at a terminal. What it quotes cannot move the cursor. */
export function textOf(report: TriageReport): string {
  const titles = new Map(
    report.evidence.map(({ id, title, said }) => [id, said?.text ?? title]),
  );
  const lines = [`${report.verdict}: ${report.summary.text}`];
  const cite = (ids: string[], mark: string) =>
    ids.map(id => `      ${mark} ${id} ${titles.get(id) ?? ''}`);
  for (const [place, suspect] of report.suspects.entries()) {
    const { entityRef, name, kind, cause, confidence, path } = suspect;
    lines.push(
      `  ${place + 1}. ${entityRef ?? name ?? '?'} (${kind}, ${Math.round(
        confidence * 100,
      )} %): ${cause.text}`,
    );
    if (path.length > 1) lines.push(`      by ${path.join(' → ')}`);
    lines.push(
      ...cite(suspect.supporting, '+'),
      ...cite(suspect.contradicting, '-'),
    );
  }
  lines.push(...report.missing.map(({ text }) => `  missing: ${text}`));
  return `${lines.map(onOneLine).join('\n')}\n`;
}
