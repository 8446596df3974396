/** Where a field's validation says what is wrong. */
export interface Validation {
  addError(message: string): void;
}
