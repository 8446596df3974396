import type { TriageCase } from '@ghostlight/plugin-incidents-common';

/** The case as it was, near enough: with the addresses and passwords that `fillIncident` wrote. */
export function unredacted(given: TriageCase): TriageCase {
  return JSON.parse(
    JSON.stringify(given)
      .replace(/\[e-mail (\d+)\]/g, 'on-$1@example.com')
      .replace(/\[password (\d+)\]/g, 'hunter2$1@wiki.example.com'),
  );
}
