import type { IncidentDetail, Role } from '@ghostlight/plugin-incidents-common';
import {
  Button,
  ConfirmDialog,
  EntityName,
  EntitySelect,
  nameOf,
  useAct,
  useMe,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useIncidentsText } from '../../translation';
import { ROLE_KEYS, ROLES } from '../../words';
import type { IncidentActs } from '../useIncidentActs';
import classes from './panels.module.css';

/** Who has which role; roles are taken, given and left. */
export function Roles(props: { incident: IncidentDetail; acts: IncidentActs }) {
  const t = useIncidentsText();
  const me = useMe();
  const { incident, acts } = props;
  const [giving, setGiving] = useState<Role>();
  const set = useAct(acts.setRole);
  const mayNot = !incident.may.update;
  return (
    <div>
      <h4 className={classes.subtitle}>{t('incident.roles')}</h4>
      <ul className={classes.roles}>
        {ROLES.map(role => {
          const holder = incident.roles.find(each => each.role === role);
          const name = t(ROLE_KEYS[role]);
          return (
            <li key={role}>
              <span>{name}</span>
              <span>
                {holder ? <EntityName entityRef={holder.userRef} /> : '–'}
              </span>
              <span className={classes.end}>
                {holder ? (
                  <Button
                    size="small"
                    variant="tertiary"
                    isDisabled={mayNot}
                    aria-label={t('incident.roleLeaveLabel', { role: name })}
                    onPress={() => set.run(role, undefined)}
                  >
                    {t('incident.roleLeave')}
                  </Button>
                ) : (
                  <>
                    {me && (
                      <Button
                        size="small"
                        variant="tertiary"
                        isDisabled={mayNot}
                        aria-label={t('incident.roleTakeLabel', { role: name })}
                        onPress={() => set.run(role, me)}
                      >
                        {t('incident.take')}
                      </Button>
                    )}
                    <Button
                      size="small"
                      variant="tertiary"
                      isDisabled={mayNot}
                      aria-label={t('incident.roleGiveLabel', { role: name })}
                      onPress={() => setGiving(role)}
                    >
                      {t('incident.roleGive')}
                    </Button>
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      {set.failure && <p role="alert">{set.failure}</p>}
      {giving && (
        <GiveRole
          role={giving}
          onClose={() => setGiving(undefined)}
          onConfirm={userRef => acts.setRole(giving, userRef)}
        />
      )}
    </div>
  );
}

function GiveRole(props: {
  role: Role;
  onClose(): void;
  onConfirm(userRef: string): Promise<void>;
}) {
  const t = useIncidentsText();
  const { onClose, onConfirm } = props;
  const [who, setWho] = useState<string[]>([]);
  const role = t(ROLE_KEYS[props.role]);
  return (
    <ConfirmDialog
      title={t('incident.roleTitle', { role })}
      what={
        who.length === 1
          ? t('incident.roleWhat', { who: nameOf(who[0]), role })
          : t('incident.roleWho', { role })
      }
      confirm={t('incident.roleConfirm')}
      isReady={who.length === 1}
      onClose={onClose}
      onConfirm={() => onConfirm(who[0])}
    >
      <EntitySelect
        label={t('incident.roleUser')}
        kinds={['user']}
        value={who}
        // One role, one person: the latest choice holds.
        onChange={refs => setWho(refs.slice(-1))}
      />
    </ConfirmDialog>
  );
}
