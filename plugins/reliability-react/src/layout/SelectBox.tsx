import classes from './layout.module.css';

/**
 * Marks a row of a table. A button that is a checkbox, so that the table's arrow keys go on working
 * from it.
 *
 * @public
 */
export function SelectBox(props: {
  /** What it marks, for assistive technology. */
  label: string;
  /** It is marked. */
  isSelected: boolean;
  /** With whether it is marked then. */
  onChange(isSelected: boolean): void;
}) {
  const { label, isSelected, onChange } = props;
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={isSelected}
      aria-label={label}
      className={classes.box}
      onClick={() => onChange(!isSelected)}
    >
      <svg width={12} height={12} viewBox="0 0 12 12" aria-hidden="true">
        {isSelected && (
          <path
            d="M2 6.4 4.8 9 10 3.2"
            fill="none"
            stroke="currentColor"
            strokeWidth={1.8}
          />
        )}
      </svg>
    </button>
  );
}
