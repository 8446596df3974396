type Method = 'get' | 'put' | 'post' | 'delete';

/** Backstage's typed router names the method `_delete`, `delete` being a reserved word. */
type RouterMethod<M extends Method> = M extends 'delete' ? '_delete' : M;

type OperationOf<Paths, P extends keyof Paths, M> = M extends keyof Paths[P]
  ? NonNullable<Paths[P][M]>
  : never;

type EndpointKey<Paths> = {
  [P in keyof Paths & string]: {
    [M in Method]: [OperationOf<Paths, P, M>] extends [never]
      ? never
      : `#${RouterMethod<M>}|${P}`;
  }[Method];
}[keyof Paths & string];

type ParametersOf<Operation, In extends 'query' | 'path'> = Operation extends {
  parameters: infer Parameters;
}
  ? In extends keyof Parameters
    ? NonNullable<Parameters[In]>
    : never
  : never;

type BodyOf<Operation> = Operation extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? Body
  : unknown;

type ContentOf<Answer> = Answer extends { content: infer Content }
  ? [NonNullable<Content>] extends [never]
    ? void
    : NonNullable<Content>[keyof NonNullable<Content>]
  : void;

type ResponseOf<Operation> = Operation extends { responses: infer Responses }
  ? {
      [Code in keyof Responses]: Code extends 200 | 201 | 202 | 204
        ? ContentOf<Responses[Code]>
        : never;
    }[keyof Responses]
  : never;

type EndpointOf<Operation> = {
  query: ParametersOf<Operation, 'query'>;
  path: ParametersOf<Operation, 'path'>;
  body: BodyOf<Operation> extends object ? BodyOf<Operation> : never;
  response: ResponseOf<Operation>;
};

/**
 * The endpoint map that `createValidatedOpenApiRouterFromGeneratedEndpointMap` of
 * `@backstage/backend-openapi-utils` takes, made from the `paths` type that openapi-typescript
 * writes. Keys are `#get|/path` and, for delete, `#_delete|/path`.
 *
 * @public
 */
export type EndpointMapOf<Paths> = {
  [Key in EndpointKey<Paths>]: Key extends `#${infer M}|${infer P}`
    ? P extends keyof Paths
      ? EndpointOf<OperationOf<Paths, P, M extends '_delete' ? 'delete' : M>>
      : never
    : never;
};
