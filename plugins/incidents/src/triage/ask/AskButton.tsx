import type { ModelAvailability } from '@ghostlight/plugin-incidents-common';
import { Button, uiClasses } from '@ghostlight/reliability-react';
import { useId } from 'react';
import { useIncidentsText } from '../../translation';
import { NotAvailable } from './NotAvailable';

/** Asks a model for something that costs money; when it cannot, why, and what to do. */
export function AskButton(props: {
  /** “Ask Claude”. */
  label: string;
  model: ModelAvailability | undefined;
  /** Who may, when the reader may not. */
  refusal: string | undefined;
  isPending: boolean;
  variant?: 'primary' | 'secondary';
  /** Do not say why it cannot be asked: it is said nearby. */
  isQuiet?: boolean;
  onPress(): void;
}) {
  const t = useIncidentsText();
  const id = useId();
  const { model, refusal } = props;
  const cannot = refusal !== undefined || model?.available !== true;
  return (
    <>
      <Button
        size="small"
        variant={props.variant ?? 'primary'}
        isDisabled={cannot}
        isPending={props.isPending}
        aria-describedby={cannot && !props.isQuiet ? id : undefined}
        onPress={props.onPress}
      >
        {props.label}
      </Button>
      {cannot && model && !props.isQuiet && (
        <span id={id} className={uiClasses.muted}>
          {model.available ? refusal : <NotAvailable why={model.why} />}
          {!model.available && !model.why && t('ask.unknown')}
        </span>
      )}
    </>
  );
}
