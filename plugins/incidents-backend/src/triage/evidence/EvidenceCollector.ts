import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  incidentIdOf,
  type EvidenceBundle,
  type Sentence,
  type TriageCase,
  type TriageReport,
} from '@ghostlight/plugin-incidents-common';
import type { LogSource } from '@ghostlight/plugin-incidents-node';
import type { RunbooksService } from '@ghostlight/plugin-runbooks-node';
import type { SloService } from '@ghostlight/plugin-slo-node';
import { inTime, isMissing, say } from '@ghostlight/reliability-node';
import type { RelatedIndex } from '../../learning';
import type { OncallDirectory } from '../../oncall';
import type { CallOptions } from '../../service/CallOptions';
import type { ServiceContext } from '../../service/ServiceContext';
import type { DiagnoseOptions } from '../ranking';
import { Redactor } from '../redaction';
import type { EvidencePart, PartContext, PartName } from './EvidencePart';
import { findScope } from './findScope';
import { parts as allParts } from './parts';
import { seal } from './seal';

export interface EvidenceCollectorOptions {
  context: Pick<ServiceContext, 'db' | 'graph' | 'now'>;
  slo: Pick<SloService, 'listObjectives' | 'getSignals' | 'getSeries'>;
  runbooks: Pick<RunbooksService, 'listSuggestions'>;
  oncall: Pick<OncallDirectory, 'of'>;
  related: Pick<RelatedIndex, 'related'>;
  /** By name. May grow until the plugin has started. */
  logSources: ReadonlyMap<string, LogSource>;
  logger: LoggerService;
  /** Milliseconds that each part gets; 10,000 by default. */
  patienceMs?: number;
}

/** On whose behalf, what they may see, and what calls it off. */
export interface CollectOptions extends CallOptions {
  signal?: AbortSignal;
  /** What suspects are ranked with; the rules by default. */
  ranking?: DiagnoseOptions;
}

/** An incident as facts, redacted and capped, and the records that claims cite. */
export interface CollectedEvidence {
  case: TriageCase;
  bundle: EvidenceBundle;
  /** Who is suspected, citing the bundle's records. */
  report: TriageReport;
  /** Goes on with the numbers of the bundle, for what is asked later. Holds no values. */
  redactor: Redactor;
}

/**
 * Asks everything that knows of an incident, side by side, each with a time limit of its own. What
 * cannot be had is said in `missing`; nothing of it fails the whole.
 */
export class EvidenceCollector {
  private constructor(private readonly options: EvidenceCollectorOptions) {}

  static create(options: EvidenceCollectorOptions): EvidenceCollector {
    return new EvidenceCollector(options);
  }

  /** @throws NotFoundError when there is no such incident; the signal's reason when called off */
  async collect(
    number: number,
    options: CollectOptions,
  ): Promise<CollectedEvidence> {
    const { context } = this.options;
    const { signal } = options;
    signal?.throwIfAborted();
    const scope = await findScope(context, number, options.visible?.alerts);
    const found = await Promise.all(
      Object.entries(allParts).map(([name, part]) =>
        this.ask(name as PartName, part, {
          ...this.options,
          scope,
          ...options,
        }),
      ),
    );
    signal?.throwIfAborted();
    return seal({
      incidentId: incidentIdOf(number),
      scope,
      found,
      redactor: Redactor.create(),
      now: context.now(),
      ranking: options.ranking,
    });
  }

  private async ask(
    name: PartName,
    part: (context: PartContext) => Promise<EvidencePart>,
    context: Omit<PartContext, 'signal'> & { signal?: AbortSignal },
  ): Promise<EvidencePart> {
    const { patienceMs = 10_000, logger } = this.options;
    try {
      return await inTime(patienceMs, late => {
        const signals = [late, ...(context.signal ? [context.signal] : [])];
        return part({ ...context, signal: AbortSignal.any(signals) });
      });
    } catch (error) {
      if (!isMissing(error)) logger.warn(`Evidence: no ${name}: ${error}`);
      return { missing: [whyNot(name, error)] };
    }
  }
}

function whyNot(name: PartName, error: unknown): Sentence {
  if (isMissing(error))
    return say(
      'triage.missing.absent',
      `No ${name}: what knows of them is not part of this portal`,
      { part: name },
    );
  const why = error instanceof Error ? error.message : String(error);
  return say('triage.missing.failed', `No ${name}: ${why}`, {
    part: name,
    why,
  });
}
