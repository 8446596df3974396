import type { TriageCase } from '@ghostlight/plugin-incidents-common';
import type { FoundRecord, TriageTools } from './TriageTools';

const most = 5;

/** Answers from the incident as it was collected: nothing else is asked. */
export class CaseTools implements TriageTools {
  private constructor(private readonly given: TriageCase) {}

  static create(options: { case: TriageCase }): CaseTools {
    return new CaseTools(options.case);
  }

  async series(ask: { entityRef: string; metric: string }) {
    const wanted = ask.metric.toLowerCase();
    return (this.given.metrics ?? [])
      .filter(({ entityRef, name, kind }) => {
        const isIt =
          !wanted || kind === wanted || name.toLowerCase().includes(wanted);
        return entityRef === ask.entityRef && isIt;
      })
      .slice(0, most)
      .map<FoundRecord>(({ name, entityRef, unit, start, step, values }) => {
        const kept = thin(values, 60);
        const everySeconds = step * kept.each;
        const end = Date.parse(start) + values.length * step * 1000;
        return {
          type: 'tool',
          entityRef,
          at: new Date(start).toISOString(),
          until: new Date(end).toISOString(),
          source: 'metrics',
          title: `${name} of ${entityRef}`,
          text: `Means of ${everySeconds} s from ${start}${
            unit ? `, in ${unit}` : ''
          }: ${kept.values.join(', ')}`,
          data: { everySeconds },
        };
      });
  }

  async logs(ask: { entityRef: string; text?: string }) {
    const wanted = ask.text?.toLowerCase() ?? '';
    return (this.given.logs ?? [])
      .filter(
        ({ entityRef, text }) =>
          entityRef === ask.entityRef && text.toLowerCase().includes(wanted),
      )
      .sort((a, b) => growth(b) - growth(a))
      .slice(0, most)
      .map<FoundRecord>(log => ({
        type: 'tool',
        entityRef: ask.entityRef,
        at: new Date(log.at).toISOString(),
        ...(log.until && { until: new Date(log.until).toISOString() }),
        source: log.source ?? 'logs',
        title: `Log of ${ask.entityRef}`,
        text: log.text,
        data: { count: log.count ?? 1, before: log.before ?? null },
      }));
  }

  async changes({ entityRef }: { entityRef: string }) {
    return (this.given.changes ?? [])
      .filter(change => change.entityRef === entityRef)
      .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
      .slice(0, most)
      .map<FoundRecord>(({ kind, title, at, version, outcome }) => ({
        // A change that a tool finds is one like any other.
        type: 'change',
        entityRef,
        at: new Date(at).toISOString(),
        source: 'changes',
        title,
        text: [kind, version, outcome].filter(Boolean).join(', '),
      }));
  }

  async similar({ id }: { id: string }) {
    return (this.given.similar ?? [])
      .filter(one => one.id.toLowerCase() === id.trim().toLowerCase())
      .slice(0, 1)
      .map<FoundRecord>(one => ({
        type: 'tool',
        entityRef: one.originRef,
        ...(one.resolvedAt && { at: new Date(one.resolvedAt).toISOString() }),
        source: 'incidents',
        title: `${one.id}: ${one.title}`,
        text: [
          one.rootCause && `Root cause: ${one.rootCause}`,
          one.mitigation && `Mitigation: ${one.mitigation}`,
        ]
          .filter(Boolean)
          .join('\n'),
      }));
  }

  async runbooks({ query }: { query: string }) {
    const words = query.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
    const scored = (this.given.runbooks ?? []).map(runbook => {
      const text = `${runbook.title} ${runbook.text ?? ''} ${(
        runbook.alerts ?? []
      ).join(' ')}`.toLowerCase();
      return {
        runbook,
        hits: words.filter(word => text.includes(word)).length,
      };
    });
    return scored
      .filter(({ hits }) => hits > 0)
      .sort((a, b) => b.hits - a.hits)
      .slice(0, 3)
      .map<FoundRecord>(({ runbook }) => ({
        type: 'tool',
        entityRef: runbook.entityRef,
        source: 'runbooks',
        title: runbook.title,
        text: runbook.text ?? '',
        data: { ref: runbook.ref ?? null },
      }));
  }
}

function growth(log: { count?: number; before?: number }): number {
  return (log.count ?? 1) / ((log.before ?? 0) + 1);
}

/** At most so many values: means of neighbours, to three digits. */
function thin(values: (number | null)[], room: number) {
  const each = Math.max(1, Math.ceil(values.length / room));
  const kept: (number | null)[] = [];
  for (let at = 0; at < values.length; at += each) {
    const some = values.slice(at, at + each).filter(one => one !== null);
    const mean = some.reduce((sum, one) => sum + one, 0) / some.length;
    kept.push(some.length ? Number(mean.toPrecision(3)) : null);
  }
  return { each, values: kept.map(one => one ?? 'null') };
}
