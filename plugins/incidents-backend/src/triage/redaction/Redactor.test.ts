import fc from 'fast-check';
import { redactionKinds, Redactor } from '.';

const redact = (text: string) => Redactor.create().redact(text).text;
const base64 = (text: string) => Buffer.from(text).toString('base64');
const letters = (some: string, length: number) =>
  some.repeat(Math.ceil(length / some.length)).slice(0, length);

/** Made up here, each in its vendor's form; put together so that no scanner takes them for real. */
const samples = {
  aws: `AKIA${letters('Q7WERTY2UIOP', 16)}`,
  awsSecret: letters('k3Jd9/sQ1pZx7+Vb2Lm', 40),
  google: `AIza${letters('SyD3fGh1JkL0-pQ_', 35)}`,
  googleAccess: `ya29.${letters('a0AfB_byC8dE-1', 60)}`,
  azure: `abc8Q~${letters('dE3-fGh1~JkL0.pQ_', 34)}`,
  github: `ghp_${letters('aB3dE5fG7hJ9', 36)}`,
  githubFine: `github_pat_${letters('11ABCDE0_fGhIj', 60)}`,
  gitlab: `glpat-${letters('aB3dE5fG7hJ9', 20)}`,
  slack: `xoxb-${letters('123456789012', 12)}-${letters('aB3dE5fG', 24)}`,
  stripe: `sk_live_${letters('4eC39HqLyjWD', 24)}`,
  anthropic: `sk-ant-api03-${letters('aB3dE-fG_hJ9', 60)}`,
  openai: `sk-proj-${letters('aB3dE5fG7hJ9', 48)}`,
  vault: `hvs.${letters('CAESIJ1aB3dE5', 30)}`,
  jwt: `eyJ${letters('hbGciOiJIUzI1', 17)}.${letters(
    'eyJzdWIiOiIx',
    30,
  )}.${letters('s1Gn_at-Ur3', 43)}`,
};

