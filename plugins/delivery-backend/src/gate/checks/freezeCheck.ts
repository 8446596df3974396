import type { GateChecker } from '@ghostlight/plugin-delivery-node';
import { say } from '@ghostlight/reliability-node';
import type { FreezeCalendar } from '../../freezes';

/** The calendar of times at which nothing goes out. A rollback always may. */
export function freezeCheck(options: {
  calendar: FreezeCalendar;
  ownerOf: (entityRef: string) => string | undefined;
}): GateChecker {
  const { calendar, ownerOf } = options;
  return {
    id: 'freeze',
    title: 'Freezes',
    async check({ entityRef, environment, purpose, now }) {
      const [freeze] = await calendar.at(now, {
        entityRef,
        environment,
        ownerRef: ownerOf(entityRef),
      });
      if (!freeze)
        return {
          verdict: 'pass',
          said: say('freeze.pass', 'No freeze.'),
          evidence: [],
        };
      const evidence = [
        { label: freeze.title, value: `${freeze.from} – ${freeze.until}` },
      ];
      if (purpose === 'rollback')
        return {
          verdict: 'pass',
          said: say(
            'freeze.rollback',
            `A rollback is allowed during “${freeze.title}”.`,
            { title: freeze.title },
          ),
          evidence,
        };
      return {
        verdict: 'fail',
        said: say(
          'freeze.fail',
          `Frozen until ${freeze.until}: ${freeze.title}.`,
          { title: freeze.title, until: freeze.until },
        ),
        howToPass: say(
          'freeze.how',
          `Wait until ${freeze.until}, or override with a reason.`,
          { until: freeze.until },
        ),
        evidence,
      };
    },
  };
}
