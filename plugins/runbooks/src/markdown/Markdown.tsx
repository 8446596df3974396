import { MarkdownContent } from '@backstage/core-components';
import { isSafe } from '../words';
import { Diagram } from './Diagram';
import { levelHeadings } from './levelHeadings';
import { partsOf } from './partsOf';
import { plainMarkdown, withoutFrontMatter } from './plainMarkdown';
import classes from './markdown.module.css';

/** An address in a document leads only to the web or into the portal. */
function safeLink(href: string): string {
  return isSafe(href) ? href : '';
}

/** Text that people wrote, as Markdown without HTML and pictures; Mermaid is drawn. */
export function Markdown({ text }: { text: string }) {
  return (
    <>
      {partsOf(levelHeadings(withoutFrontMatter(text))).map((part, index) =>
        part.kind === 'diagram' ? (
          <Diagram key={`${index} ${part.text}`} text={part.text} />
        ) : (
          <MarkdownContent
            key={`${index} ${part.text}`}
            content={plainMarkdown(part.text)}
            dialect="gfm"
            className={classes.markdown}
            linkTarget="_blank"
            transformLinkUri={safeLink}
          />
        ),
      )}
    </>
  );
}
