import type { ExecutionDetail } from '@ghostlight/plugin-runbooks-common';
import {
  Clock,
  Panel,
  QueryBoundary,
  Scroll,
  uiClasses,
  type LiveQuery,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import type { Journal } from '../hooks';
import { useRunbooksText } from '../translation';
import { Actor } from '../words';
import classes from './run.module.css';

/** Entries that are shown at first; the latest ones. */
const SHOWN = 200;

/** What was meant to be done and what became of it, and all that happened, as they were written. */
export function Records(props: {
  run: ExecutionDetail;
  journal: LiveQuery<Journal>;
  onRead(): void;
}) {
  const t = useRunbooksText();
  const { run, journal, onRead } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel title={t('run.records')}>
      <details className={classes.output}>
        <summary>{t('run.ledger', { count: run.ledger.length })}</summary>
        <Ledger run={run} />
      </details>
      <details
        className={classes.output}
        onToggle={event => {
          setOpen(event.currentTarget.open);
          if (event.currentTarget.open) onRead();
        }}
      >
        <summary>{t('run.journal')}</summary>
        {isOpen && (
          <QueryBoundary query={journal} what={t('run.journal')}>
            {data => <Entries journal={data} />}
          </QueryBoundary>
        )}
      </details>
    </Panel>
  );
}

function Ledger({ run }: { run: ExecutionDetail }) {
  const t = useRunbooksText();
  if (run.ledger.length === 0) {
    return <p className={uiClasses.plain}>{t('run.ledgerNone')}</p>;
  }
  return (
    <Scroll label={t('run.ledgerLabel')}>
      <table className={uiClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('words.when')}</th>
            <th scope="col">{t('run.step')}</th>
            <th scope="col">{t('run.became')}</th>
            <th scope="col">{t('run.effect')}</th>
            <th scope="col">{t('run.hash')}</th>
          </tr>
        </thead>
        <tbody>
          {run.ledger.map(entry => (
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
                <code>{entry.hash.slice(0, 9)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Entries({ journal }: { journal: Journal }) {
  const t = useRunbooksText();
  const [all, setAll] = useState(false);
  const { items, isCut } = journal;
  const shown = all ? items : items.slice(-SHOWN);
  return (
    <>
      {shown.length < items.length && (
        <button
          type="button"
          className={classes.link}
          onClick={() => setAll(true)}
        >
          {t('run.earlier', { count: items.length - shown.length })}
        </button>
      )}
      {isCut && <p className={uiClasses.muted}>{t('run.journalCut')}</p>}
      <ol className={classes.journal}>
        {shown.map(entry => (
          <li key={entry.seq}>
            <Clock iso={entry.at} withDate />{' '}
            <strong lang="en">{entry.event}</strong>{' '}
            {entry.stepId && <code>{entry.stepId}</code>}{' '}
            {entry.by && <Actor name={entry.by} />}{' '}
            {entry.text && <span lang="en">{entry.text}</span>}
          </li>
        ))}
      </ol>
    </>
  );
}
