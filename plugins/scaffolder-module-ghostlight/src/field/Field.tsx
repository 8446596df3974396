import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import type { ReactElement, ReactNode } from 'react';

type OfForm = Pick<
  FieldExtensionComponentProps<never, never>,
  'rawErrors' | 'required' | 'disabled' | 'schema'
> & { errors?: ReactElement };

/** What the form puts around a field: its description, and what is wrong with it. */
export function Field(props: { of: OfForm; children: ReactNode }) {
  const { rawErrors, required, disabled, schema, errors } = props.of;
  return (
    <ScaffolderField
      rawDescription={schema.description}
      rawErrors={rawErrors}
      required={required}
      disabled={disabled}
      errors={errors}
    >
      {props.children}
    </ScaffolderField>
  );
}
