import { readOf } from '../__testUtils__/readOf';
import { cycloneDx, report, sarif } from './__testUtils__/examples';
import { trivyAdapter } from './trivyAdapter';

const { read } = readOf(trivyAdapter);

function findings(body: unknown) {
  const { alerts, findings: found = [], rejected } = read(body);
  expect(alerts).toEqual([]);
  expect(rejected).toEqual([]);
  return found;
}

describe('trivyAdapter', () => {
  it('reads vulnerabilities, failed checks and secrets of a report', () => {
    const found = findings(report);
    expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['CVE-2026-10001', 'critical'],
      ['CVE-2026-10002', 'low'],
      ['CVE-2026-10001', 'medium'],
      ['KSV001', 'medium'],
      ['stripe-secret-token', 'critical'],
    ]);
    expect(found[0]).toMatchObject({
      title: 'openssl: reads past the end of a buffer',
      target: 'registry.example/payments:4.2.0 (alpine 3.21.0)',
      package: 'openssl',
      installedVersion: '3.0.8-r0',
      fixedVersion: '3.0.9-r1',
      entityRef: 'component:default/payments',
      labels: { class: 'os-pkgs', type: 'alpine' },
    });
    expect(new Set(found.map(({ key }) => key)).size).toBe(5);
    expect(JSON.stringify(found)).not.toContain('********');
  });

  it('reads a clean report, a result alone as schema 1 has it, and a cluster', () => {
    expect(findings({ SchemaVersion: 2, ArtifactName: 'x' })).toEqual([]);
    expect(findings(report.Results)).toHaveLength(5);
    const [pod] = findings({
      ClusterName: 'stage',
      Resources: [
        {
          Namespace: 'shop',
          Kind: 'Deployment',
          Name: 'payments',
          Results: [report.Results[1]],
        },
      ],
    });
    expect(pod.labels).toMatchObject({
      cluster: 'stage',
      namespace: 'shop',
      kind: 'Deployment',
      name: 'payments',
    });
  });

  it('reads SARIF, with the severity from message, tags, score or level', () => {
    expect(findings(sarif)).toMatchObject([
      {
        rule: 'CVE-2026-10001',
        title: 'openssl reads past a buffer',
        severity: 'critical',
        package: 'openssl',
        installedVersion: '3.0.8-r0',
        fixedVersion: '3.0.9-r1',
        target: 'payments',
        url: 'https://avd.example/nvd/cve-2026-10001',
      },
      { rule: 'S1', severity: 'medium', title: 'Something' },
      { rule: 'S2', severity: 'low' },
    ]);
  });

  it('reads CycloneDX, one finding for each component, and not what VEX waves through', () => {
    const { severity, ...fields } = findings(cycloneDx)[0];
    expect(severity).toBe('high');
    expect(fields).toMatchObject({
      rule: 'CVE-2026-20001',
      target: 'registry.example/payments',
      package: 'left',
      installedVersion: '1.0.0',
      fixedVersion: '1.0.1',
    });
    expect(
      findings(cycloneDx).map(finding => [
        finding.package,
        finding.installedVersion,
        finding.fixedVersion,
      ]),
    ).toEqual([
      ['left', '1.0.0', '1.0.1'],
      ['inner', '2', undefined],
      ['@scope/right', '3.1.0', undefined],
    ]);
  });

  it('knows a finding again when the report comes again', () => {
    const keys = (body: unknown) => findings(body).map(({ key }) => key);
    expect(keys(report)).toEqual(keys(report));
    expect(keys([report, sarif])).toEqual([...keys(report), ...keys(sarif)]);
  });

  it('rejects what it cannot read and takes the rest, each by its path', () => {
    const { findings: found, rejected } = read({
      SchemaVersion: 2,
      Results: [
        report.Results[1],
        7,
        { Target: 't', Vulnerabilities: [{ PkgName: 'x' }], Secrets: 'none' },
      ],
    });
    expect(found).toHaveLength(1);
    expect(rejected?.map(({ field }) => field)).toEqual([
      'Results[1]',
      'Results[2].Vulnerabilities[0].VulnerabilityID',
      'Results[2].Secrets',
    ]);
    expect(read([report, { hello: 1 }]).rejected).toMatchObject([
      { field: '[1]' },
    ]);
  });

  it.each([[7], ['x'], [{ hello: 1 }], [{ bomFormat: 'SPDX' }]])(
    'refuses %j',
    body => {
      expect(() => read(body)).toThrow(/body|bomFormat/);
    },
  );
});
