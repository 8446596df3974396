/** What is taken out of texts, by the kind that the backend counts it under. */
export const redactionKinds = {
  redactionKind: {
    'private-key': 'private keys',
    'cloud-key': 'cloud keys',
    token: 'tokens',
    jwt: 'JWTs',
    password: 'passwords',
    cookie: 'session cookies',
    secret: 'other secrets',
    encoded: 'encoded secrets',
    card: 'card numbers',
    iban: 'bank accounts',
    'e-mail': 'e-mail addresses',
    phone: 'phone numbers',
    address: 'network addresses',
    person: 'names of people',
  },
} as const;
