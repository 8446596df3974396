import { Button, uiClasses } from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useDeclareRefusal, useIncidentLinks } from '../hooks';
import { useIncidentsText } from '../translation';
import { DeclareDialog } from './DeclareDialog';

/** Declares an incident and goes to it; says who may where the reader may not. */
export function DeclareButton(props: {
  entityRefs?: string[];
  variant?: 'primary' | 'secondary';
}) {
  const t = useIncidentsText();
  const navigate = useNavigate();
  const links = useIncidentLinks();
  const refusal = useDeclareRefusal();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        size="small"
        variant={props.variant ?? 'secondary'}
        isDisabled={refusal !== undefined}
        onPress={() => setAsking(true)}
      >
        {t('declare.open')}
      </Button>
      {refusal && <span className={uiClasses.muted}>{refusal}</span>}
      {asking && (
        <DeclareDialog
          entityRefs={props.entityRefs}
          onClose={() => setAsking(false)}
          onDeclared={id => navigate(links.incident(id))}
        />
      )}
    </>
  );
}
