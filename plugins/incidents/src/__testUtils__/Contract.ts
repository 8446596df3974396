import type { IncidentsPaths } from '@ghostlight/plugin-incidents-common';

type Methods = 'get' | 'post' | 'put' | 'delete';

type Operation<P extends keyof IncidentsPaths, M extends Methods> = NonNullable<
  IncidentsPaths[P][M]
>;

type ContentOf<R> = R extends { content: infer C } ? C[keyof C] : undefined;

type SuccessOf<Op> = Op extends { responses: infer R }
  ? R extends { 200: infer S }
    ? ContentOf<S>
    : R extends { 201: infer S }
    ? ContentOf<S>
    : undefined
  : never;

type BodyOf<Op> = Op extends { requestBody: { content: infer C } }
  ? C[keyof C]
  : undefined;

/** One call as an answer sees it. */
export interface Asked<Body = unknown> {
  /** Values of the path's slots, in their order. */
  path: string[];
  query: URLSearchParams;
  body: Body;
}

/** An answer other than the success that the document describes. */
export class Refusal {
  constructor(
    readonly status: number,
    readonly errorName: string,
    readonly message: string,
  ) {}
}

/**
 * Answers by path and method, typed by the OpenAPI document: what does not fit the contract does not
 * compile.
 */
export type Answers = {
  [P in keyof IncidentsPaths]?: {
    [M in Methods as IncidentsPaths[P][M] extends undefined ? never : M]?: (
      asked: Asked<BodyOf<Operation<P, M>>>,
    ) => SuccessOf<Operation<P, M>> | Refusal;
  };
};
