/** What is taken out of texts, by the name that its replacement has: `[e-mail 1]`. */
export const redactionKinds = [
  'private-key',
  'cloud-key',
  'token',
  'jwt',
  'password',
  'cookie',
  'secret',
  'encoded',
  'card',
  'iban',
  'e-mail',
  'phone',
  'address',
  'person',
] as const;

export type RedactionKind = (typeof redactionKinds)[number];
