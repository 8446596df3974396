import type {
  EvidenceItem,
  TriageCase,
} from '@ghostlight/plugin-incidents-common';
import { ordersIn } from './directives';
import { numbersIn, readable, type WrittenNumber } from './numbers';

/** A record as claims are held against it. */
export interface HeldRecord {
  item: EvidenceItem;
  /** All of its text in one form and in lower case. */
  text: string;
  numbers: WrittenNumber[];
  /** Words with digits in them. */
  names: Set<string>;
  clocks: Set<string>;
  instants: number[];
  /** What of it speaks to whoever reads it. */
  orders: string[];
  givesOrders: boolean;
}

/** The records that a model was shown, and the graph that it may speak of. */
export class RecordBook {
  private readonly items = new Map<string, EvidenceItem>();
  private readonly held = new Map<string, HeldRecord>();
  /** Refs in lower case → as they are written. */
  private readonly refs = new Map<string, string>();
  private readonly byName = new Map<string, string[]>();
  private readonly dependents = new Map<string, string[]>();
  private readonly dependencies = new Map<string, string[]>();

  private constructor(private readonly given: TriageCase) {}

  /** `items` is all of the evidence: its entities are of the graph. None of it is shown yet. */
  static create(options: {
    case: TriageCase;
    items: EvidenceItem[];
  }): RecordBook {
    const book = new RecordBook(options.case);
    for (const { ref } of book.given.entities ?? []) book.addRef(ref);
    for (const { from, to } of book.given.dependencies ?? []) {
      book.addRef(from);
      book.addRef(to);
      push(book.dependents, to, from);
      push(book.dependencies, from, to);
    }
    for (const { entityRef } of options.items)
      if (entityRef) book.addRef(entityRef);
    return book;
  }

  /** What the model has seen from now on. Records do not widen the graph. */
  show(items: EvidenceItem[]): void {
    for (const item of items) {
      this.items.set(item.id, item);
      this.held.delete(item.id);
    }
  }

  get shown(): EvidenceItem[] {
    return [...this.items.values()];
  }

  /** What records that were shown say to whoever reads them. */
  get orders(): string[] {
    return this.shown.flatMap(({ id }) => this.get(id)?.orders ?? []);
  }

  get(id: string): HeldRecord | undefined {
    const known = this.held.get(id);
    if (known) return known;
    const item = this.items.get(id);
    if (!item) return undefined;
    const record = hold(item);
    this.held.set(id, record);
    return record;
  }

  /** The full ref of an entity of the graph: by ref, or by a name that only one has. */
  entityOf(text: string): string | undefined {
    const wanted = text.trim().toLowerCase();
    const ref = this.refs.get(wanted);
    if (ref) return ref;
    const named = this.byName.get(wanted) ?? [];
    return named.length === 1 ? named[0] : undefined;
  }

  /** The names of the graph, in lower case. */
  isName(text: string): boolean {
    const wanted = text.toLowerCase();
    return this.refs.has(wanted) || this.byName.has(wanted);
  }

  /** Those that an entity depends on and that depend on it, at one hop. */
  neighboursOf(ref: string): string[] {
    return [
      ...(this.dependents.get(ref) ?? []),
      ...(this.dependencies.get(ref) ?? []),
    ];
  }

  /**
   * When the first symptom was seen that something at an entity can have caused: there, or at whatever
   * depends on it. Without one, when the incident began.
   */
  firstSymptomOf(ref: string | undefined): number | undefined {
    const reached = new Set(ref ? [ref] : []);
    for (const one of reached) {
      if (reached.size > 10_000) break;
      for (const dependent of this.dependents.get(one) ?? [])
        reached.add(dependent);
    }
    let own: number | undefined;
    let all: number | undefined;
    for (const { startsAt, entityRef } of this.given.alerts ?? []) {
      const at = Date.parse(startsAt);
      all = Math.min(all ?? at, at);
      const where = entityRef && (this.entityOf(entityRef) ?? entityRef);
      if (where && reached.has(where)) own = Math.min(own ?? at, at);
    }
    if (own !== undefined) return own;
    return this.given.startedAt ? Date.parse(this.given.startedAt) : all;
  }

  private addRef(ref: string): void {
    const key = ref.toLowerCase();
    if (this.refs.has(key)) return;
    this.refs.set(key, ref);
    push(this.byName, key.slice(key.lastIndexOf('/') + 1), ref);
  }
}

function push(map: Map<string, string[]>, key: string, value: string) {
  const all = map.get(key);
  if (all) all.push(value);
  else map.set(key, [value]);
}

function hold(item: EvidenceItem): HeldRecord {
  const words = [
    item.id,
    item.title,
    item.text,
    item.source,
    item.entityRef ?? '',
    item.said?.text ?? '',
    ...valuesOf(item.data),
    ...valuesOf(item.said?.params),
  ].join(' \n ');
  const times = [item.at, item.until].filter(at => at !== undefined);
  const orders = [item.title, item.text, ...valuesOf(item.data)]
    .map(ordersIn)
    .filter(Boolean);
  const { numbers, names, clocks, instants } = numbersIn(words);
  return {
    item,
    text: readable(words).toLowerCase(),
    numbers,
    names: new Set(names.map(name => name.toLowerCase())),
    clocks: new Set(
      [...clocks, ...[...instants, ...times].map(clockOf)].filter(Boolean),
    ),
    instants: [...times, ...instants].map(Date.parse).filter(at => at > 0),
    orders,
    givesOrders: orders.length > 0,
  };
}

/** Of an instant, in UTC, as a reader writes it. */
function clockOf(at: string): string {
  const parsed = Date.parse(at);
  return Number.isNaN(parsed) || !/\d:\d/.test(at)
    ? ''
    : new Date(parsed).toISOString().slice(11, 19);
}

/** Names and values of data, at any depth, within limits. */
function valuesOf(data: unknown, depth = 0): string[] {
  if (data === null || data === undefined || depth > 4) return [];
  if (Array.isArray(data))
    return data.slice(0, 500).flatMap(one => valuesOf(one, depth + 1));
  if (typeof data === 'object')
    return Object.entries(data)
      .slice(0, 200)
      .flatMap(([key, one]) => [key, ...valuesOf(one, depth + 1)]);
  return [String(data)];
}
