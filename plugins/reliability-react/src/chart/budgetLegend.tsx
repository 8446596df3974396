import { Texts } from '../texts/useTexts';
import { TONE_COLOUR } from '../status/status';
import { LegendItem } from './ChartFrame';
import { contextLegend } from './contextLegend';
import { clip } from './spans';
import { AreaSwatch, LineSwatch } from './swatches';
import {
  ChartForecast,
  ChartMark,
  ChartRange,
  ChartSpan,
  ChartViolation,
} from './types';

/** Only what the chart shows is explained. */
export function budgetLegend(
  texts: Texts,
  shown: {
    forecast: ChartForecast | undefined;
    spans: readonly ChartSpan[];
    marks: readonly ChartMark[];
    violations: readonly ChartViolation[];
    gaps: readonly ChartRange[];
    range: ChartRange;
  },
): LegendItem[] {
  const { t, format } = texts;
  const { forecast, range } = shown;
  const items: LegendItem[] = [
    {
      id: 'left',
      label: t('budget.left'),
      swatch: <LineSwatch colour={TONE_COLOUR.accent} />,
    },
  ];
  if (forecast) {
    const left = format.percent(forecast.left);
    const low = format.percent(forecast.low);
    const high = format.percent(forecast.high);
    const at = format.time(forecast.at, 'date');
    const numbers =
      low === high
        ? t('budget.forecastAt', { left, at })
        : t('budget.forecastRange', { left, at, low, high });
    items.push({
      id: 'forecast',
      label: `${t('budget.forecastBasis')}: ${numbers}`,
      swatch: <AreaSwatch kind="forecast" />,
    });
  }
  if (
    shown.violations.some(each =>
      clip({ from: each.start, to: each.end }, range),
    )
  ) {
    items.push({
      id: 'violation',
      label: t('chart.violation'),
      swatch: <AreaSwatch kind="violation" />,
    });
  }
  return [...items, ...contextLegend(texts, shown)];
}
