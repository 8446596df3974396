import type { Change, May, Starter } from '@ghostlight/plugin-delivery-common';
import { EntityName, nameOf } from '@ghostlight/reliability-react';
import { useDeliveryText } from '../translation';
import { Said } from './Said';

const REF = /^(user|group):[^/\s]+\/\S+$/i;

/** Somebody or something by name: linked where it is an entity, the product where it is a watch. */
export function Actor({ name }: { name: string }) {
  const t = useDeliveryText();
  if (REF.test(name)) return <EntityName entityRef={name} />;
  return <>{name.startsWith('watch:') ? t('words.byWatch') : nameOf(name)}</>;
}

/** Who or what began it: “pipeline release”, “ana”. */
export function StartedBy({ starter }: { starter: Starter }) {
  const t = useDeliveryText();
  const { kind, name } = starter;
  if (!name) return <>{t(`starter.${kind}`)}</>;
  if (kind === 'person') return <Actor name={name} />;
  return (
    <>
      {t(`starter.${kind}`)} <Actor name={name} />
    </>
  );
}

/** Whose change it is: its author, else who began it. */
export function AuthorOf({ change }: { change: Change }) {
  return change.author ? (
    <Actor name={change.author} />
  ) : (
    <StartedBy starter={change.startedBy} />
  );
}

/** Names, parted by commas, linked; nobody in words. */
export function Actors({ names }: { names: string[] }) {
  const t = useDeliveryText();
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
  const t = useDeliveryText();
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
