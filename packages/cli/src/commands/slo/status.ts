import type { ObjectiveStatus } from '@ghostlight/plugin-slo-common';
import { ExitCode, type ExitStatus } from '../../ExitCode';
import { isObjectiveRef, toEntityRef, toObjectiveRef } from '../../refs';
import { askObjective, askPortal } from '../../portal';

/** Prints how one objective, or each of an entity, stands. */
export async function status(
  ref: string,
  options: { url: string; json?: boolean },
): Promise<ExitStatus> {
  const isOne = isObjectiveRef(ref);
  const items = isOne
    ? [await askObjective(options.url, toObjectiveRef(ref))]
    : await askEntity(options.url, toEntityRef(ref));
  if (options.json) {
    const answer = isOne ? items[0] : { items };
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
    return ExitCode.ok;
  }
  if (items.length === 0) {
    process.stdout.write(`${toEntityRef(ref)} has no objectives.\n`);
  }
  for (const item of items) process.stdout.write(`${describe(item)}\n`);
  return ExitCode.ok;
}

async function askEntity(url: string, entityRef: string) {
  const { items } = await askPortal(url, client =>
    client.GET('/v1/objectives', {
      params: { query: { entityRef: [entityRef], limit: 500 } },
    }),
  );
  return items;
}

function describe(objective: ObjectiveStatus): string {
  const { budget, burn, window, asOf } = objective;
  const hour = burn.find(({ seconds }) => seconds === 3_600) ?? burn[0];
  return [
    `${objective.ref}  ${objective.status}`,
    `target ${percent(objective.target)} over ${
      window.duration ?? `${window.seconds} s`
    }, now ${percent(budget.sli)}`,
    `budget left ${percent(budget.leftRatio)}${
      budget.leftMinutes === null
        ? ''
        : ` (${number(budget.leftMinutes)} of ${number(
            budget.allowedMinutes,
          )} min)`
    }`,
    ...(hour
      ? [
          `burn ${hour.rate === null ? 'unknown' : number(hour.rate)} over ${
            hour.window
          }`,
        ]
      : []),
    asOf === null
      ? 'never measured'
      : `as of ${new Date(asOf * 1000).toISOString()}`,
  ].join(' · ');
}

function percent(share: number | null): string {
  return share === null ? 'unknown' : `${Number((share * 100).toFixed(3))} %`;
}

function number(value: number): string {
  return String(Number(value.toPrecision(4)));
}
