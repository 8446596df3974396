import { useTexts } from '../texts/useTexts';
import { TONE_COLOUR } from '../status/status';
import type { BurnRow } from './BurnTable';

const WIDTH = 150;
const HEIGHT = 20;
/** The threshold sits at two thirds in every row, so rows compare at a glance. */
const FULL = 1.5;

/** Long window above, short below, both against the threshold's mark. */
export function BurnBullet(props: { row: BurnRow }) {
  const { row } = props;
  const { t, format } = useTexts();
  const bars = [
    { window: row.long, rate: row.longRate, y: 2, height: 7 },
    { window: row.short, rate: row.shortRate, y: 12, height: 5 },
  ];
  const label = bars
    .map(bar =>
      t('burn.barOf', {
        window: format.window(bar.window),
        rate: format.rate(bar.rate),
        threshold: format.rate(row.threshold),
      }),
    )
    .join(', ');
  const mark = WIDTH / FULL;
  return (
    <svg
      role="img"
      aria-label={label}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      style={{ display: 'block' }}
    >
      {bars.map(bar => {
        const share = (bar.rate ?? 0) / row.threshold / FULL;
        const over = bar.rate !== null && bar.rate >= row.threshold;
        const colour = over ? TONE_COLOUR.negative : TONE_COLOUR.accent;
        const middle = bar.y + bar.height / 2;
        return (
          <g key={bar.y}>
            <rect
              y={bar.y}
              width={WIDTH}
              height={bar.height}
              rx={1.5}
              fill="var(--bui-fg-primary, #000)"
              fillOpacity={0.08}
            />
            {bar.rate !== null && bar.rate > 0 && (
              <rect
                y={bar.y}
                width={Math.min(WIDTH, Math.max(1.5, share * WIDTH))}
                height={bar.height}
                rx={1.5}
                fill={colour}
                fillOpacity={0.85}
              />
            )}
            {share > 1 && (
              <path
                d={`M${WIDTH - 7},${middle - 2.5}l4,2.5l-4,2.5z`}
                fill="var(--bui-bg-neutral-1, #fff)"
              />
            )}
          </g>
        );
      })}
      <line
        x1={mark}
        x2={mark}
        y1={0}
        y2={HEIGHT}
        stroke="var(--bui-fg-primary, #000)"
        strokeWidth={1.5}
        strokeDasharray={row.state === 'unreachable' ? '2 2' : undefined}
      />
    </svg>
  );
}
