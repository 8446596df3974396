let loaded: Promise<typeof import('mermaid')['default']> | undefined;
let drawn = 0;

/** Characters of a diagram that are drawn; longer ones stay text. */
const MOST = 20_000;

async function load() {
  const { default: mermaid } = await import('mermaid');
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    theme: 'neutral',
    maxTextSize: MOST,
    suppressErrorRendering: true,
    htmlLabels: false,
    flowchart: { htmlLabels: false },
  });
  return mermaid;
}

/** A drawn diagram. */
export interface Drawing {
  /** Address of the picture. */
  src: string;
  /** Pixels, where the diagram has a size of its own. */
  width: number | undefined;
}

const SIZE = /\bviewBox="[-\d.]+ [-\d.]+ ([\d.]+) [\d.]+"/;

/**
 * Draws a Mermaid diagram as a picture. A picture runs nothing and fetches nothing, whatever somebody has
 * written into the diagram.
 */
export async function drawDiagram(text: string): Promise<Drawing> {
  if (text.length > MOST) throw new Error('The diagram is too long');
  loaded ??= load();
  const mermaid = await loaded;
  drawn += 1;
  const { svg } = await mermaid.render(`ghostlight-diagram-${drawn}`, text);
  const width = Math.ceil(Number(SIZE.exec(svg)?.[1]));
  return {
    src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`,
    width: width > 0 ? width : undefined,
  };
}
