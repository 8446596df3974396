import { Button } from '@backstage/ui';
import { useTexts } from '../texts/useTexts';

/**
 * Reads the next page of a list that is read by cursor; nothing on the last one.
 *
 * @public
 */
export function MoreButton(props: {
  /** From {@link useLivePages}. */
  pages: { hasMore: boolean; isLoadingMore: boolean; loadMore(): void };
}) {
  const { t } = useTexts();
  const { hasMore, isLoadingMore, loadMore } = props.pages;
  return hasMore ? (
    <Button
      size="small"
      variant="tertiary"
      isPending={isLoadingMore}
      onPress={loadMore}
    >
      {t('act.more')}
    </Button>
  ) : null;
}
