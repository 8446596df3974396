import { ReactNode } from 'react';
import { useTexts } from '../texts/useTexts';
import { StateShape } from './StateShape';
import classes from './state.module.css';

/**
 * Properties of {@link ForbiddenState}.
 *
 * @public
 */
export interface ForbiddenStateProps {
  /** What may not be seen, such as “the objectives of payments”. */
  what?: string;
  /** Who may: a team's link, a role. By default whom to ask. */
  who?: ReactNode;
}

/**
 * The reader may not; and who may.
 *
 * @public
 */
export function ForbiddenState(props: ForbiddenStateProps) {
  const { what, who } = props;
  const { t } = useTexts();
  return (
    <div role="status" className={classes.state}>
      <p className={classes.sentence}>
        <StateShape kind="forbidden" />
        {what ? t('state.forbidden', { what }) : t('state.forbiddenPlain')}
      </p>
      <div className={classes.next}>
        {who ? (
          <>
            {t('state.forbiddenWho')} {who}
          </>
        ) : (
          t('state.forbiddenAsk')
        )}
      </div>
    </div>
  );
}
