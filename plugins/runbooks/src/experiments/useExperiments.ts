import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Experiment,
  ExperimentPage,
  ExperimentRequest,
  RunbooksPaths,
} from '@ghostlight/plugin-runbooks-common';
import {
  dataOf,
  type LivePages,
  type LiveQuery,
} from '@ghostlight/reliability-react';
import { runbooksApiRef } from '../api';
import { useRunbooksPages, useRunbooksQuery } from '../hooks';

export type ExperimentFilter = NonNullable<
  RunbooksPaths['/v1/experiments']['get']['parameters']['query']
>;

/** Experiments by title. */
export function useExperiments(
  filter: ExperimentFilter,
): LivePages<Experiment, ExperimentPage> {
  return useRunbooksPages<Experiment, ExperimentPage>({
    key: `experiments ${JSON.stringify(filter)}`,
    rowKey: row => row.ref,
    load: (client, cursor, signal) =>
      client.request('get', '/v1/experiments', {
        params: { query: { limit: 50, ...filter, cursor } },
        signal,
      }),
  });
}

export function useExperiment(ref: string): LiveQuery<Experiment> {
  return useRunbooksQuery({
    key: `experiment ${ref}`,
    load: (client, signal) =>
      client.request('get', '/v1/experiments/{ref}', {
        params: { path: { ref } },
        signal,
      }),
  });
}

/** Begins an experiment, and answers the id of its run; throws when something forbids it. */
export function useRunExperiment(
  ref: string,
): (request: ExperimentRequest) => Promise<string> {
  const client = useApi(runbooksApiRef);
  return async body => {
    const run = await dataOf(
      client.request('post', '/v1/experiments/{ref}/runs', {
        params: { path: { ref } },
        body,
      }),
    );
    return run.id;
  };
}
