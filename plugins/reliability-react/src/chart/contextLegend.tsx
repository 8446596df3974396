import { Texts } from '../texts/useTexts';
import { LegendItem } from './ChartFrame';
import { MarkShape } from './PlotMarks';
import { clip } from './spans';
import { spanTitle } from './spanTexts';
import { AreaSwatch } from './swatches';
import { ChartMark, ChartRange, ChartSpan } from './types';

/** Gaps, spans and marks, as far as the range has them. */
export function contextLegend(
  texts: Texts,
  shown: {
    gaps: readonly ChartRange[];
    spans: readonly ChartSpan[];
    marks: readonly ChartMark[];
    range: ChartRange;
  },
): LegendItem[] {
  const { t } = texts;
  const { range } = shown;
  const items: LegendItem[] = [];
  if (shown.gaps.some(gap => clip(gap, range))) {
    items.push({
      id: 'gap',
      label: t('chart.noDataSpan'),
      swatch: <AreaSwatch kind="gap" />,
    });
  }
  for (const kind of ['maintenance', 'incident', 'simulated'] as const) {
    if (shown.spans.some(span => span.kind === kind && clip(span, range))) {
      items.push({
        id: kind,
        label: spanTitle(kind, texts),
        swatch: (
          <AreaSwatch kind={kind === 'simulated' ? 'simulated' : 'excluded'} />
        ),
      });
    }
  }
  for (const kind of ['change', 'incident'] as const) {
    if (
      shown.marks.some(
        mark =>
          mark.kind === kind && mark.at >= range.from && mark.at <= range.to,
      )
    ) {
      items.push({
        id: `mark-${kind}`,
        label: t(kind === 'change' ? 'chart.change' : 'chart.incidentMark'),
        swatch: <MarkShape kind={kind} />,
      });
    }
  }
  return items;
}
