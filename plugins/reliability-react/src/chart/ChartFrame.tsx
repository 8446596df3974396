import { ReactNode, useId, useState } from 'react';
import { Button } from '@backstage/ui';
import { CopyButton } from '../state/CopyButton';
import { useTexts } from '../texts/useTexts';
import { ChartTable, download, toCsv, toTsv } from './chartTable';
import { NumbersTable } from './NumbersTable';
import classes from './chart.module.css';

/**
 * One entry of a chart's legend.
 *
 * @public
 */
export interface LegendItem {
  /** Unique in the legend. */
  id: string;
  /** What the swatch stands for. */
  label: string;
  /** A small drawing, hidden from assistive technology. */
  swatch: ReactNode;
}

/**
 * Properties of {@link ChartFrame}.
 *
 * @public
 */
export interface ChartFrameProps {
  /** Heading, and name of the figure and its table. */
  title: string;
  /** One line of numbers next to the title. */
  summary?: ReactNode;
  /** What the drawing's colours and patterns mean. */
  legend?: readonly LegendItem[];
  /** The chart's numbers, made when they are asked for. */
  table: () => ChartTable;
  /** Name of the CSV without its ending. */
  fileName: string;
  /** Controls such as {@link RangePresets}, before the frame's own. */
  tools?: ReactNode;
  /** Start with the table instead of the chart. Default false. */
  defaultAsTable?: boolean;
  /** Heading level of the title. Default 3. */
  headingLevel?: 2 | 3 | 4;
  /** The drawing. */
  children: ReactNode;
}

/**
 * What every chart has around it: title, legend, and its numbers as an
 * accessible table, as CSV and on the clipboard.
 *
 * @public
 */
export function ChartFrame(props: ChartFrameProps) {
  const { title, legend = [], table, fileName, tools } = props;
  const { t } = useTexts();
  const [asTable, setAsTable] = useState(props.defaultAsTable ?? false);
  const titleId = useId();
  const Heading = `h${props.headingLevel ?? 3}` as 'h2' | 'h3' | 'h4';
  return (
    <figure
      aria-labelledby={titleId}
      className={classes.frame}
      style={{ margin: 0 }}
    >
      <div className={classes.head}>
        <Heading id={titleId} className={classes.title}>
          {title}
        </Heading>
        {props.summary && (
          <div className={classes.summary}>{props.summary}</div>
        )}
        <div className={classes.tools}>
          {tools}
          <Button
            size="small"
            variant="tertiary"
            onPress={() => setAsTable(!asTable)}
          >
            {asTable ? t('chart.asChart') : t('chart.asTable')}
          </Button>
          <Button
            size="small"
            variant="tertiary"
            aria-label={t('chart.csvHelp')}
            onPress={() =>
              download(`${fileName}.csv`, toCsv(table()), 'text/csv')
            }
          >
            {t('chart.csv')}
          </Button>
          <CopyButton text={() => toTsv(table())} what={title} />
        </div>
      </div>
      {asTable ? (
        <NumbersTable caption={title} table={table()} />
      ) : (
        props.children
      )}
      {!asTable && legend.length > 0 && (
        <ul className={classes.legend} aria-label={t('chart.legend')}>
          {legend.map(item => (
            <li key={item.id}>
              <span aria-hidden="true" className={classes.swatch}>
                {item.swatch}
              </span>
              {item.label}
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
}
