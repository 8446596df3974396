import { CodeBlock, More, uiClasses } from '@ghostlight/reliability-react';
import { useEffect, useState } from 'react';
import { useRunbooksText } from '../translation';
import { drawDiagram, type Drawing } from './drawDiagram';
import classes from './markdown.module.css';

/** A Mermaid diagram as a picture with its text at hand; as text where it cannot be drawn. */
export function Diagram({ text }: { text: string }) {
  const t = useRunbooksText();
  const [picture, setPicture] = useState<Drawing>();
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    drawDiagram(text).then(
      drawn => isCurrent && setPicture(drawn),
      () => isCurrent && setFailed(true),
    );
    return () => {
      isCurrent = false;
    };
  }, [text]);
  const source = <CodeBlock title={t('markdown.source')} code={text} />;
  return (
    <div className={classes.diagram}>
      {picture && (
        <img
          src={picture.src}
          width={picture.width}
          alt={t('markdown.diagram')}
        />
      )}
      {hasFailed && (
        <>
          <p className={uiClasses.muted}>{t('markdown.notDrawn')}</p>
          {source}
        </>
      )}
      {picture && <More summary={t('markdown.asText')}>{source}</More>}
      {!picture && !hasFailed && (
        <p className={uiClasses.muted}>{t('markdown.drawing')}</p>
      )}
    </div>
  );
}
