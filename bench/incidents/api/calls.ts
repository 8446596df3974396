import type { Filling } from './filling';
import { primaryKeyPath } from './Api';

/** A request, and how it is called in the report. */
export interface Call {
  what: string;
  path: () => string;
  body?: () => object;
}

/** The read that others are compared with. */
export function primaryKeyCall({ incidents }: Filling): Call {
  return {
    what: 'one row by primary key',
    path: () => `${primaryKeyPath}/${1 + below(incidents)}`,
  };
}

/** What the screens ask for. */
export function readCalls({ entities, teams }: Filling): Call[] {
  const team = () => `group:default/team-${below(teams)}`;
  const entity = () => `component:default/service-${below(entities)}`;
  const list = (what: string, path: () => string): Call => ({ what, path });
  const ongoing = ['investigating', 'identified', 'monitoring']
    .map(status => `status=${status}`)
    .join('&');
  return [
    list('GET incidents', () => '/v1/incidents'),
    list(
      'GET incidents, open, by severity',
      () => `/v1/incidents?${ongoing}&orderBy=severity`,
    ),
    list(
      'GET incidents, resolved SEV1, of a team',
      () => `/v1/incidents?status=resolved&severity=SEV1&owner=${team()}`,
    ),
    list(
      'GET incidents, of an entity',
      () => `/v1/incidents?entityRef=${entity()}`,
    ),
    ...texts(entities).map(([what, text]) =>
      list(
        `GET incidents, with ${what}`,
        () => `/v1/incidents?q=${encodeURIComponent(text())}`,
      ),
    ),
    list(
      'GET incidents, open, by severity, with a word of all',
      () => `/v1/incidents?${ongoing}&orderBy=severity&q=answers`,
    ),
    list(
      'GET incidents, of a team, with a word of old ones',
      () => `/v1/incidents?owner=${team()}&q=datacentre`,
    ),
    list('GET alerts, open', () => '/v1/alerts?view=open'),
    list(
      'GET alerts, open, of a team',
      () => `/v1/alerts?view=open&owner=${team()}`,
    ),
    list(
      'GET alerts, open, of an entity',
      () => `/v1/alerts?view=open&entityRef=${entity()}`,
    ),
    list('GET alerts, of no known entity', () => '/v1/alerts?view=unresolved'),
    list('GET alerts/counts', () => '/v1/alerts/counts'),
  ];
}

/** Texts to look for, from what every incident has to what none has. */
function texts(entities: number): [what: string, text: () => string][] {
  return [
    ['a text', () => `service-${below(entities)} answers`],
    ['a word of all', () => 'errors'],
    ['a word of old ones', () => 'datacentre'],
    ['a word of few', () => `${entities / 2 + below(entities / 2)}`],
    ['a word of none', () => `nowhere${below(entities)}`],
    ['words of half each', () => 'east west'],
  ];
}

/** Every incident goes through three statuses to its end, the open ones one after the other. */
export function statusChange({ incidents, openIncidents }: Filling): Call {
  const first = incidents - openIncidents + 1;
  const statuses = ['monitoring', 'identified', 'resolved'];
  let made = 0;
  return {
    what: 'POST incidents/{id}/status',
    path: () => {
      const number = first + Math.floor(made / statuses.length);
      return `/v1/incidents/INC-${String(number).padStart(4, '0')}/status`;
    },
    body: () => ({ status: statuses[made++ % statuses.length] }),
  };
}

function below(bound: number): number {
  return Math.floor(Math.random() * bound);
}
