import type { Batch } from '../Batch';
import type { PipelineState } from '../PipelineState';

/** Finds the entity of each report, change and finding. */
export function resolve(batch: Batch, { resolver }: PipelineState): void {
  for (const report of batch.reports) {
    const { adapter, event } = report;
    report.resolution = resolver.resolve({ ...event, adapter });
  }
  for (const change of batch.changes) {
    const { kind: name, labels, entityRef } = change.event;
    const { adapter } = change;
    change.resolution = resolver.resolve({
      adapter,
      name,
      labels,
      annotations: {},
      entityRef,
    });
  }
  for (const finding of batch.findings) {
    const { rule: name, labels, entityRef } = finding.event;
    const { adapter } = finding;
    finding.resolution = resolver.resolve({
      adapter,
      name,
      labels,
      annotations: {},
      entityRef,
    });
  }
}
