import { generate } from 'selfsigned';

/** A key and its certificate, as Amazon signs with one. */
export function signingPair(): { privateKey: string; certificate: string } {
  const made = generate([{ name: 'commonName', value: 'sns.amazonaws.com' }], {
    keySize: 2048,
    algorithm: 'sha256',
    days: 30,
  });
  return { privateKey: made.private, certificate: made.cert };
}
