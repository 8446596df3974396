/**
 * A label matcher, `code!~"5.."`.
 *
 * @public
 */
export interface QueryMatcher {
  label: string;
  op: '=' | '!=' | '=~' | '!~';
  value: string;
}

/**
 * A length of time in milliseconds, or a stand-in such as `{{.window}}` or `$__rate_interval` that
 * is filled when the query is asked.
 *
 * @public
 */
export type QueryDuration = { ms: number } | { placeholder: string };

/**
 * How the two sides of a vector operation find each other.
 *
 * @public
 */
export interface QueryMatching {
  kind: 'on' | 'ignoring';
  labels: string[];
  group?: { side: 'left' | 'right'; labels: string[] };
}

/**
 * Where in time a selector looks: shifted by `offset` (negative looks ahead), or fixed by `at`.
 *
 * @public
 */
export interface QueryTime {
  offset?: QueryDuration & { negative?: boolean };
  at?: { seconds: number } | { edge: 'start' | 'end' };
}

/**
 * A series selector; a range vector when it has a `range`.
 *
 * @public
 */
export interface QuerySelector extends QueryTime {
  type: 'selector';
  name?: string;
  matchers: QueryMatcher[];
  range?: QueryDuration;
}

/**
 * A parsed PromQL expression. Parentheses are not kept: the printer sets those that are needed.
 *
 * @public
 */
export type QueryNode =
  | { type: 'number'; value: number }
  | { type: 'string'; value: string }
  | QuerySelector
  | ({
      type: 'subquery';
      expr: QueryNode;
      range: QueryDuration;
      step?: QueryDuration;
    } & QueryTime)
  | { type: 'call'; name: string; args: QueryNode[] }
  | {
      type: 'aggregate';
      op: string;
      grouping?: { mode: 'by' | 'without'; labels: string[] };
      param?: QueryNode;
      expr: QueryNode;
    }
  | {
      type: 'binary';
      op: string;
      left: QueryNode;
      right: QueryNode;
      bool?: true;
      matching?: QueryMatching;
    }
  | { type: 'unary'; op: '-' | '+'; expr: QueryNode };
