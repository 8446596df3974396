import type { TriageCase } from '@ghostlight/plugin-incidents-common';
import type { Redactor } from '../redaction';

/** A text that is much longer than what is shown of it is cut before it is looked through. */
const longest = 20_000;
const mostLabels = 40;

/**
 * A case without secrets and personal data, each text no longer than it may be. Refs, names of kinds and
 * times are the portal's own and stay.
 */
export function redactCase(given: TriageCase, redactor: Redactor): TriageCase {
  const cut = (most: number, text: string) =>
    redactor.redact(beginningOf(text)).text.slice(0, most);
  const cutOr = (most: number, text: string | undefined) =>
    text === undefined ? undefined : cut(most, text);
  const labelsOf = (labels: Record<string, string> | undefined) =>
    labels &&
    Object.fromEntries(
      Object.entries(labels)
        .slice(0, mostLabels)
        .map(([name, value]) => [
          cut(200, name),
          redactor
            .redactNamed(name, beginningOf(String(value)))
            .slice(0, 2_000),
        ]),
    );
  return {
    ...given,
    title: cutOr(500, given.title),
    entities: given.entities?.map(entity => ({
      ...entity,
      title: cutOr(300, entity.title),
    })),
    alerts: given.alerts?.map(alert => ({
      ...alert,
      name: cut(300, alert.name),
      title: cutOr(500, alert.title),
      description: cutOr(5_000, alert.description),
      labels: labelsOf(alert.labels),
    })),
    metrics: given.metrics?.map(series => ({
      ...series,
      name: cut(300, series.name),
      labels: labelsOf(series.labels),
    })),
    objectives: given.objectives?.map(objective => ({
      ...objective,
      title: cutOr(300, objective.title),
    })),
    changes: given.changes?.map(change => ({
      ...change,
      title: cut(500, change.title),
      version: cutOr(200, change.version),
      author: change.author && personOf(change.author, redactor),
      url: cutOr(2_000, change.url),
    })),
    logs: given.logs?.map(log => ({ ...log, text: cut(10_000, log.text) })),
    runbooks: given.runbooks?.map(runbook => ({
      ...runbook,
      title: cut(300, runbook.title),
      text: cutOr(20_000, runbook.text),
      alerts: runbook.alerts?.slice(0, 100).map(name => cut(300, name)),
    })),
    similar: given.similar?.map(incident => ({
      ...incident,
      title: cut(500, incident.title),
      rootCause: cutOr(5_000, incident.rootCause),
      mitigation: cutOr(5_000, incident.mitigation),
    })),
  };
}

/** Who did something is a person unless it says that it is none. */
function personOf(author: string, redactor: Redactor): string {
  return /\[bot\]$|(?:^|[-_ ])(?:bot|ci|pipeline|argocd|flux)$/i.test(author)
    ? author.slice(0, 200)
    : redactor.hide('person', author.trim().toLowerCase());
}

/** Whole words of it, as half of a secret would not be known for one. */
function beginningOf(text: string): string {
  if (text.length <= longest) return text;
  const beginning = text.slice(0, longest);
  const end = beginning.search(/\s\S*$/);
  return end > 0 ? beginning.slice(0, end) : '';
}
