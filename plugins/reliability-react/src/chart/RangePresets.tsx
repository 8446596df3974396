import { Button } from '@backstage/ui';
import { useTexts } from '../texts/useTexts';
import { RangePreset } from './types';
import classes from './presets.module.css';

/**
 * Properties of {@link RangePresets}.
 *
 * @public
 */
export interface RangePresetsProps {
  /** Longest first. */
  presets: readonly RangePreset[];
  /** Id of the chosen preset; null while zoomed into something else. */
  selected: string | null;
  /** Called with the id of the chosen preset. */
  onSelect: (id: string) => void;
  /** Shown while zoomed. */
  onReset?: () => void;
}

/**
 * “30 d | 7 d | 1 d | 1 h”: one of them is pressed, or none while zoomed.
 *
 * @public
 */
export function RangePresets(props: RangePresetsProps) {
  const { presets, selected, onSelect, onReset } = props;
  const { t } = useTexts();
  return (
    <div role="group" aria-label={t('chart.range')} className={classes.group}>
      {presets.map(preset => (
        <button
          key={preset.id}
          type="button"
          className={classes.preset}
          aria-pressed={preset.id === selected}
          onClick={() => onSelect(preset.id)}
        >
          {preset.label}
        </button>
      ))}
      {selected === null && onReset && (
        <Button size="small" variant="tertiary" onPress={onReset}>
          {t('chart.resetZoom')}
        </Button>
      )}
    </div>
  );
}
