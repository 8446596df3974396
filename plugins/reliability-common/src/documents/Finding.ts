/**
 * Something about a document that its author should know.
 *
 * @public
 */
export interface DocumentFinding {
  severity: 'error' | 'warning' | 'info';
  /** `invalid`, `missing`, `unknown-field`, `too-large`, … */
  code: string;
  /** `spec.objectives[0].target` */
  path: string;
  message: string;
  /** What stood there, shortened. */
  found?: string;
  /** What may stand there. */
  allowed?: string;
  /** Line in the file, counted from 1; only where the text was at hand. */
  line?: number;
}
