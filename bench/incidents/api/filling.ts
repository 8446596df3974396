/** What to put in. */
export interface Filling {
  incidents: number;
  /** Of them, the latest; the others are resolved. */
  openIncidents: number;
  /** Firing and not suppressed, each part of an open incident. */
  openAlerts: number;
  entities: number;
  teams: number;
  systems: number;
}

export const day = 86_400_000;
/** Incidents are spread over so long, open alerts over the last day. */
export const history = 365 * day;

/** Numbers from 1, as a table `t(n)`. */
export function upTo(count: number): string {
  return `with recursive t(n) as (select 1 union all select n + 1 from t where n < ${count})`;
}

/** Looks like chance, and is the same every time. */
export const chance = (of: string, salt: number, bound: number) =>
  `((${of}) * 7919 + ${salt} * 104729 + (${of}) / 7 * 31) % ${bound}`;

export const nameOf = (kind: string, number: string) =>
  `'${kind}-' || cast(${number} as text)`;
export const entityOf = (number: string) =>
  `'component:default/' || ${nameOf('service', number)}`;

export function belongings({ teams, systems }: Filling, entity: string) {
  return {
    owner: `'group:default/' || ${nameOf('team', `(${entity}) % ${teams}`)}`,
    system: `'system:default/' || ${nameOf(
      'system',
      `(${entity}) % ${systems}`,
    )}`,
  };
}
