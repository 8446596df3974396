import type { HumanDuration } from '@backstage/types';

export interface Config {
  runbooks?: {
    http?: {
      /** Addresses that runbooks may call; nothing else is called. */
      webhooks?: Array<{
        /** What addresses begin with. Where it does not end with a slash, it is that address and what is below it. */
        url: string;
        /** Methods that may be used. Default: only POST. */
        methods?: Array<'POST' | 'PUT'>;
        /** Whether addresses may have a query. Default: false. */
        query?: boolean;
        /**
         * Headers, such as `Authorization`.
         *
         * @deepVisibility secret
         */
        headers?: { [name: string]: string };
        /** Whether the host may be at a private address, and be spoken to over plain http. */
        private?: boolean;
        /** Whether the receiver heeds `Idempotency-Key`, so that a call whose answer was lost may be repeated. */
        idempotent?: boolean;
        /** Address that tells of a call: `{actionId}` stands for its `Idempotency-Key`. 200: it was done; 404: it was not. */
        status?: string;
        /** Only runs of this environment may call it. Default: all. */
        environment?: string;
        /** Longest time for one call. Default: 10 seconds. */
        timeout?: HumanDuration | string;
      }>;
      /** Systems of feature flags. */
      flags?: Array<{
        /** As inputs name it: `main`. */
        name: string;
        /** Where a flag is set; `{flag}` and `{environment}` stand for theirs. */
        url: string;
        /** Default: PUT. */
        method?: 'POST' | 'PUT';
        /** Where its value is read. Without it a change cannot be shown before nor taken back. */
        read?: {
          url: string;
          /** POST is how the OpenFeature Remote Evaluation Protocol asks. Default: GET. */
          method?: 'GET' | 'POST';
          /** Field of the answer, with dots for what is inside. Default: `value`. */
          field?: string;
        };
        /** Flags that may be set; `*` stands for any text. */
        flags: string[];
        /** @deepVisibility secret */
        headers?: { [name: string]: string };
        /** Whether the host may be at a private address, and be spoken to over plain http. */
        private?: boolean;
        /** Only runs of this environment. Default: all. */
        environment?: string;
        /** Longest time for one call. Default: 10 seconds. */
        timeout?: HumanDuration | string;
      }>;
      /** What rotates secrets when it is told to. */
      rotations?: Array<{
        /** As inputs name it: `payments-db`. */
        name: string;
        url: string;
        /** Default: POST. */
        method?: 'POST' | 'PUT';
        /** @deepVisibility secret */
        headers?: { [name: string]: string };
        /** Whether the host may be at a private address, and be spoken to over plain http. */
        private?: boolean;
        /** Whether the receiver heeds `Idempotency-Key`, so that a call whose answer was lost may be repeated. */
        idempotent?: boolean;
        /** Address that tells of a call: `{actionId}` stands for its `Idempotency-Key`. 200: it was done; 404: it was not. */
        status?: string;
        /** Only runs of this environment. Default: all. */
        environment?: string;
        /** Longest time for one call. Default: 10 seconds. */
        timeout?: HumanDuration | string;
      }>;
    };
  };
}
