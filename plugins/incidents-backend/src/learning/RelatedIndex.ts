import {
  incidentIdOf,
  type RelatedIncident,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import MiniSearch from 'minisearch';
import type { IncidentRow } from '../incidents';
import { whereIncidentVisible } from '../incidents/whereIncidentVisible';
import type { Visibility } from '../service/Visibility';

const pageSize = 500;
const mostCandidates = 50;
const mostRelated = 10;
/** How long a transaction may take, milliseconds. */
const longestTransaction = 60_000;
/** Less than this in common is chance. */
const leastScore = 0.15;

/** What two incidents can have in common besides words. */
interface Facts {
  entities: string[];
  alerts: string[];
}

const nothing: Facts = { entities: [], alerts: [] };

interface Indexed {
  id: number;
  title: string;
  causes: string;
  alerts: string;
  entities: string;
}

/**
 * Finds past incidents that are like another by text and by entities. The index is in memory and
 * follows the table: each question first reads what changed since the last one.
 */
export class RelatedIndex {
  private readonly index = new MiniSearch<Indexed>({
    fields: ['title', 'causes', 'alerts', 'entities'],
    processTerm: term => {
      const word = term.toLowerCase();
      // Numbers and single letters are what differs between two of a kind.
      return word.length < 2 || /^\d+$/.test(word) ? null : word;
    },
  });
  private readonly facts = new Map<number, Facts>();
  private read = { at: 0, number: 0 };
  private reading: Promise<void> = Promise.resolve();

  private constructor(private readonly db: Knex) {}

  static create(options: { db: Knex }): RelatedIndex {
    return new RelatedIndex(options.db);
  }

  /** At most ten incidents like this one, the likest first, with how they were solved. */
  async related(
    number: number,
    visible?: Visibility,
  ): Promise<RelatedIncident[]> {
    await this.refresh();
    const [asked] = await this.describe([number]);
    if (!asked) return [];
    const own = this.facts.get(number) ?? nothing;
    const found = this.index
      .search(
        [asked.title, asked.causes, asked.alerts, asked.entities].join(' '),
        { boost: { title: 2, alerts: 2, entities: 1.5 }, combineWith: 'OR' },
      )
      .filter(({ id }) => id !== number)
      .slice(0, mostCandidates);
    const most = Math.max(...found.map(({ score }) => score), 1);
    const scored = found
      .map(({ id, score, terms }) => {
        const other = this.facts.get(Number(id)) ?? nothing;
        const likeness =
          0.4 * (score / most) +
          0.4 * overlap(own.entities, other.entities) +
          0.2 * overlap(own.alerts, other.alerts);
        const shared = other.entities.filter(ref => own.entities.includes(ref));
        return { number: Number(id), score: likeness, shared, terms };
      })
      .filter(({ score }) => score >= leastScore)
      .sort((a, b) => b.score - a.score || b.number - a.number);
    const rows = await this.rowsOf(
      scored.map(each => each.number),
      visible,
    );
    return scored
      .flatMap(({ number: like, score, shared, terms }) => {
        const row = rows.get(like);
        return row ? [relatedOf(row, score, shared, terms)] : [];
      })
      .slice(0, mostRelated);
  }

  private async rowsOf(
    numbers: number[],
    visible: Visibility,
  ): Promise<Map<number, IncidentRow>> {
    const query = this.db<IncidentRow>('incidents')
      .whereIn('number', numbers)
      .whereNull('deleted_at')
      .whereNull('merged_into');
    whereIncidentVisible(query, visible);
    const rows = await query;
    return new Map(rows.map(row => [row.number, row]));
  }

  /** One reader at a time; who comes meanwhile waits for the next round. */
  private refresh(): Promise<void> {
    this.reading = this.reading.catch(() => {}).then(() => this.follow());
    return this.reading;
  }

  private async follow(): Promise<void> {
    // A transaction that was under way then may have been committed since.
    this.read = { at: this.read.at - longestTransaction, number: 0 };
    for (;;) {
      const { at, number } = this.read;
      const rows: { number: number; updated_at: number | string }[] =
        await this.db('incidents')
          .whereRaw('(updated_at, number) > (?, ?)', [at, number])
          .orderBy('updated_at')
          .orderBy('number')
          .limit(pageSize)
          .select('number', 'updated_at');
      const numbers = rows.map(row => row.number);
      for (const each of numbers) {
        if (this.index.has(each)) this.index.discard(each);
        this.facts.delete(each);
      }
      for (const each of await this.describe(numbers)) this.index.add(each);
      const last = rows[rows.length - 1];
      if (last)
        this.read = { at: Number(last.updated_at), number: last.number };
      if (rows.length < pageSize) return;
    }
  }

  private async describe(numbers: number[]): Promise<Indexed[]> {
    const [rows, entities, alerts] = await Promise.all([
      this.db<IncidentRow>('incidents')
        .whereIn('number', numbers)
        .whereNull('deleted_at')
        .whereNull('merged_into'),
      this.db('incident_entities')
        .whereIn('incident_number', numbers)
        .select('incident_number', 'entity_ref'),
      this.db('alerts')
        .whereIn('incident_number', numbers)
        .distinct('incident_number', 'name'),
    ]);
    const refs = grouped(entities, 'entity_ref');
    const names = grouped(alerts, 'name');
    return rows.map(row => {
      const facts = {
        entities: refs.get(row.number) ?? [],
        alerts: names.get(row.number) ?? [],
      };
      this.facts.set(row.number, facts);
      return {
        id: row.number,
        title: row.title,
        causes: [row.summary, row.root_cause, row.mitigation]
          .filter(Boolean)
          .join(' '),
        alerts: facts.alerts.join(' '),
        entities: facts.entities
          .map(ref => ref.replace(/^.*[:/]/, ''))
          .join(' '),
      };
    });
  }
}

/** Share of what either has that both have, 0 to 1. */
function overlap(one: string[], other: string[]): number {
  const all = new Set([...one, ...other]).size;
  return all ? (one.length + other.length - all) / all : 0;
}

function grouped<K extends string>(
  rows: ({ incident_number: number } & Record<K, string>)[],
  key: K,
): Map<number, string[]> {
  const groups = new Map<number, string[]>();
  for (const row of rows) {
    const group = groups.get(row.incident_number);
    if (group) group.push(row[key]);
    else groups.set(row.incident_number, [row[key]]);
  }
  return groups;
}

function relatedOf(
  row: IncidentRow,
  score: number,
  shared: string[],
  terms: string[],
): RelatedIncident {
  const because = [
    shared.length ? `both affected ${shared.slice(0, 3).join(', ')}` : '',
    terms.length ? `common words: ${terms.slice(0, 5).join(', ')}` : '',
  ]
    .filter(Boolean)
    .join('; ');
  const solution = row.mitigation ?? row.root_cause;
  return {
    id: incidentIdOf(row.number),
    title: row.title,
    severity: row.severity as RelatedIncident['severity'],
    status: row.status as RelatedIncident['status'],
    startedAt: new Date(Number(row.started_at)).toISOString(),
    ...(row.resolved_at !== null && {
      resolvedAt: new Date(Number(row.resolved_at)).toISOString(),
    }),
    score: Math.round(score * 100) / 100,
    because,
    sharedEntities: shared.slice(0, 3),
    sharedWords: terms.slice(0, 5),
    ...(solution && { solution }),
  };
}
