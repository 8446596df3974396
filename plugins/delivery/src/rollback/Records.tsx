import type { RollbackDetail } from '@ghostlight/plugin-delivery-common';
import {
  Clock,
  Panel,
  QueryBoundary,
  Scroll,
  uiClasses,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useJournal } from '../hooks';
import { useDeliveryText } from '../translation';
import { Actor, shortHash } from '../words';
import classes from './rollback.module.css';

/** What was meant to be done and what became of it, and all that happened, as they were written. */
export function Records({ rollback }: { rollback: RollbackDetail }) {
  const t = useDeliveryText();
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel title={t('rollback.records')}>
      <details>
        <summary>
          {t('rollback.ledger', { count: rollback.ledger.length })}
        </summary>
        <Ledger rollback={rollback} />
      </details>
      <details onToggle={event => setOpen(event.currentTarget.open)}>
        <summary>{t('rollback.journal')}</summary>
        {isOpen && <Journal id={rollback.id} />}
      </details>
    </Panel>
  );
}

function Ledger({ rollback }: { rollback: RollbackDetail }) {
  const t = useDeliveryText();
  if (rollback.ledger.length === 0) {
    return <p className={uiClasses.plain}>{t('rollback.ledgerNone')}</p>;
  }
  return (
    <Scroll label={t('rollback.records')}>
      <table className={uiClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('words.when')}</th>
            <th scope="col">{t('rollback.step')}</th>
            <th scope="col">{t('rollback.became')}</th>
            <th scope="col">{t('rollback.effectColumn')}</th>
            <th scope="col">{t('rollback.hash')}</th>
          </tr>
        </thead>
        <tbody>
          {rollback.ledger.map(entry => (
            <tr key={entry.seq}>
              <td>
                <Clock iso={entry.at} withDate />
              </td>
              <td>{entry.stepId}</td>
              <td>{t(`ledgerState.${entry.state}`)}</td>
              <td className={classes.raw}>
                <code>{JSON.stringify(entry.effect)}</code>
              </td>
              <td title={entry.hash}>
                <code>{shortHash(entry.hash)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Journal({ id }: { id: string }) {
  const t = useDeliveryText();
  const journal = useJournal(id, true);
  return (
    <QueryBoundary query={journal} what={t('rollback.journal')}>
      {({ items }) => (
        <ol className={classes.journal}>
          {items.map(entry => (
            <li key={entry.seq}>
              <Clock iso={entry.at} withDate />{' '}
              <strong lang="en">{entry.event}</strong>{' '}
              {entry.stepId && <code>{entry.stepId}</code>}{' '}
              {entry.by && <Actor name={entry.by} />}{' '}
              {entry.text && <span lang="en">{entry.text}</span>}
            </li>
          ))}
        </ol>
      )}
    </QueryBoundary>
  );
}
