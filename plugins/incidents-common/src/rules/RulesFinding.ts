/**
 * What is wrong in a document of rules, said to its author.
 *
 * @public
 */
export interface RulesFinding {
  /** `spec.incidents.rules[2].severity`; `(document)` for all of it. */
  field: string;
  /** In the text, counted from 1. */
  line: number;
  message: string;
  /** What to write instead. */
  fix: string;
}
