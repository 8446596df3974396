import type {
  MappingRule,
  Matchable,
  Said,
} from '@ghostlight/plugin-incidents-common';
import { createHash } from 'node:crypto';
import type { Graph, GraphEntity } from '../../graph/Graph';
import { MappingBook, type TaughtMapping } from './MappingBook';
import { NameIndex } from './NameIndex';
import { namesIn, type NameHint } from './namesIn';
import { refsIn, readRef } from './refsIn';
import { TwoGenerations } from './TwoGenerations';

/** What an entity is found by. */
export interface Resolvable extends Matchable {
  annotations: Readonly<Record<string, string>>;
  /** The entity, when the payload names one outright. */
  entityRef?: string;
}

/** An entity that it may be of. */
export interface Candidate {
  entityRef: string;
  /** 0 to 1. */
  confidence: number;
  /** In words. */
  reason: string;
  /** The same. `unknown`: the catalog does not have it; `unsure`: too little for that entity. */
  said: Said;
}

/** The entity, or undefined and why; and what else it may be of, the likeliest first. */
export interface Resolution {
  entityRef?: string;
  confidence: number;
  reason: string;
  said: Said;
  candidates: Candidate[];
}

/** Below this, an alert is of no known entity. */
const threshold = 0.5;
/** Two candidates this near each other are no answer. */
const margin = 0.08;
const mostCandidates = 5;
const mostRemembered = 5_000;

/**
 * Finds the entity that an alert, change or finding is of. Looks names up in indexes of the graph,
 * and remembers answers by what was asked.
 */
export class EntityResolver {
  private index?: { of: NameIndex; revision: number };
  private answers = TwoGenerations.create<Resolution>(mostRemembered);

  private constructor(
    private readonly graph: Graph,
    private readonly mappings: MappingBook,
  ) {}

  static create(options: {
    graph: Graph;
    rules: readonly MappingRule[];
    taught?: readonly TaughtMapping[];
  }): EntityResolver {
    const { graph, rules, taught = [] } = options;
    return new EntityResolver(graph, MappingBook.create({ taught, rules }));
  }

  resolve(subject: Resolvable): Resolution {
    const names = this.nameIndex();
    const key = keyOf(subject);
    const known = this.answers.get(key);
    if (known) return known;
    const answer = this.find(subject, names);
    this.answers.set(key, answer);
    return answer;
  }

  private find(subject: Resolvable, names: NameIndex): Resolution {
    const candidates: Candidate[] = [];
    for (const candidate of this.outright(subject)) {
      if (candidate.confidence >= threshold) return sure(candidate, candidates);
      candidates.push(candidate);
    }
    const hints = namesIn(subject.labels);
    for (const hint of hints)
      candidates.push(...this.byName(hint, subject, names));
    const best = bestOf(candidates);
    if (best) return best;
    for (const hint of hints.length ? hints : hintOf(subject.name))
      candidates.push(...similar(hint, names));
    return bestOf(candidates) ?? unresolved(candidates);
  }

  /** Refs that somebody wrote down. One that the catalog does not have is shown, and goes for nothing. */
  private *outright(subject: Resolvable): Iterable<Candidate> {
    for (const { ref, reason, said } of refsIn(subject)) {
      yield this.known({ entityRef: ref, confidence: 1, reason, said });
    }
    for (const { entityRef, reason, said } of this.mappings.hits(subject)) {
      const ref = readRef(entityRef);
      if (ref)
        yield this.known({ entityRef: ref, confidence: 1, reason, said });
    }
  }

  private known(candidate: Candidate): Candidate {
    const { entityRef, reason, said } = candidate;
    if (this.graph.get(entityRef)) return candidate;
    return {
      entityRef,
      confidence: 0,
      reason: `${reason}, but the catalog does not have it`,
      said: { ...said, params: { ...said.params, unknown: 'true' } },
    };
  }

