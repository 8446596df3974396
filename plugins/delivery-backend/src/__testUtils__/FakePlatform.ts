import { ConflictError, NotFoundError } from '@backstage/errors';

/** A version that the platform has run. */
export interface FakeRevision {
  id: string;
  version: string;
  at?: number;
  /** A migration that does not come back. */
  oneWay?: string;
}

/** Something that the platform runs, as it tells of it. */
export interface FakeApp {
  /** The latest first. */
  revisions: FakeRevision[];
  current: string;
  /** Grows with every change. */
  resourceVersion: number;
  paused: boolean;
  /** Something that would undo a rollback, and can be turned off and on. */
  guarded?: boolean;
  /** Action ids that were written with changes, in order. */
  actions: string[];
  health: 'progressing' | 'healthy' | 'failed';
}

/** A change that is asked for. */
export interface FakePatch {
  actionId: string;
  to: string;
  /** Turns what would undo it off or on, in place of going anywhere. */
  guard?: boolean;
  /** What was read before; another one is a conflict. */
  resourceVersion: number;
}

/** What goes wrong; all may be changed while a test runs. */
export interface Faults {
  /** Milliseconds that every answer takes. */
  slow?: number;
  /** It does not answer. */
  down?: boolean;
  /** It may not be changed by us. */
  forbidden?: string;
  /** Changes it, and the answer gets lost: so many times. */
  loseAnswers?: number;
  /** Says that somebody else was faster, whatever is asked. */
  conflicts?: boolean;
  /** Says yes and does nothing. */
  lies?: boolean;
}

/** How a driver speaks to it; another process does so over HTTP. */
export interface PlatformApi {
  read(app: string): Promise<FakeApp>;
  patch(app: string, patch: FakePatch): Promise<void>;
}

/** A platform in memory that keeps revisions as Kubernetes does, and counts what is done to it. */
export class FakePlatform implements PlatformApi {
  readonly apps = new Map<string, FakeApp>();
  /** Every effect that took place, in order. */
  readonly effects: {
    app: string;
    actionId: string;
    to: string;
    at: number;
  }[] = [];
  readonly faults: Faults = {};
  /** What became healthy does so by itself, unless a test wants to say when. */
  settles = true;

  /** Runs the last of these versions, the others before it. */
  run(
    app: string,
    ...versions: (string | Omit<FakeRevision, 'id'>)[]
  ): FakeApp {
    const revisions = versions
      .map((version, n) => ({
        id: String(n + 1),
        ...(typeof version === 'string' ? { version } : version),
      }))
      .reverse();
    const made: FakeApp = {
      revisions,
      current: revisions[0].id,
      resourceVersion: 100,
      paused: false,
      actions: [],
      health: 'healthy',
    };
    this.apps.set(app, made);
    return made;
  }

  /** What it runs now. */
  versionOf(app: string): string {
    const { revisions, current } = this.apps.get(app)!;
    return revisions.find(({ id }) => id === current)!.version;
  }

  async read(app: string): Promise<FakeApp> {
    await this.answer();
    const found = this.apps.get(app);
    if (!found) throw new NotFoundError(`deployments "${app}" not found`);
    return structuredClone(found);
  }

  async patch(
    app: string,
    { actionId, to, resourceVersion, guard }: FakePatch,
  ) {
    await this.answer();
    const { faults } = this;
    const found = this.apps.get(app);
    if (!found) throw new NotFoundError(`deployments "${app}" not found`);
    if (guard !== undefined) {
      found.guarded = guard;
      found.actions.push(actionId);
      const what = guard ? 'guarded' : 'unguarded';
      this.effects.push({ app, actionId, to: what, at: Date.now() });
      return;
    }
    if (faults.conflicts || found.resourceVersion !== resourceVersion)
      throw new ConflictError('the object has been modified');
    if (faults.lies) return;
    // As there: what was gone back to is the newest revision.
    const back = found.revisions.find(({ id }) => id === to)!;
    const others = found.revisions.filter(one => one !== back);
    const newest = Math.max(...found.revisions.map(({ id }) => Number(id)));
    found.revisions = [{ ...back, id: String(newest + 1) }, ...others];
    found.current = found.revisions[0].id;
    found.resourceVersion += 1;
    found.actions.push(actionId);
    found.health = this.settles ? 'healthy' : 'progressing';
    this.effects.push({ app, actionId, to: back.version, at: Date.now() });
    if (faults.loseAnswers) {
      faults.loseAnswers -= 1;
      throw new Error('socket hang up');
    }
  }

  private async answer(): Promise<void> {
    const { slow, down } = this.faults;
    if (slow) await new Promise(done => setTimeout(done, slow));
    if (down) throw new Error('connect ECONNREFUSED');
  }
}
