import type { ApiRequest } from './readRequest';

/** Something that goes wrong with requests. */
export interface Fault {
  /** Which requests; what is left out does not matter. */
  when?: {
    verb?: ApiRequest['verb'] | ApiRequest['verb'][];
    /** `deployments` */
    resource?: string;
    name?: string;
    /** Also requests with `dryRun`, which are spared otherwise. */
    dryRun?: boolean;
  };
  /** How often; Infinity by default. */
  times?: number;
  /** Milliseconds before anything happens. */
  delayMs?: number;
  /**
   * `cut`: the connection breaks before anything is done. `lose`: it is done, and the connection breaks
   * before the answer. `lie`: it is answered as if it had been done. `conflict`: always 409.
   * A number: that status, with nothing done.
   */
  then?: 'cut' | 'lose' | 'lie' | 'conflict' | number;
}

/** The bad days of the server. */
export class Faults {
  private active: { fault: Fault; left: number }[] = [];

  private constructor(
    private readonly connections: { cutWatches(): void; forget(): void },
  ) {}

  static create(connections: { cutWatches(): void; forget(): void }): Faults {
    return new Faults(connections);
  }

  /** Answers what ends it. */
  add(fault: Fault): () => void {
    const entry = { fault, left: fault.times ?? Infinity };
    this.active.push(entry);
    return () => {
      this.active = this.active.filter(other => other !== entry);
    };
  }

  clear() {
    this.active = [];
  }

  /** Breaks every watch that runs. */
  cutWatches() {
    this.connections.cutWatches();
  }

  /** Forgets what happened, so that whoever watches from an older version is told 410, and breaks the watches. */
  expireWatches() {
    this.connections.forget();
    this.connections.cutWatches();
  }

  /** The first fault that meets the request; it is counted. */
  take(request: ApiRequest): Fault | undefined {
    const entry = this.active.find(
      ({ fault, left }) => left > 0 && meets(fault, request),
    );
    if (entry) entry.left -= 1;
    return entry?.fault;
  }
}

function meets({ when = {} }: Fault, request: ApiRequest): boolean {
  const { verb, resource, name, dryRun } = when;
  return (
    (!verb || [verb].flat().includes(request.verb)) &&
    (!resource || resource === request.resource.plural) &&
    (!name || name === request.name) &&
    (dryRun || !request.query.has('dryRun'))
  );
}
