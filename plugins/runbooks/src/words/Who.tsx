import type { May } from '@ghostlight/plugin-runbooks-common';
import { EntityName, nameOf } from '@ghostlight/reliability-react';
import { useRunbooksText } from '../translation';
import { Said } from './Said';

const REF = /^[a-z]+:[^/\s:]+\/\S+$/i;

/** Somebody or something by name: linked where it is an entity. */
export function Actor({ name }: { name: string }) {
  const t = useRunbooksText();
  if (name === 'on-call') return <>{t('words.onCall')}</>;
  return REF.test(name) ? <EntityName entityRef={name} /> : <>{nameOf(name)}</>;
}

/** Names, parted by commas, linked; nobody in words. */
export function Actors({ names }: { names: string[] }) {
  const t = useRunbooksText();
  if (names.length === 0) return <>{t('words.nobody')}</>;
  return (
    <>
      {names.map((name, index) => (
        <span key={name}>
          {index > 0 && ', '}
          <Actor name={name} />
        </span>
      ))}
    </>
  );
}

/** Why the reader may not and who may; nothing when they may. */
export function MayNot({ may }: { may: May }) {
  const t = useRunbooksText();
  if (may.allowed) return null;
  return (
    <span>
      {may.why ? <Said sentence={may.why} /> : t('words.mayNot')}{' '}
      {may.who.length > 0 && (
        <>
          {t('words.whoMay')} <Actors names={may.who} />
        </>
      )}
    </span>
  );
}
