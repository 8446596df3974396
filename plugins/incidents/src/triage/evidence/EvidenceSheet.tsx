import type { EvidenceItem } from '@ghostlight/plugin-incidents-common';
import {
  Button,
  Link,
  Scroll,
  uiClasses,
  When,
} from '@ghostlight/reliability-react';
import { useEffect, useRef } from 'react';
import { useIncidentsText } from '../../translation';
import { Told } from '../../words';
import { EntityLink } from '../EntityLink';
import { useRun } from '../useTriage';
import { EvidenceData } from './EvidenceData';
import { scopeOf, useRecords } from './EvidenceContext';
import { safeLink } from './safeLink';
import { SHEET_ID } from './sheetId';
import classes from './evidence.module.css';

/** The record that a chip cites, at the foot of the page while one is open. */
export function EvidenceSheet() {
  const t = useIncidentsText();
  const { openRef, find, has, put, close } = useRecords();
  const sheet = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { scope, id } = scopeOf(openRef);
  // A link may lead to a record of an analysis that is not the one shown.
  const isElsewhere = scope !== '' && !has(scope);
  const elsewhere = useRun(isElsewhere ? scope : undefined, false);
  const isMissing = isElsewhere && elsewhere.error !== undefined;
  const isThere = openRef !== '' && (has(scope) || isMissing);

  useEffect(() => {
    if (elsewhere.data) put(scope, elsewhere.data.evidence ?? []);
  }, [elsewhere.data, put, scope]);

  useEffect(() => {
    if (isThere) heading.current?.focus({ preventScroll: true });
  }, [isThere, openRef]);

  // Escape closes it wherever the focus is in it.
  useEffect(() => {
    const shown = sheet.current;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    shown?.addEventListener('keydown', onKeyDown);
    return () => shown?.removeEventListener('keydown', onKeyDown);
  }, [isThere, close]);

  if (!isThere) return null;
  const item = find(openRef);
  return (
    <section
      id={SHEET_ID}
      ref={sheet}
      className={classes.sheet}
      aria-labelledby={`${SHEET_ID}-title`}
    >
      <div className={classes.sheetHead}>
        <h3
          id={`${SHEET_ID}-title`}
          ref={heading}
          tabIndex={-1}
          className={classes.sheetTitle}
        >
          {item ? `${id} · ${item.title}` : id}
        </h3>
        <Button size="small" variant="tertiary" onPress={close}>
          {t('act.close')}
        </Button>
      </div>
      {item ? (
        <Record item={item} />
      ) : (
        <p className={uiClasses.plain}>{t('evidence.unknown', { id })}</p>
      )}
      {scope && (
        <p className={uiClasses.muted}>{t('evidence.ofRun', { id: scope })}</p>
      )}
    </section>
  );
}

function Record({ item }: { item: EvidenceItem }) {
  const t = useIncidentsText();
  const link = safeLink(item.link);
  return (
    <div className={classes.record}>
      <dl className={classes.facts}>
        <div>
          <dt>{t('evidence.kind')}</dt>
          <dd>{t(`evidence.type_${item.type}`)}</dd>
        </div>
        {item.entityRef && (
          <div>
            <dt>{t('record.entity')}</dt>
            <dd>
              <EntityLink entityRef={item.entityRef} />
            </dd>
          </div>
        )}
        {item.at && (
          <div>
            <dt>{t('evidence.at')}</dt>
            <dd>
              <When iso={item.at} absolute />
            </dd>
          </div>
        )}
        {item.until && (
          <div>
            <dt>{t('evidence.until')}</dt>
            <dd>
              <When iso={item.until} absolute />
            </dd>
          </div>
        )}
        <div>
          <dt>{t('evidence.source')}</dt>
          <dd>
            {item.source}
            {link && (
              <>
                {' · '}
                <Link
                  href={link.href}
                  {...(link.isOutside
                    ? { target: '_blank', rel: 'noreferrer noopener' }
                    : {})}
                >
                  {t('evidence.open')}
                </Link>
              </>
            )}
          </dd>
        </div>
      </dl>
      <div className={classes.said}>
        {item.said && (
          <p className={uiClasses.plain}>
            <Told sentence={item.said} />
          </p>
        )}
        {item.text && (
          <div>
            <h4 className={classes.subtitle}>{t('evidence.text')}</h4>
            <Scroll label={t('evidence.text')}>
              <div className={classes.text}>{item.text}</div>
            </Scroll>
            {item.truncated && (
              <p className={uiClasses.muted}>{t('evidence.truncated')}</p>
            )}
          </div>
        )}
      </div>
      {item.data && <EvidenceData data={item.data} />}
    </div>
  );
}
