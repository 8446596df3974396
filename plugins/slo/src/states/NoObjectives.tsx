import type { Entity } from '@backstage/catalog-model';
import { EmptyState } from '@ghostlight/reliability-react';
import { useSloText } from '../translation';
import { exampleDocument } from './exampleDocument';

/** Pixels; half a line is seen of what follows. */
const CARD_EXAMPLE = 213;

/** Missing objectives as a sentence and the exact document to add. */
export function NoObjectives(props: {
  entity: Entity;
  isGroup?: boolean;
  /** There are documents, but none that can be used. */
  hasFindings?: boolean;
  /** On a card among others. */
  isSmall?: boolean;
}) {
  const t = useSloText();
  const { entity, isGroup, hasFindings, isSmall } = props;
  const service = entity.metadata.title ?? entity.metadata.name;
  if (hasFindings) {
    return <EmptyState sentence={t('state.invalidOnly', { service })} />;
  }
  if (isGroup) {
    return <EmptyState sentence={t('state.emptySystem', { service })} />;
  }
  return (
    <EmptyState
      sentence={t('state.empty', { service })}
      next={t('state.emptyHint')}
      example={{
        title: t('state.emptyExample'),
        code: exampleDocument(entity),
        maxHeight: isSmall ? CARD_EXAMPLE : undefined,
      }}
    />
  );
}
