import classes from './layout.module.css';

/**
 * Properties of {@link Choice}.
 *
 * @public
 */
export interface ChoiceProps<T extends string> {
  /** Names what is chosen, for assistive technology. */
  label: string;
  /** In the order in which they are shown. */
  options: ReadonlyArray<{ id: T; label: string }>;
  /** The one that holds. */
  value: T;
  /** With the one that was pressed. */
  onChange(id: T): void;
}

/**
 * A few alternatives as pressed or unpressed buttons, one of which holds.
 *
 * @public
 */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, options, value, onChange } = props;
  return (
    <div className={classes.choice} role="group" aria-label={label}>
      {options.map(option => (
        <button
          key={option.id}
          type="button"
          className={classes.option}
          aria-pressed={option.id === value}
          onClick={() => onChange(option.id)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
