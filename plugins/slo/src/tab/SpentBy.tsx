import type { ObjectiveDetail } from '@ghostlight/plugin-slo-common';
import { Link, useFormats } from '@ghostlight/reliability-react';
import { Fragment, type ReactNode } from 'react';
import { useFamilyLinks } from '../hooks';
import shared from '../slo.module.css';
import { useSloText } from '../translation';

/** What each version and incident spent of the budget, in a line; nothing where neither is known. */
export function SpentBy({ detail }: { detail?: ObjectiveDetail }) {
  const t = useSloText();
  const format = useFormats();
  const links = useFamilyLinks();
  const spent = detail?.spentBy;
  if (!spent || !(spent.total > 0)) return null;
  const parts: { name: string; href?: string; minutes: number }[] = [
    ...spent.versions.map(({ version, changeId, minutes }) => ({
      name: version,
      href: links.change(changeId),
      minutes,
    })),
    ...spent.incidents.map(({ id, minutes }) => ({
      name: id,
      href: links.incident(id),
      minutes,
    })),
  ].sort((a, b) => b.minutes - a.minutes);
  const said: ReactNode[] = parts.map(({ name, href, minutes }) => (
    <Fragment key={name}>
      {href ? <Link href={href}>{name}</Link> : name} {format.minutes(minutes)}
    </Fragment>
  ));
  // Less than the rounding of the others is no part of its own.
  if (spent.unattributed >= 0.05)
    said.push(
      t('tab.unattributed', { minutes: format.minutes(spent.unattributed) }),
    );
  return (
    <p className={shared.muted}>
      {t('tab.spentBy')}{' '}
      {said.map((part, index) => (
        <Fragment key={index}>
          {index > 0 && ' · '}
          {part}
        </Fragment>
      ))}
    </p>
  );
}
