import { useTexts } from '../texts/useTexts';
import { CopyButton } from './CopyButton';
import { KEYBOARD_SCROLL } from './keyboardScroll';
import classes from './state.module.css';

/**
 * Properties of {@link CodeBlock}.
 *
 * @public
 */
export interface CodeBlockProps {
  /** Shown and copied as it is. */
  code: string;
  /** What it is: a file name, “Query for good events”. */
  title: string;
  /** Pixels after which it scrolls. Default 328: half a line is seen of what follows. */
  maxHeight?: number;
}

/**
 * Text to read and copy, as it is.
 *
 * @public
 */
export function CodeBlock(props: CodeBlockProps) {
  const { code, title, maxHeight = 328 } = props;
  const { t } = useTexts();
  return (
    <div className={classes.code}>
      <div className={classes.codeHead}>
        <span>{title}</span>
        <CopyButton text={code} what={title} label={t('copy.copy')} />
      </div>
      <pre
        {...KEYBOARD_SCROLL}
        role="region"
        aria-label={title}
        style={{ maxHeight }}
      >
        <code>{code}</code>
      </pre>
    </div>
  );
}
