import { useTexts } from '../texts/useTexts';
import { StatusName, TONE_COLOUR, toneOf } from '../status/status';
import { StatusShape } from '../status/StatusShape';
import type { BurnRow } from './BurnTable';
import { useElapsed } from '../time/useAge';
import classes from './burn.module.css';

const STATES = {
  firing: { key: 'burn.firing', shape: 'critical' },
  almost: { key: 'burn.almost', shape: 'warning', help: 'burn.almostHelp' },
  quiet: { key: 'burn.quiet', shape: 'healthy' },
  unreachable: {
    key: 'burn.unreachable',
    shape: 'low-traffic',
    help: 'burn.unreachableHelp',
  },
  'too-few-events': { key: 'burn.tooFewEvents', shape: 'low-traffic' },
  'no-data': { key: 'burn.noData', shape: 'no-data' },
} as const satisfies Record<
  BurnRow['state'],
  { key: string; shape: StatusName; help?: string }
>;

/** The state of a burn alert as shape and words. */
export function BurnState(props: {
  state: BurnRow['state'];
  /** Epoch seconds. */
  since?: number;
}) {
  const { t } = useTexts();
  const state = STATES[props.state];
  const severity = props.state === 'firing' ? 600 : 400;
  return (
    <span
      className={classes.state}
      style={{ color: TONE_COLOUR[toneOf(state.shape)], fontWeight: severity }}
      title={'help' in state ? t(state.help) : undefined}
    >
      <StatusShape status={state.shape} size={10} />
      {t(state.key)}
      {props.state === 'firing' && props.since !== undefined && (
        <>
          {' '}
          <FiringFor since={props.since} />
        </>
      )}
    </span>
  );
}

function FiringFor(props: { since: number }) {
  const { t } = useTexts();
  return (
    <span className={classes.since}>
      {t('burn.firingFor', { duration: useElapsed(props.since) })}
    </span>
  );
}
