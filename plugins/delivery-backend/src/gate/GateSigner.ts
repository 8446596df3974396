import type { Gate } from '@ghostlight/plugin-delivery-common';
import {
  CompactSign,
  exportJWK,
  generateKeyPair,
  importJWK,
  type CryptoKey,
  type JWK,
} from 'jose';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';

const algorithm = 'ES256';
/** Milliseconds for which a key signs. */
const signsFor = 30 * 24 * 3600_000;
/** Milliseconds for which a retired key is still published. */
const publishedFor = 24 * 3600_000;
/** Milliseconds between two looks at which key signs. */
const lookEvery = 60_000;

/** Signs verdicts, so that whoever gets one elsewhere can tell that the gate said it. */
export class GateSigner {
  private current: { kid: string; key: CryptoKey; until: number } | undefined;
  private making: Promise<{ kid: string; key: CryptoKey }> | undefined;

  private constructor(
    private readonly db: Knex,
    private readonly now: () => number,
  ) {}

  static create(options: { db: Knex; now: () => number }): GateSigner {
    return new GateSigner(options.db, options.now);
  }

  /** A compact JWS whose payload is the verdict without its checks. */
  async sign(gate: Omit<Gate, 'signature'>): Promise<string> {
    const { kid, key } = await this.key();
    const { entityRef, environment, version, purpose, verdict } = gate;
    const payload = {
      iss: 'ghostlight-delivery',
      sub: entityRef,
      environment,
      ...(version !== undefined && { version }),
      purpose,
      verdict,
      ...(gate.override && { override: gate.override.id }),
      iat: Math.floor(Date.parse(gate.asOf) / 1000),
      exp: Math.floor(Date.parse(gate.expiresAt) / 1000),
    };
    return new CompactSign(Buffer.from(JSON.stringify(payload)))
      .setProtectedHeader({ alg: algorithm, kid, typ: 'JWT' })
      .sign(key);
  }

  /** The public keys by which signatures of the last day can be checked. */
  async keys(): Promise<JWK[]> {
    await this.key();
    const rows = await this.db('gate_keys')
      .whereNull('retired_at')
      .orWhere('retired_at', '>', this.now() - publishedFor)
      .orderBy('made_at', 'desc')
      .select('public_jwk');
    return rows.map(row => JSON.parse(row.public_jwk));
  }

  private async key(): Promise<{ kid: string; key: CryptoKey }> {
    if (this.current && this.now() < this.current.until) return this.current;
    this.making ??= this.read().finally(() => {
      this.making = undefined;
    });
    return this.making;
  }

  private async read(): Promise<{ kid: string; key: CryptoKey }> {
    const now = this.now();
    const row = (await this.newest(now)) ?? (await this.make(now));
    const key = (await importJWK(
      JSON.parse(row.private_jwk),
      algorithm,
    )) as CryptoKey;
    this.current = { kid: row.kid, key, until: now + lookEvery };
    return this.current;
  }

  private newest(now: number) {
    return this.db('gate_keys')
      .whereNull('retired_at')
      .where('made_at', '>', now - signsFor)
      .orderBy([
        { column: 'made_at', order: 'desc' },
        { column: 'kid', order: 'desc' },
      ])
      .first();
  }

  /** Two replicas may make one each; the later one signs on both, and both are published. */
  private async make(now: number) {
    const { privateKey, publicKey } = await generateKeyPair(algorithm, {
      extractable: true,
    });
    const kid = randomUUID();
    const details = { kid, alg: algorithm, use: 'sig' };
    await this.db.transaction(async trx => {
      await trx('gate_keys')
        .whereNull('retired_at')
        .where('made_at', '<=', now - signsFor)
        .update({ retired_at: now });
      await trx('gate_keys').insert({
        kid,
        private_jwk: JSON.stringify({
          ...(await exportJWK(privateKey)),
          ...details,
        }),
        public_jwk: JSON.stringify({
          ...(await exportJWK(publicKey)),
          ...details,
        }),
        made_at: now,
        retired_at: null,
      });
    });
    return (await this.newest(now))!;
  }
}
