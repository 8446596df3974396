import { usePermission } from '@backstage/plugin-permission-react';
import {
  incidentDeletePermission,
  type IncidentDetail,
} from '@ghostlight/plugin-incidents-common';
import {
  Button,
  ConfirmDialog,
  TextField,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useIncidentLinks } from '../../hooks';
import { useIncidentsText } from '../../translation';
import type { IncidentActs } from '../useIncidentActs';
import { EditDialog } from './EditDialog';
import classes from '../incident.module.css';

type Asking = 'edit' | 'merge' | 'delete';

/** What is done to the incident as a whole, each after a word about what it will do. */
export function HeaderActs(props: {
  incident: IncidentDetail;
  acts: IncidentActs;
}) {
  const t = useIncidentsText();
  const navigate = useNavigate();
  const links = useIncidentLinks();
  const { incident, acts } = props;
  const [asking, setAsking] = useState<Asking>();
  const { allowed: mayDelete } = usePermission({
    permission: incidentDeletePermission,
    resourceRef: incident.id,
  });
  const mayNot = !incident.may.update || incident.mergedInto !== undefined;
  const close = () => setAsking(undefined);
  const { id } = incident;

  return (
    <div className={classes.row}>
      <Button
        size="small"
        variant="secondary"
        isDisabled={mayNot}
        onPress={() => setAsking('edit')}
      >
        {t('incident.edit')}
      </Button>
      <Button
        size="small"
        variant="secondary"
        isDisabled={mayNot}
        onPress={() => setAsking('merge')}
      >
        {t('incident.merge')}
      </Button>
      {mayDelete && (
        <Button
          size="small"
          variant="tertiary"
          onPress={() => setAsking('delete')}
        >
          {t('incident.delete')}
        </Button>
      )}
      {asking === 'edit' && (
        <EditDialog incident={incident} acts={acts} onClose={close} />
      )}
      {asking === 'merge' && (
        <MergeDialog
          id={id}
          onClose={close}
          onConfirm={async into => {
            await acts.merge(into);
            navigate(links.incident(into));
          }}
        />
      )}
      {asking === 'delete' && (
        <ConfirmDialog
          title={t('incident.deleteTitle', { id })}
          what={t('incident.deleteWhat', { id })}
          confirm={t('incident.deleteConfirm')}
          onClose={close}
          onConfirm={async () => {
            await acts.remove();
            navigate(links.list);
          }}
        />
      )}
    </div>
  );
}

function MergeDialog(props: {
  id: string;
  onClose(): void;
  onConfirm(into: string): Promise<void>;
}) {
  const t = useIncidentsText();
  const { id, onClose, onConfirm } = props;
  const [text, setText] = useState('');
  const into = text.trim().toLocaleUpperCase('en');
  const fits = /^INC-\d{1,15}$/.test(into) && into !== id;
  return (
    <ConfirmDialog
      title={t('incident.mergeTitle', { id })}
      what={
        fits
          ? t('incident.mergeWhat', { id, into })
          : t('incident.mergeWhich', { id })
      }
      confirm={t('incident.mergeConfirm')}
      isReady={fits}
      onClose={onClose}
      onConfirm={() => onConfirm(into)}
    >
      <TextField
        label={t('incident.mergeInto')}
        placeholder="INC-0001"
        value={text}
        onChange={setText}
        isInvalid={text !== '' && !fits}
        isRequired
      />
    </ConfirmDialog>
  );
}
