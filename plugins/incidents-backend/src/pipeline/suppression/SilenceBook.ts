import { matches, type Matcher } from '@ghostlight/plugin-incidents-common';
import type { AlertRow } from '../AlertRow';
import type { Verdict } from './Verdict';

/** A row of `silences`, read. */
export interface SilenceRule {
  id: number;
  matchers: Matcher[];
  entityRef?: string;
  from: number;
  until: number;
  reason: string;
  createdBy: string;
}

/** Silences that are not over. */
export class SilenceBook {
  private constructor(private readonly silences: readonly SilenceRule[]) {}

  static create(silences: readonly SilenceRule[] = []): SilenceBook {
    return new SilenceBook(silences);
  }

  /** Those that keep the alert quiet now, the one that lasts longest first. */
  of(
    row: AlertRow,
    labels: Readonly<Record<string, string>>,
    now: number,
  ): Verdict[] {
    return this.silences
      .filter(
        silence =>
          silence.from <= now &&
          now < silence.until &&
          isMeant(silence, row, labels),
      )
      .sort((a, b) => b.until - a.until)
      .map(({ id, reason, createdBy, until }) => ({
        kind: 'silence',
        cause: causeOfSilence(id),
        reason: `Silenced by ${createdBy}: ${reason}`,
        said: {
          code: 'suppression.silence',
          params: { by: createdBy, reason },
        },
        until,
      }));
  }
}

/** Whether the silence is of that alert, whenever it holds. */
export function isMeant(
  { matchers, entityRef }: Pick<SilenceRule, 'matchers' | 'entityRef'>,
  {
    adapter,
    name,
    entity_ref: ref,
  }: Pick<AlertRow, 'adapter' | 'name' | 'entity_ref'>,
  labels: Readonly<Record<string, string>>,
): boolean {
  if (entityRef && entityRef !== ref) return false;
  return matches(matchers, { adapter, name, labels });
}

export function causeOfSilence(id: number): string {
  return `silence:${id}`;
}
