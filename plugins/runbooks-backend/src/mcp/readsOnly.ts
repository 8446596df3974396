/** Of actions that change nothing. */
export const readsOnly = {
  readOnly: true,
  idempotent: true,
  destructive: false,
} as const;
