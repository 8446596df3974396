import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { useTexts } from '../texts/useTexts';
import classes from './state.module.css';

/**
 * Properties of {@link LoadingState}.
 *
 * @public
 */
export interface LoadingStateProps {
  /** What is being loaded, such as “objectives”. */
  what?: string;
  /** Lines of skeleton. Default 3. */
  lines?: number;
  /** Height in pixels of a block, such as a chart, under the lines. */
  block?: number;
}

/**
 * The outline of what is to come.
 *
 * @public
 */
export function LoadingState(props: LoadingStateProps) {
  const { what, lines = 3, block } = props;
  const { t } = useTexts();
  return (
    <div role="status" className={classes.loading}>
      <VisuallyHidden>
        {what ? t('state.loading', { what }) : t('state.loadingPlain')}
      </VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={16} width={line === 0 ? '62%' : '100%'} />
      ))}
      {block && <Skeleton height={block} width="100%" />}
    </div>
  );
}
