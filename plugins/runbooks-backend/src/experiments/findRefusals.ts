import type { Sentence } from '@ghostlight/plugin-runbooks-common';
import { isMissing, say } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { parseInput } from '../ActionDirectory';
import type { ExecutionRow } from '../executions';
import { isInTime } from '../remediation/checkConditions';
import { underWay, type AttemptRow } from '../remediation';
import { everything, readSwitches } from '../switches';
import type { Experiment, ExperimentContext } from './ExperimentContext';
import { faultAction } from './faultAction';

/** Of what could not be asked. */
export const notKnown = 'experiment.refused.not-known';
const open = ['investigating', 'identified', 'monitoring'] as const;

/**
 * Why an experiment must not begin now, or go on; nothing when it may. What cannot be asked forbids it:
 * an experiment can always wait.
 *
 * @param self - the run of the engine that asks, which is not in its own way
 */
export async function findRefusals(
  context: ExperimentContext,
  experiment: Experiment,
  self?: string,
): Promise<Sentence[]> {
  const found = await Promise.all([
    ofSwitches(context, experiment),
    ofTime(context, experiment),
    ofTarget(context, experiment),
    ofAction(context, experiment),
    ofUnderWay(context.db, experiment, self),
    ofIncidents(context, experiment),
    ofFreezes(context, experiment),
  ]);
  return found.flat();
}

const because = (
  code: string,
  text: string,
  params: Parameters<typeof say>[2] = {},
) => say(`experiment.refused.${code}`, text, params);

/** The reason is the person's own who switched it off. */
export async function ofSwitches(
  { db }: Pick<ExperimentContext, 'db'>,
  { ref }: Pick<Experiment, 'ref'>,
): Promise<Sentence[]> {
  const switches = await readSwitches(db, [everything, ref]);
  return [everything, ref].flatMap(scope => {
    const { on, by = '', reason = '' } = switches.get(scope)!;
    if (on) return [];
    return [
      scope === everything
        ? because(
            'all-off',
            `All experiments are switched off by ${by}: ${reason}`,
            { by, reason },
          )
        : because('off', `It is switched off by ${by}: ${reason}`, {
            by,
            reason,
          }),
    ];
  });
}

export function ofTime(
  { now }: Pick<ExperimentContext, 'now'>,
  { spec }: Experiment,
): Sentence[] {
  return spec.blackouts
    .filter(blackout => isInTime(blackout, now()))
    .map(({ days = [], from = '00:00', until = '24:00', timeZone = 'UTC' }) => {
      const span = `${days.join(', ')} ${from}–${until} ${timeZone}`.trim();
      return because('blackout', `It does not run at this time: ${span}`, {
        span,
      });
    });
}

function ofTarget(
  { entityOf, dependantsOf }: ExperimentContext,
  { spec }: Experiment,
): Sentence[] {
  const { entityRef, blastRadius, fault } = spec;
  if (!entityOf(entityRef))
    return [
      because('no-entity', `The catalog has no ${entityRef}`, {
        entity: entityRef,
      }),
    ];
  const entities = dependantsOf(entityRef).length;
  const share = fault.share ?? 1;
  return [
    ...(entities > blastRadius.entities
      ? [
          because(
            'entities',
            `It touches ${entities} entities, ${blastRadius.entities} are allowed`,
            { have: entities, most: blastRadius.entities },
          ),
        ]
      : []),
    ...(share > blastRadius.share
      ? [
          because(
            'share',
            `It takes ${Math.round(share * 100)} % of the pods, ${Math.round(
              blastRadius.share * 100,
            )} % are allowed`,
            { have: share, most: blastRadius.share },
          ),
        ]
      : []),
  ];
}

function ofAction(
  { actions, experiments }: ExperimentContext,
  { spec }: Experiment,
): Sentence[] {
  try {
    const { action, input } = faultAction(spec, experiments);
    parseInput(actions.require(action), input);
    return [];
  } catch (error) {
    const why = (error as Error).message;
    return [because('action', `It cannot be done here: ${why}`, { why })];
  }
}

/** Another experiment, or a remediation, at the same target. */
export async function ofUnderWay(
  db: Knex,
  { spec }: Experiment,
  self: string = '',
): Promise<Sentence[]> {
  const { entityRef: entity_ref, environment } = spec;
  const [runs, attempts]: [string[], string[]] = await Promise.all([
    db<ExecutionRow>('executions')
      .where({ entity_ref, environment, kind: 'experiment' })
      .whereNull('finished_at')
      .whereNot({ run_id: self })
      .limit(1)
      .pluck('id'),
    db<AttemptRow>('attempts')
      .where({ entity_ref, environment })
      .whereIn('state', underWay)
      .limit(1)
      .pluck('id'),
  ]);
  return [
    ...runs.map(id =>
      because('experiment', `Another experiment is under way here: ${id}`, {
        id,
      }),
    ),
    ...attempts.map(id =>
      because('remediation', `A remediation is under way here: ${id}`, { id }),
    ),
  ];
}

/** An entity in trouble is in no need of more. */
export async function ofIncidents(
  { incidents, auth }: Pick<ExperimentContext, 'incidents' | 'auth'>,
  { spec }: Experiment,
): Promise<Sentence[]> {
  return asked('incidents', async () => {
    const credentials = await auth.getOwnServiceCredentials();
    const { items } = await incidents.listIncidents(
      { entityRef: [spec.entityRef], status: [...open], limit: 1 },
      { credentials },
    );
    return items.map(({ id }) =>
      because('incident', `It has an open incident: ${id}`, { id }),
    );
  });
}

async function ofFreezes(
  { delivery, auth }: ExperimentContext,
  { spec }: Experiment,
): Promise<Sentence[]> {
  const { entityRef, environment } = spec;
  return asked('freezes', async () => {
    const credentials = await auth.getOwnServiceCredentials();
    const { checks } = await delivery.getGate(
      { entityRef, environment },
      { credentials },
    );
    return checks
      .filter(
        ({ id, verdict }) =>
          id === 'freeze' && verdict !== 'pass' && verdict !== 'off',
      )
      .map(({ said }) =>
        because('freeze', `Changes are frozen: ${said.text}`, {
          why: said,
        }),
      );
  });
}

async function asked(
  what: string,
  ask: () => Promise<Sentence[]>,
): Promise<Sentence[]> {
  try {
    return await ask();
  } catch (error) {
    if (isMissing(error)) return [];
    const why = (error as Error).message;
    return [
      say(notKnown, `The ${what} could not be asked: ${why}`, { what, why }),
    ];
  }
}