  private byName(
    hint: NameHint,
    subject: Resolvable,
    names: NameIndex,
  ): Candidate[] {
    const { label, name, confidence } = hint;
    const annotated = names.byKubernetesId(name);
    const found = annotated.length ? annotated : this.graph.named(name);
    const [first, ...others] = preferred(found, subject.labels);
    if (!first) return [];
    const how = annotated.length
      ? `is its Kubernetes id (label ${label})`
      : `is its name (label ${label})`;
    const said: Said = {
      code: annotated.length ? 'entity.kubernetes-id' : 'entity.name',
      params: { name, label },
    };
    const candidate = (entity: GraphEntity, share: number): Candidate => ({
      entityRef: entity.ref,
      confidence: round(confidence * share),
      reason: `“${name}” ${how}`,
      said,
    });
    const tie = others.filter(other => other.kind === first.kind);
    return [
      candidate(first, tie.length ? 0.6 : 1),
      ...others.slice(0, mostCandidates).map(other => candidate(other, 0.45)),
    ];
  }

  private nameIndex(): NameIndex {
    const { revision } = this.graph;
    if (this.index?.revision !== revision) {
      this.index = { of: NameIndex.create(this.graph), revision };
      this.answers = TwoGenerations.create(mostRemembered);
    }
    return this.index.of;
  }
}

/** Components before others, and those of the namespace that the alert names before those of another. */
function preferred(
  entities: readonly GraphEntity[],
  labels: Readonly<Record<string, string>>,
): GraphEntity[] {
  const namespace = labels.namespace?.toLowerCase();
  const order = ['component', 'resource', 'api', 'system'];
  const rank = (entity: GraphEntity) =>
    (entity.namespace.toLowerCase() === namespace ? 0 : 10) +
    order.indexOf(entity.kind);
  const sorted = [...entities].sort(
    (a, b) => rank(a) - rank(b) || (a.ref < b.ref ? -1 : 1),
  );
  const inNamespace = sorted.filter(
    entity => entity.namespace.toLowerCase() === namespace,
  );
  return inNamespace.length ? inNamespace : sorted;
}

function similar(hint: NameHint, names: NameIndex): Candidate[] {
  return names
    .like(hint.name, mostCandidates)
    .filter(({ alike }) => alike >= 0.4)
    .map(({ entity, alike }) => ({
      entityRef: entity.ref,
      confidence: round(0.8 * alike * hint.confidence),
      reason: `“${hint.name}” (${hint.label}) is like its name`,
      said: {
        code: 'entity.similar',
        params: { name: hint.name, label: hint.label },
      },
    }));
}

/** The words of a rule's name, as a weak hint: `PaymentsHighLatency` → `payments-high-latency`. */
function hintOf(name: string): NameHint[] {
  const words = name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1-$2')
    .toLowerCase();
  return [{ label: 'name', name: words, confidence: 0.6 }];
}

/** The likeliest, when it is likely enough and no other is nearly as likely. */
function bestOf(candidates: readonly Candidate[]): Resolution | undefined {
  const [first, second] = ranked(candidates);
  if (!first || first.confidence < threshold) return undefined;
  if (second && first.confidence - second.confidence < margin) {
    // What names are found by more telling labels than the other's is no tie.
    const sameWay = second.reason.split('(')[1] === first.reason.split('(')[1];
    if (sameWay) return undefined;
  }
  return sure(first, candidates);
}

function sure(found: Candidate, candidates: readonly Candidate[]): Resolution {
  return {
    ...found,
    candidates: ranked(candidates).filter(
      ({ entityRef }) => entityRef !== found.entityRef,
    ),
  };
}

function unresolved(candidates: readonly Candidate[]): Resolution {
  const list = ranked(candidates);
  const [first] = list;
  return {
    confidence: first?.confidence ?? 0,
    reason: first
      ? `Not sure enough: ${first.entityRef} — ${first.reason}`
      : 'No label names an entity of the catalog',
    said: first
      ? {
          ...first.said,
          params: { ...first.said.params, unsure: first.entityRef },
        }
      : { code: 'entity.none', params: {} },
    candidates: list,
  };
}

/** Each entity once, by its best reason. */
function ranked(candidates: readonly Candidate[]): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const known = best.get(candidate.entityRef);
    if (!known || known.confidence < candidate.confidence)
      best.set(candidate.entityRef, candidate);
  }
  return [...best.values()]
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, mostCandidates);
}

/** All that the answer hangs on. Most annotations do not count, and differ each time. */
function keyOf(subject: Resolvable): string {
  const { adapter, name, labels } = subject;
  const refs = [...refsIn(subject)].map(({ ref, reason }) => [ref, reason]);
  return createHash('sha1')
    .update(JSON.stringify([adapter, name, labels, refs]))
    .digest('base64');
}

function round(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
