import type { AnalysisHypothesis } from '@ghostlight/plugin-incidents-common';
import type { Outcome } from './Outcome';

const isRef = (cause: string) => /^[a-z]+:[^/\s]+\/\S+$/.test(cause);

/**
 * What hypotheses name, the likeliest first, in the words of what is expected: an entity by its ref, a
 * change by its record, what is outside of the graph by its name in the title.
 */
export function namesOfHypotheses({ run, report, golden }: Outcome): string[] {
  const { causes = [] } = golden.expected;
  return (run.analysis?.hypotheses ?? []).map(
    hypothesis =>
      causes.find(cause => names(hypothesis, cause)) ??
      hypothesis.entityRef ??
      hypothesis.title,
  );

  function names(hypothesis: AnalysisHypothesis, cause: string): boolean {
    const { entityRef, change, suspect, title } = hypothesis;
    if (entityRef) return entityRef === cause;
    const record = run.evidence?.find(({ id }) => id === change);
    const same = report.suspects.find(({ id }) => id === suspect);
    const known = [
      record?.entityRef,
      record?.title,
      same?.entityRef,
      same?.name,
    ];
    return (
      known.includes(cause) ||
      (!isRef(cause) &&
        // Hosts are shown so that nothing makes a link of them.
        title.replaceAll('·', '.').toLowerCase().includes(cause.toLowerCase()))
    );
  }
}
