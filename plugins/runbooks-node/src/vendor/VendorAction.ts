import type { JsonObject } from '@backstage/types';
import type { ZodType } from 'zod';
import type {
  Action,
  ActionCall,
  ActionContext,
  ActionPlan,
  ActOutcome,
  Observation,
  ReadBack,
} from '../Action';

/**
 * An action at a vendor: {@link Action} with what is pinned in its own form, and with failures thrown.
 * {@link createVendorAction} makes an action of it.
 *
 * @public
 */
export interface VendorAction<
  Input extends object = any,
  Pinned extends object = any,
> extends Omit<
    Action<Input>,
    'plan' | 'dryRun' | 'act' | 'readBack' | 'observe' | 'undo'
  > {
  /** In the codes of its sentences: `action.<module>.…` */
  module: string;
  pinned: ZodType<Pinned>;
  /** @throws ActionRefusal or VendorError */
  plan(
    input: Input,
    context: ActionContext,
  ): Promise<Omit<ActionPlan, 'pinned'> & { pinned: Pinned }>;
  /** @throws ActionRefusal or VendorError */
  dryRun?(pinned: Pinned, context: ActionContext): Promise<void>;
  /** @throws ActionRefusal or VendorError; what the vendor refused has changed nothing */
  act(
    pinned: Pinned,
    input: Input,
    call: ActionCall,
  ): Promise<ActOutcome | void>;
  /** @throws VendorError when it cannot be told */
  readBack(pinned: Pinned, call: ActionCall): Promise<ReadBack>;
  /** @throws VendorError */
  observe?(
    pinned: Pinned,
    result: JsonObject,
    call: ActionCall,
  ): Promise<Observation>;
  undo?(
    pinned: Pinned,
    result: JsonObject,
  ): { action: string; input: JsonObject } | undefined;
}
