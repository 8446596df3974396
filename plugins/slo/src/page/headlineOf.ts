import type { Summary } from '@ghostlight/plugin-slo-common';
import { nameOf } from '../answer';
import type { SloText } from '../translation';

/** “7 of 212 services are burning. Team payments holds 4 of them.” */
export function headlineOf(byOwner: Summary, t: SloText): string {
  const { services, burningServices } = byOwner;
  if (burningServices === 0) return t('page.headlineCalm', { count: services });
  const first =
    services === 1
      ? t('page.headlineOnly')
      : t('page.headline', { count: burningServices, total: services });

  const top = [...byOwner.items].sort(
    (a, b) => (b.burningServices ?? 0) - (a.burningServices ?? 0),
  )[0];
  const held = top?.burningServices ?? 0;
  // With one service, or each team holding one, naming a team says nothing.
  if (burningServices < 2 || held < 2) return first;
  const team = nameOf(top.ref);
  const second =
    held === burningServices
      ? t('page.topTeamAll', { team })
      : t('page.topTeam', { team, held: String(held) });
  return `${first} ${second}`;
}
