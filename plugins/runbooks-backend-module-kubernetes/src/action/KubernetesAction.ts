import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type {
  ChangedValue,
  Sentence,
} from '@ghostlight/plugin-runbooks-common';
import type {
  ActOutcome,
  Observation,
  ReadBack,
} from '@ghostlight/plugin-runbooks-node';
import type { Clusters, KubeClient } from '@ghostlight/reliability-kubernetes';
import type { ZodType } from 'zod';
import type { KindName } from './kinds';

/** What all of them work with. */
export interface Tools {
  clusters: Clusters;
  logger: LoggerService;
  /** Epoch milliseconds. */
  now(): number;
}

/** For whom a plan is made. */
export interface PlanCall extends Tools {
  entity?: Entity;
  environment: string;
  signal: AbortSignal;
}

/** What a write or a look at one is given. */
export interface WriteCall extends Tools {
  actionId: string;
  signal: AbortSignal;
  /** The server is asked, and changes nothing. */
  dryRun?: boolean;
  output(text: string): void;
}

/** Something that the account must be allowed. */
export interface Need {
  verb: 'create' | 'patch' | 'delete';
  kind: KindName;
  namespace?: string;
  name?: string;
}

/** A plan without what is the same for all of them. */
export interface Draft<Pinned> {
  client: KubeClient;
  target: string;
  title: Sentence;
  changes: ChangedValue[];
  undo?: Sentence;
  /** 0 to 1 */
  share?: number;
  /** 0 to 1 */
  healthyShare?: number;
  refusals: Sentence[];
  needs: Need[];
  pinned: Pinned;
}

/** One way to change a cluster. What the server refuses may be thrown, as long as nothing was changed before. */
export interface KubernetesAction<
  Input extends object = any,
  Pinned extends object = any,
> {
  id: string;
  title: string;
  description: string;
  input: ZodType<Input>;
  pinned: ZodType<Pinned>;
  reads: string[];
  changes: string[];
  reversible: boolean;
  /** Whether it does harm on purpose, for experiments. */
  makesFaults?: boolean;
  /** Milliseconds */
  timeout?: number;
  /** @throws Refusal */
  plan(input: Input, call: PlanCall): Promise<Draft<Pinned>>;
  write(pinned: Pinned, call: WriteCall): Promise<ActOutcome>;
  readBack(pinned: Pinned, call: WriteCall): Promise<ReadBack>;
  observe?(
    pinned: Pinned,
    result: JsonObject,
    call: WriteCall,
  ): Promise<Observation>;
  undo?(
    pinned: Pinned,
    result: JsonObject,
  ): { action: string; input: JsonObject } | undefined;
}
