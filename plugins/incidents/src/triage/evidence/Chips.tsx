import { useIncidentsText } from '../../translation';
import { useRecords, useRefOf } from './EvidenceContext';
import { SHEET_ID } from './sheetId';
import classes from './evidence.module.css';

/** Citations: each opens the record that it cites, in the sheet at the foot of the page. */
export function Chips(props: {
  ids: readonly string[];
  /** What they have in common: “for it”. */
  label: string;
}) {
  const t = useIncidentsText();
  const { find, open, openRef } = useRecords();
  const refOf = useRefOf();
  const ids = [...new Set(props.ids)];
  if (ids.length === 0) return null;
  return (
    <span role="group" aria-label={props.label} className={classes.chips}>
      {ids.map(id => {
        const ref = refOf(id);
        const item = find(ref);
        return (
          <button
            key={id}
            type="button"
            className={classes.chip}
            title={item?.title}
            aria-label={
              item
                ? t('evidence.chip', {
                    id,
                    kind: t(`evidence.type_${item.type}`),
                    title: item.title,
                  })
                : id
            }
            aria-expanded={openRef === ref}
            aria-controls={openRef === ref ? SHEET_ID : undefined}
            onClick={() => open(ref)}
          >
            {id}
          </button>
        );
      })}
    </span>
  );
}
