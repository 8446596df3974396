import { useEffect, useState } from 'react';
import { Button, VisuallyHidden } from '@backstage/ui';
import { useTexts } from '../texts/useTexts';

/**
 * Properties of {@link CopyButton}.
 *
 * @public
 */
export interface CopyButtonProps {
  /** What is copied; a function is asked when the button is pressed. */
  text: string | (() => string);
  /** Names what is copied, for assistive technology. */
  what?: string;
  /** Default “Copy”. */
  label?: string;
}

/**
 * Copies a text and says whether that worked.
 *
 * @public
 */
export function CopyButton(props: CopyButtonProps) {
  const { text, what, label } = props;
  const { t } = useTexts();
  const [outcome, setOutcome] = useState<'copied' | 'failed'>();

  useEffect(() => {
    if (!outcome) {
      return undefined;
    }
    const timer = setTimeout(() => setOutcome(undefined), 2500);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(
        typeof text === 'function' ? text() : text,
      );
      setOutcome('copied');
    } catch {
      // denied by the browser, or no secure context
      setOutcome('failed');
    }
  };
  const said =
    outcome && t(outcome === 'copied' ? 'copy.copied' : 'copy.failed');
  return (
    <>
      <Button
        size="small"
        variant="tertiary"
        onPress={copy}
        aria-label={what && !outcome ? t('copy.copyWhat', { what }) : undefined}
      >
        {said ?? label ?? t('copy.copy')}
      </Button>
      <VisuallyHidden aria-live="polite">{said ?? ''}</VisuallyHidden>
    </>
  );
}
