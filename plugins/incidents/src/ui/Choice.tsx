import classes from './ui.module.css';

/** A few alternatives as pressed or unpressed buttons, one of which holds. */
export function Choice<T extends string>(props: {
  /** Names what is chosen, for assistive technology. */
  label: string;
  options: ReadonlyArray<{ id: T; label: string }>;
  value: T;
  onChange(id: T): void;
}) {
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
