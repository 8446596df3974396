import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
} from '@backstage/ui';
import type { ReactNode } from 'react';
import { useAct } from '../act/useAct';
import { useTexts } from '../texts/useTexts';

/**
 * Properties of {@link ConfirmDialog}.
 *
 * @public
 */
export interface ConfirmDialogProps {
  /** Of the dialog. */
  title: string;
  /** What it will do, to what, in one sentence. */
  what: ReactNode;
  /** Names the act: “Merge 3 incidents”. */
  confirm: string;
  /** Fields that it needs. */
  children?: ReactNode;
  /** Whether the fields are filled in. Default true. */
  isReady?: boolean;
  /** Pixels. Default 520. */
  width?: number;
  /** Does it; throws when it fails. */
  onConfirm(): Promise<void>;
  /** After it has worked, or when the reader lets it be. */
  onClose(): void;
}

/**
 * Says what an act will do before it is done; stays open with the reason when it fails, and closes
 * when it has worked.
 *
 * @public
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useTexts();
  const { onClose, onConfirm, isReady = true } = props;
  const act = useAct(async () => {
    await onConfirm();
    onClose();
  });
  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && onClose()}
      width={props.width ?? 520}
    >
      <DialogHeader>{props.title}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <Text>{props.what}</Text>
          {props.children}
          {act.failure && <Alert status="danger" icon title={act.failure} />}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button isDisabled={!isReady} isPending={act.pending} onPress={act.run}>
          {props.confirm}
        </Button>
        <Button variant="secondary" onPress={onClose}>
          {t('act.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
