import { MarkdownContent } from '@backstage/core-components';
import { plainMarkdown } from './plainMarkdown';
import classes from './ui.module.css';

/** An address in a note leads only to the web or into the portal. */
function safeLink(href: string): string {
  return /^(https?:\/\/|\/(?!\/)|#|mailto:)/i.test(href) ? href : '';
}

/** Text that people wrote, as Markdown without HTML and pictures. */
export function Markdown({ text }: { text: string }) {
  return (
    <MarkdownContent
      content={plainMarkdown(text)}
      dialect="gfm"
      className={classes.markdown}
      linkTarget="_blank"
      transformLinkUri={safeLink}
    />
  );
}
