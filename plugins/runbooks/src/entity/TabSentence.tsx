import type { Execution, Suggestion } from '@ghostlight/plugin-runbooks-common';
import { useRunbooksText } from '../translation';

/** Is something under way, and is there something to do? In a sentence or two. */
export function TabSentence(props: {
  name: string;
  total: number;
  runs: Execution[];
  /** Undefined while they are not known. */
  suggestions: Suggestion[] | undefined;
}) {
  const t = useRunbooksText();
  const { name, total, runs, suggestions = [] } = props;
  const [first] = runs;
  const matched = suggestions.filter(({ runbook }) => runbook).length;
  if (first && runs.length === 1) {
    return (
      <>{t('entity.sentenceRun', { name, title: first.title, id: first.id })}</>
    );
  }
  if (first) {
    return <>{t('entity.sentenceRuns', { name, count: runs.length })}</>;
  }
  return (
    <>
      {matched > 0
        ? t('entity.sentenceMatched', { name, count: matched })
        : t('entity.sentenceQuiet', { name, count: total })}
    </>
  );
}
