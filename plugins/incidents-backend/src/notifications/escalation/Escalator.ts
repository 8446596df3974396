import type {
  OutboxDelivery,
  OutboxHandler,
  OutboxOutcome,
  Outbox,
} from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { appendTimeline } from '../../incidents';
import type { OncallReach } from '../../oncall/OncallReach';
import {
  isGoingOn,
  type IncidentSnapshot,
} from '../announcing/IncidentSnapshot';
import { matchRoutes } from '../announcing/matchRoutes';
import { readSnapshots } from '../announcing/readSnapshots';
import { readTold } from '../announcing/Told';
import {
  writeNotifications,
  type KeyedNotification,
} from '../announcing/writeNotifications';
import type { NotificationsConfig } from '../NotificationsConfig';
import { cleanText } from '../text/cleanText';
import { escalationMessage, type EscalationStep } from './writeEscalations';

interface EscalationRow {
  incident_number: number;
  owner_ref: string;
  started_at: number | string;
  level: number;
  due_at: number | string | null;
}

interface Next {
  level: number;
  people: string[];
  /** Until the one after it; left out at the last. */
  afterMs?: number;
}

/**
 * Asks one level of on-call after the other until somebody acknowledges the incident or it is over.
 * Where an escalation stands is a row; that it goes on is a message of the outbox, due when the
 * level's time is up, so that any replica goes on with it, and only one.
 */
export class Escalator implements OutboxHandler {
  private constructor(
    private readonly options: {
      db: Knex;
      outbox: Outbox;
      oncall: OncallReach;
      config: NotificationsConfig;
      appBaseUrl: string;
      now: () => number;
    },
  ) {}

  static create(options: {
    db: Knex;
    outbox: Outbox;
    oncall: OncallReach;
    config: NotificationsConfig;
    appBaseUrl: string;
    now: () => number;
  }): Escalator {
    return new Escalator(options);
  }

  async handle(delivery: OutboxDelivery): Promise<OutboxOutcome> {
    const step = delivery.payload as unknown as EscalationStep;
    const row = await this.rowOf(this.options.db, step);
    if (!row) return { outcome: 'done' };
    const next = await this.nextOf(row.owner_ref, step.level);
    return {
      outcome: 'done',
      settle: trx => this.goOn(trx, step, row.owner_ref, next),
    };
  }

  async onDead(
    delivery: OutboxDelivery,
    reason: string,
    trx: Knex.Transaction,
  ): Promise<void> {
    const step = delivery.payload as unknown as EscalationStep;
    await trx('escalations')
      .where({ incident_number: step.incident, started_at: step.startedAt })
      .update({ due_at: null });
    await appendTimeline(trx, [
      {
        incident: step.incident,
        at: this.options.now(),
        kind: 'notification',
        text: `Not escalated any further: ${cleanText(reason, 300)}`,
        key: `escalated:${step.startedAt}:given-up`,
      },
    ]);
  }

  private async rowOf(db: Knex, step: EscalationStep) {
    const [row]: EscalationRow[] = await db('escalations')
      .where({
        incident_number: step.incident,
        started_at: step.startedAt,
        level: step.level,
      })
      .whereNotNull('due_at');
    return row;
  }

  /** The next level at which somebody is on call. */
  private async nextOf(
    ownerRef: string,
    after: number,
  ): Promise<Next | undefined> {
    const { oncall, now, config } = this.options;
    for (let level = after + 1; ; level++) {
      const reached = await oncall.reach({ ownerRef, level, at: now() });
      if (level > reached.levels) return undefined;
      const last = level === reached.levels;
      if (reached.people.length)
        return {
          level,
          people: reached.people.map(({ name }) => name),
          ...(last
            ? {}
            : {
                afterMs: reached.escalatesAfterMs ?? config.escalation.afterMs,
              }),
        };
    }
  }

  private async goOn(
    trx: Knex.Transaction,
    step: EscalationStep,
    ownerRef: string,
    next: Next | undefined,
  ): Promise<void> {
    const { config, outbox, now } = this.options;
    // The incident first, as everybody locks: whoever acknowledges it now is before or after this.
    await trx('incidents')
      .where({ number: step.incident })
      .update({ number: step.incident });
    const incident = (await readSnapshots(trx, [step.incident])).get(
      step.incident,
    );
    const waits =
      incident !== undefined &&
      isGoingOn(incident) &&
      (incident.acknowledgedAt ?? -1) < step.startedAt &&
      config.escalation.severities.includes(incident.severity);
    const due =
      waits && next?.afterMs !== undefined ? now() + next.afterMs : null;
    const mine = await trx('escalations')
      .where({
        incident_number: step.incident,
        started_at: step.startedAt,
        level: step.level,
      })
      .whereNotNull('due_at')
      .update({ due_at: due, level: waits && next ? next.level : step.level });
    if (!mine || !waits) return;
    await this.note(trx, step, ownerRef, next);
    if (!next) return;
    await writeNotifications(
      trx,
      { ...this.options, now: now() },
      await this.plan(trx, incident, step, next),
    );
    if (due !== null)
      await outbox.append(trx, [
        escalationMessage({ ...step, level: next.level }, due),
      ]);
  }

  private async plan(
    trx: Knex.Transaction,
    incident: IncidentSnapshot,
    step: EscalationStep,
    next: Next,
  ): Promise<KeyedNotification[]> {
    const channels = matchRoutes(
      this.options.config.routes,
      incident,
      'escalated',
    );
    if (next.level === 1) {
      // Whoever is on call heard of it when it was opened, where a route says so.
      const told = (await readTold(trx, [incident.number])).get(
        incident.number,
      );
      for (const [channel, to] of channels) {
        if (!to.includes('oncall') || told?.get(channel)?.open)
          channels.delete(channel);
      }
    }
    return [...channels.keys()].map(channel => ({
      incident,
      channel,
      occasion: { is: 'escalated', level: next.level, people: next.people },
      target: { to: ['oncall'], level: next.level },
      key: `escalated:${step.startedAt}:${next.level}`,
    }));
  }

  private async note(
    trx: Knex.Transaction,
    step: EscalationStep,
    ownerRef: string,
    next: Next | undefined,
  ): Promise<void> {
    // Level 1 is told of by the notification itself.
    if (next?.level === 1) return;
    if (!next && step.level > 0) return;
    await appendTimeline(trx, [
      {
        incident: step.incident,
        at: this.options.now(),
        kind: 'notification',
        text: next
          ? `Escalated to level ${next.level}: ${next.people
              .slice(0, 5)
              .join(', ')}`
          : `Not escalated: nobody is on call for ${ownerRef}`,
        key: `escalated:${step.startedAt}:${next?.level ?? 0}`,
      },
    ]);
  }
}
