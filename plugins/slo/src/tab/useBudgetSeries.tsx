import type { ObjectiveStatus, Series } from '@ghostlight/plugin-slo-common';
import {
  RangePresets,
  urlField,
  useFormats,
  useUrlState,
  type ChartRange,
} from '@ghostlight/reliability-react';
import { useRef } from 'react';
import { windowText } from '../answer';
import { useSeries, type SeriesRange } from '../hooks';
import { useSloText } from '../translation';
import { presetsOf, WINDOW } from './ranges';

const DAY = 86_400;

const fields = {
  range: urlField.text(WINDOW),
  from: urlField.integer(),
  to: urlField.integer(),
};

/** The series of the time that the URL names, and the controls that choose it. */
export function useBudgetSeries(objective: ObjectiveStatus) {
  const t = useSloText();
  const format = useFormats();
  const [url, setUrl] = useUrlState(fields);
  const presets = presetsOf(objective);
  const preset = presets.find(each => each.id === url.range) ?? presets[0];
  const zoom: ChartRange | undefined =
    url.from !== undefined && url.to !== undefined && url.to > url.from
      ? { from: url.from, to: url.to }
      : undefined;

  const { window } = objective;
  let asked: SeriesRange = { last: preset.seconds };
  if (zoom) asked = zoom;
  else if (preset.id === WINDOW && window.kind === 'calendar') {
    asked = { from: window.start };
  }
  const series = useSeries(objective.ref, asked);

  // While a closer look is being read, the coarser one stays.
  const last = useRef<Series>();
  if (series.data) last.current = series.data;
  const kept = last.current?.ref === objective.ref ? last.current : undefined;

  const onRangeChange = (range?: ChartRange) =>
    setUrl({
      from: range && Math.floor(range.from),
      to: range && Math.ceil(range.to),
    });

  const tools = (
    <RangePresets
      presets={presets.map(each => ({
        id: each.id,
        label:
          each.id === WINDOW
            ? windowText(objective, { t, format })
            : format.window(each.id),
      }))}
      selected={zoom ? null : preset.id}
      onSelect={id => setUrl({ range: id, from: undefined, to: undefined })}
      onReset={() => onRangeChange(undefined)}
    />
  );

  return {
    query: { ...series, data: series.data ?? kept },
    zoom,
    // The forecast goes on with the last day: beside an hour it would contradict what burns now,
    // and a budget under one event has no course to go on.
    hasForecast:
      !zoom &&
      preset.seconds >= Math.min(DAY, window.seconds) &&
      objective.status !== 'low-traffic',
    onRangeChange,
    tools,
  };
}

/** What {@link useBudgetSeries} answers. */
export type BudgetSeries = ReturnType<typeof useBudgetSeries>;
