import type { Sentence } from '@ghostlight/plugin-delivery-common';
import { Said } from './Said';

/** The title of a step or lane in the reader's language, or else as its driver wrote it. */
export function Titled(props: { of: { title: string; titleSaid?: Sentence } }) {
  const { title, titleSaid } = props.of;
  return titleSaid ? (
    <Said sentence={titleSaid} />
  ) : (
    <span lang="en">{title}</span>
  );
}
