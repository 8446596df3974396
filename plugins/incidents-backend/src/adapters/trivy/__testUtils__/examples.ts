import type { Example } from '../../__testUtils__/Example';

const vulnerability = {
  VulnerabilityID: 'CVE-2026-10001',
  PkgID: 'openssl@3.0.8-r0',
  PkgName: 'openssl',
  InstalledVersion: '3.0.8-r0',
  FixedVersion: '3.0.9-r1',
  Status: 'fixed',
  PrimaryURL: 'https://avd.example/nvd/cve-2026-10001',
  Title: 'openssl: reads past the end of a buffer',
  Description: 'A long text.',
  Severity: 'CRITICAL',
  CVSS: { nvd: { V3Score: 9.8 } },
};

export const report = {
  SchemaVersion: 2,
  CreatedAt: '2026-11-21T10:00:00Z',
  ArtifactName: 'registry.example/payments:4.2.0',
  ArtifactType: 'container_image',
  Metadata: {
    ImageConfig: {
      config: {
        Labels: { 'backstage.io/entity-ref': 'component:default/payments' },
      },
    },
  },
  Results: [
    {
      Target: 'registry.example/payments:4.2.0 (alpine 3.21.0)',
      Class: 'os-pkgs',
      Type: 'alpine',
      Vulnerabilities: [
        vulnerability,
        {
          ...vulnerability,
          VulnerabilityID: 'CVE-2026-10002',
          Severity: 'LOW',
          FixedVersion: undefined,
          Title: undefined,
        },
        { ...vulnerability, PkgName: 'libssl3', Severity: 'MEDIUM' },
      ].map(item => JSON.parse(JSON.stringify(item))),
    },
    {
      Target: 'deploy/payments.yaml',
      Class: 'config',
      Type: 'kubernetes',
      Misconfigurations: [
        {
          Type: 'Kubernetes Security Check',
          ID: 'KSV001',
          AVDID: 'AVD-KSV-0001',
          Title: 'Can elevate its own privileges',
          Message: 'Container payments should not',
          Severity: 'MEDIUM',
          PrimaryURL: 'https://avd.example/misconfig/ksv001',
          Status: 'FAIL',
          CauseMetadata: { Resource: 'payments', StartLine: 12, EndLine: 30 },
        },
        { ID: 'KSV002', Title: 'Kept', Severity: 'HIGH', Status: 'PASS' },
      ],
    },
    {
      Target: '/app/.env',
      Class: 'secret',
      Secrets: [
        {
          RuleID: 'stripe-secret-token',
          Category: 'Stripe',
          Severity: 'CRITICAL',
          Title: 'Stripe Secret Key',
          StartLine: 3,
          EndLine: 3,
          Match: 'KEY=********',
        },
      ],
    },
  ],
};

export const sarif = {
  version: '2.1.0',
  $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/schema.json',
  runs: [
    {
      tool: {
        driver: {
          name: 'Trivy',
          rules: [
            {
              id: 'CVE-2026-10001',
              name: 'OsPackageVulnerability',
              shortDescription: { text: 'openssl reads past a buffer' },
              defaultConfiguration: { level: 'error' },
              helpUri: 'https://avd.example/nvd/cve-2026-10001',
              properties: {
                'security-severity': '9.8',
                tags: ['vulnerability', 'security', 'CRITICAL'],
              },
            },
            { id: 'S1', properties: { 'security-severity': '5.1' } },
          ],
        },
      },
      properties: { imageName: 'registry.example/payments:4.2.0' },
      results: [
        {
          ruleId: 'CVE-2026-10001',
          ruleIndex: 0,
          level: 'error',
          message: {
            text: 'Package: openssl\nInstalled Version: 3.0.8-r0\nVulnerability CVE-2026-10001\nSeverity: CRITICAL\nFixed Version: 3.0.9-r1\nLink: [CVE-2026-10001](https://avd.example)',
          },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: 'payments', uriBaseId: 'ROOTPATH' },
                region: { startLine: 1, endLine: 1 },
              },
            },
          ],
        },
        { ruleId: 'S1', message: { text: 'Something' } },
        { ruleId: 'S2', level: 'note', message: { text: 'Less' } },
        { ruleId: 'S1', suppressions: [{ kind: 'inSource' }] },
      ],
    },
  ],
};

export const cycloneDx = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  serialNumber: 'urn:uuid:3e671687-0000-4000-8000-000000000001',
  version: 1,
  metadata: {
    component: {
      'bom-ref': 'root',
      type: 'container',
      name: 'registry.example/payments',
      version: '4.2.0',
    },
  },
  components: [
    {
      'bom-ref': 'pkg:npm/left@1.0.0',
      type: 'library',
      name: 'left',
      version: '1.0.0',
      purl: 'pkg:npm/left@1.0.0',
      components: [{ 'bom-ref': 'inner', name: 'inner', version: '2' }],
    },
  ],
  vulnerabilities: [
    {
      id: 'CVE-2026-20001',
      source: { name: 'nvd', url: 'https://nvd.example/' },
      ratings: [
        { source: { name: 'x' }, severity: 'medium' },
        { source: { name: 'nvd' }, score: 8.1, severity: 'high' },
      ],
      description: 'Pads wrongly',
      recommendation: 'Upgrade left to version 1.0.1',
      affects: [
        {
          ref: 'pkg:npm/left@1.0.0',
          versions: [{ version: '1.0.0', status: 'affected' }],
        },
        { ref: 'urn:cdx:3e671687-0000-4000-8000-000000000001/1#inner' },
      ],
    },
    {
      id: 'CVE-2026-20002',
      ratings: [{ severity: 'low' }],
      affects: [{ ref: 'pkg:npm/%40scope/right@3.1.0' }],
    },
    { id: 'CVE-2026-20003', analysis: { state: 'not_affected' } },
  ],
};

export const examples: Example[] = [
  { title: 'JSON', body: report, items: ['Results', 0, 'Vulnerabilities'] },
  { title: 'results of JSON', body: report, items: ['Results'] },
  { title: 'SARIF', body: sarif, items: ['runs', 0, 'results'] },
  { title: 'CycloneDX', body: cycloneDx, items: ['vulnerabilities'] },
  { title: 'several documents', body: [report, sarif, cycloneDx], items: [] },
];