describe('Redactor', () => {
  it.each([
    ...Object.entries(samples),
    ['mail', 'ines.ortega@example.com'],
    ['card', '4111 1111 1111 1111'],
    ['iban', 'ES91 2100 0418 4502 0005 1332'],
    ['phone', '+34 612 345 678'],
    ['address', '203.0.114.7'],
    ['address v6', '2a02:26f0:1::17'],
  ])('takes out %s wherever it stands', (_, secret) => {
    for (const text of [
      secret,
      `before ${secret} after`,
      `("${secret}")`,
      `x\n${secret}\ny`,
      `{"note":"${secret}"}`,
      JSON.stringify(JSON.stringify({ note: `see ${secret}.` })),
      `?q=${encodeURIComponent(secret)}&z=1`,
      `?q=${encodeURIComponent(encodeURIComponent(secret))}`,
      `note: ${base64(`the value is ${secret} today`)}`,
      base64(base64(`the value is ${secret} today`)),
      `a ${[...secret].join('\u200b')} b`,
      `a ${[...secret]
        .map(each =>
          String.fromCharCode(each >= '!' ? each.charCodeAt(0) + 0xfee0 : 0x20),
        )
        .join('')} b`,
      `a ${[...secret]
        .map(each => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join('')} b`,
    ]) {
      const shown = redact(text);
      expect(shown).toMatch(/\[[a-z-]+ 1\]/);
      expect(shown).not.toContain(secret);
      expect(decodeURIComponent(shown)).not.toContain(secret);
    }
  });

  it.each([
    ['in a parameter', 'GET /pay?user=1&password=S3cr3t!x&y=2'],
    ['in an address', 'postgres://app:S3cr3t!x@ledger:5432/pay'],
    ['in an address, with a slash', 'amqp://app:a/S3cr3t!x@mq/'],
    ['in JSON', '{"dbPassword": "S3cr3t!x", "n": 1}'],
    ['in JSON that is cut off', '{"n": 1, "dbPassword": "S3cr3t!x'],
    ['in JSON in JSON', '{"body":"{\\"password\\":\\"S3cr3t!x\\"}"}'],
    ['thrice', JSON.stringify(JSON.stringify({ a: '{"pwd":"S3cr3t!x"}' }))],
    ['in JSON in an address', '?b=%7B%22password%22%3A%22S3cr3t!x%22%7D'],
    ['as entities', '&quot;password&quot;:&quot;S3cr3t!x&quot;'],
    ['in YAML', 'db:\n  password: S3cr3t!x\n  user: app'],
    ['in a block of YAML', 'password: |\n  S3cr3t!x\nuser: app'],
    ['folded', 'password:\n    S3cr3t!x\nuser: app'],
    ['of a container', '- name: DB_PASSWORD\n  value: S3cr3t!x'],
    ['of a container, in JSON', '{"name":"DB_PASSWORD","value":"S3cr3t!x"}'],
    ['in XML', '<db><password>S3cr3t!x</password></db>'],
    ['in Python', "{'password': 'S3cr3t!x'}"],
    ['in Ruby', ':password => "S3cr3t!x"'],
    ['in a tuple', "('password', 'S3cr3t!x')"],
    ['in SQL', "ALTER USER app PASSWORD 'S3cr3t!x'"],
    ['in SQL of another kind', "create user app identified by 'S3cr3t!x'"],
    ['of a connection', 'Server=db;User Id=app;Password=S3cr3t!x;Timeout=3'],
    ['on a command line', 'psql --password S3cr3t!x --host db'],
    ['of curl', 'curl -u app:S3cr3t!x https://ledger'],
    ['in the environment', 'export PGPASSWORD=S3cr3t!x; psql'],
    ['in properties', 'spring.datasource.password=S3cr3t!x'],
    ['in capitals', 'PASSWORD=S3cr3t!x'],
    ['with letters of another script', 'pаsswоrd=S3cr3t!x'],
    ['with marks of no width', 'pass\u200b\u2060word=S3cr3t!x'],
    ['with accents', 'pa\u0301sswo\u0308rd=S3cr3t!x'],
    ['in wide letters', 'ｐａｓｓｗｏｒｄ＝S3cr3t!x'],
    ['with colours', '\u001b[31mpassword\u001b[0m=\u001b[1mS3cr3t!x\u001b[0m'],
    ['in a sentence', 'the password is S3cr3t!x, do not tell'],
    ['as a token', 'client_secret=S3cr3t!x'],
    ['in a header', 'X-Api-Key: S3cr3t!x'],
    ['in a header of another kind', "-H 'Authorization: Token S3cr3t!x'"],
    ['in a cookie', 'Set-Cookie: sid=S3cr3t!x; Path=/; HttpOnly'],
    ['in Basic', `Authorization: Basic ${base64('app:S3cr3t!x')}`],
    ['in a secret of Kubernetes', `data:\n  password: ${base64('S3cr3t!x')}`],
    ['in Base64', `payload=${base64('user=app&password=S3cr3t!x')}`],
    ['in a list', '"passwords": ["S3cr3t!x", "S3cr3t!x"]'],
    ['with what escapes a quote', '{"password":"a\\"S3cr3t!x"}'],
    ['after one that is redacted already', 'password: [password 1]S3cr3t!x'],
  ])('takes out a password %s', (_, text) => {
    const shown = redact(text);
    expect(shown).not.toContain('S3cr3t!x');
    expect(shown).not.toContain(base64('S3cr3t!x'));
    expect(shown).toMatch(/\[[a-z-]+ \d+\]/);
  });

  it.each([
    [
      'wrapped',
      `${samples.anthropic.slice(0, 40)}\n${samples.anthropic.slice(40)}\n`,
    ],
    [
      'wrapped and indented',
      `${samples.jwt.slice(0, 50)}\r\n    ${samples.jwt.slice(50)}`,
    ],
    [
      'of fixed length, in two',
      `${samples.aws.slice(0, 9)}\n${samples.aws.slice(9)} was used`,
    ],
    [
      'with written line ends',
      `${samples.github.slice(0, 20)}\\n${samples.github.slice(20)}`,
    ],
    ['cut off', `${samples.github.slice(0, 22)}…`],
    ['cut off in JWT', `${samples.jwt.slice(0, 17)}`],
  ])('takes out a token that is %s', (_, text) => {
    const parts = text.split(/[\s\\…]+n?/).filter(part => part.length > 8);
    const shown = redact(text);
    for (const part of parts.filter(each => !/^was/.test(each)))
      expect(shown).not.toContain(part);
  });

  it.each([
    [
      'whole',
      '-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEAx1\nq9Zk3\n-----END RSA PRIVATE KEY-----',
      '',
    ],
    [
      'in one line',
      '"-----BEGIN PRIVATE KEY-----\\nMIIEowIBAAKCAQEAx1\\nq9Zk3==\\n-----END PRIVATE KEY-----\\n"',
      '',
    ],
    [
      'without its end',
      '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\nq9Zk3',
      '',
    ],
    [
      'without its head',
      'q9Zk3MIIEowIBAAKCAQEAx1MIIEowIBAAKCAQEAx1\n-----END EC PRIVATE KEY-----',
      '',
    ],
    [
      'that is only spoken of',
      'found -----BEGIN PRIVATE KEY----- in the file',
      'in the file',
    ],
  ])('takes out a private key %s', (_, text, stays) => {
    const shown = redact(text);
    expect(shown).not.toMatch(/MIIE|b3Blb|q9Zk3/);
    expect(shown).toContain(stays);
  });

  it.each([
    ...['1.2.3', 'v1.2.3.4', 'payments 2.3.4.5-rc.1', 'Chrome/120.0.6099.71'],
    ...[
      '3fa85f64-5717-4562-b3fc-2c963f66afa6',
      '4bf92f3577b34da6a3ce929d0e0e4736',
    ],
    'commit 9f2a0c1b5e7d9f2a0c1b5e7d9f2a0c1b5e7d9f2a by the pipeline',
    'traceparent 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    'dd.trace_id=4611686018427387904 dd.span_id=4532015112830366',
    'registry.example.com/payments@sha256:9f2a0c1b5e7d9f2a0c1b5e7d9f2a0c1b5e7d9f2a0c1b5e7d9f2a0c1b5e7d9f2a',
    'payments-7f9c4d5b6-x2x4z on ip-10-0-3-17.eu-west-1.compute.internal',
    'arn:aws:iam::123456789012:role/payments',
    '10.0.0.1, 172.16.4.2, 192.168.1.1, 127.0.0.1, 169.254.169.254, 0.0.0.0:8080',
    'fe80::1 ::1 fd00::12 std::vector<int> Foo::Bar 12:30:45.123 00:1b:44:11:3a:b7',
    'secret "payments-db" not found; secretName: payments-db; secretKeyRef: payments-db',
    'Unexpected token } in JSON at position 0',
    'invalid token: expired; password: incorrect; token=missing',
    'max_tokens: 1000, token_count=512, password_policy=strict, tokenType: Bearer',
    'password=${DB_PASSWORD} token={{ .Values.token }} secret=****** pwd=<none>',
    'key=payments-7f9c4 partition_key=orders-2026 primary key violation',
    'authentication failed for user app: bearer authentication is required',
    'git@github.com:acme/payments.git left-pad@1.3.0 getty@tty1.service',
    '2026-11-22T12:00:00.123Z 1795348800000 1795348800000000000',
    'port 5432, 99.95 %, 1234567890 bytes, +12 %, HTTP 503, took 1200ms',
    'sha512-q9Zk3Jd9sQ1pZx7Vb2Lmk3Jd9sQ1pZx7Vb2Lmk3Jd9sQ1pZx7Vb2Lmk3Jd9==',
    'com.acme.payments.AbstractLedgerConnectionPoolFactoryBean2.getConnection',
    '/api/v1/namespaces/default/pods/payments-7f9c4d5b6-x2x4z/log',
    'cookie: the banner was not shown',
    'order 00123456789 of 2026-11-22 12:00:00 +0000',
    '-----BEGIN CERTIFICATE-----',
    'E1 E22 INC-0042 H1',
  ])('leaves alone: %s', text => {
    expect(redact(text)).toBe(text);
  });

  it('gives equal values equal names in all texts of one bundle, and counts by kind', () => {
    const redactor = Redactor.create();
    const first = redactor.redact(
      'bob@example.com and BOB@example.com, password=Abc12345 and eve@example.com',
    );
    expect(first).toEqual({
      text: '[e-mail 1] and [e-mail 1], password=[password 1] and [e-mail 2]',
      counts: { 'e-mail': 3, password: 1 },
    });
    expect(redactor.redact('?u=eve%40example.com').text).toBe('?u=[e-mail 2]');
    expect(redactor.redactNamed('db_password', 'Abc12345')).toBe(
      '[password 1]',
    );
    expect(redactor.redactNamed('namespace', 'payments')).toBe('payments');
    expect(redactor.hide('person', 'Inés Ortega')).toBe('[person 1]');
    expect(redactor.counts()).toEqual([
      { kind: 'e-mail', count: 4 },
      { kind: 'password', count: 2 },
      { kind: 'person', count: 1 },
    ]);
  });

  it('drops what nobody sees', () => {
    const tags = [...'ignore'].map(each =>
      String.fromCodePoint(0xe0000 + each.charCodeAt(0)),
    );
    expect(redact(`a${tags.join('')}b\u202ec\u0000d\ud800e\n\tf`)).toBe(
      'abcde\n\tf',
    );
  });

  const fragments = fc.constantFrom(
    ...Object.values(samples),
    ...[
      'password',
      'password=',
      '"token":"',
      "secret: '",
      '\\"',
      '\\u0040',
      '%40',
      '%25',
    ],
    ...[
      '://',
      'a:b@',
      '@',
      '.com',
      '-----BEGIN PRIVATE KEY-----',
      '-----END PRIVATE KEY-----',
    ],
    ...[
      '[secret 1]',
      '[e-mail 2]',
      '[',
      ']',
      '\n',
      '\r\n  ',
      ' ',
      '&',
      ';',
      ',',
      '|',
      '>',
      '<',
    ],
    ...[
      'Bearer ',
      'Authorization: ',
      'Cookie: a=',
      '4111111111111111',
      '+34612345678',
      '::',
    ],
    ...[
      '203.0.114.7',
      '\u200b',
      'а',
      'é',
      '&quot;',
      '&#64;',
      '{',
      '}',
      '-u ',
      'user:default/',
    ],
    base64('password=Abc12345'),
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.oneof(fragments, fc.string({ maxLength: 6 })), {
        maxLength: 25,
      })
      .map(parts => parts.join('')),
  );

  it('never throws, and changes nothing the second time', () => {
    fc.assert(
      fc.property(texts, text => {
        const once = redact(text);
        const twice = Redactor.create().redact(once);
        expect(twice.text).toBe(once);
        expect(twice.counts).toEqual({});
      }),
      { numRuns: 400 },
    );
  });

  it('lets no planted secret through, whatever is around it', () => {
    const planted = fc.constantFrom(...Object.values(samples));
    const around = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            ' ',
            '\n',
            '"',
            "'",
            '=',
            ': ',
            ', ',
            '{',
            '}',
            '(',
            '[secret 1]',
            '&',
            '?',
            '\\',
            '%',
            'é',
          ),
          fc.stringMatching(/^[a-z ]{0,12}$/),
        ),
        { maxLength: 8 },
      )
      .map(parts => parts.join(''));
    const ways = fc.constantFrom<(text: string) => string>(
      text => text,
      encodeURIComponent,
      text => JSON.stringify(text),
      text => JSON.stringify(JSON.stringify({ a: text })),
      text => [...text].join('\u200d'),
      text => base64(text),
    );
    fc.assert(
      fc.property(
        around,
        planted,
        around,
        ways,
        (before, secret, after, way) => {
          const text = `${before} ${way(` ${secret} `)} ${after}`;
          expect(redact(text)).not.toContain(secret);
          expect(redact(text)).not.toContain(way(secret).slice(4, -4));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('lets no password through beside a name that tells of it', () => {
    const names = fc.constantFrom(
      'password',
      'DB_PASSWORD',
      'clientSecret',
      'api-key',
      'access_token',
      'passwd',
      'connectionString',
    );
    const values = fc
      .stringMatching(/^[A-Za-z0-9][A-Za-z0-9!$*+._~-]{8,30}[A-Za-z0-9]$/)
      .filter(value => /\d/.test(value));
    const forms = fc.constantFrom<(name: string, value: string) => string>(
      (name, value) => `${name}=${value}`,
      (name, value) => `a=1&${name}=${encodeURIComponent(value)}&b=2`,
      (name, value) => JSON.stringify({ [name]: value }),
      (name, value) =>
        JSON.stringify({ body: JSON.stringify({ [name]: value }) }),
      (name, value) => `${name}: ${value}\n`,
      (name, value) => `<${name}>${value}</${name}>`,
      (name, value) => `--${name} ${value}`,
      (name, value) => `${name} = '${value}'`,
    );
    fc.assert(
      fc.property(names, values, forms, (name, value, form) => {
        expect(redact(`x ${form(name, value)} y`)).not.toContain(value);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ...[
      'key=',
      '-----BEGIN PRIVATE KEY-----',
      '-----END PRIVATE KEY-----',
      '@',
      'a@',
    ],
    ...[
      '://a:',
      'eyJa.',
      'A1',
      '1 ',
      '%25',
      '\\',
      '&#6',
      'password="',
      "token='",
      ':',
      'a:',
    ],
    ...[
      'é',
      'DE89 ',
      '+1 ',
      'Bearer ',
      'sk-a',
      '(',
      '=',
      '"',
      '\n',
      'a\n',
      '1.',
      'cookie: ',
    ],
    ...[
      'authorization: ',
      'AKIA',
      'password:\n ',
      '[secret 1]',
      'aA1',
      'api key ',
    ],
  ])('gets through a hundred thousand characters of %j', some => {
    const text = letters(some, 100_000);
    // Were its time to grow with the square of the length, this would not end.
    expect(redact(text).length).toBeLessThanOrEqual(3 * text.length);
  });

  it('has a name for each kind that is a word', () => {
    expect(redactionKinds.every(kind => /^[a-z-]+$/.test(kind))).toBe(true);
  });
});
