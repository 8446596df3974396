import { spawn, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  KubeClient,
  type ClusterConfig,
} from '@ghostlight/reliability-kubernetes';

const assets = process.env.KUBEBUILDER_ASSETS;

/**
 * Why there is none, or undefined when there is one.
 *
 * @public
 */
export const noControlPlane = !assets
  ? 'KUBEBUILDER_ASSETS is not set'
  : ['etcd', 'kube-apiserver'].find(name => !existsSync(join(assets, name))) &&
    `etcd or kube-apiserver is not in ${assets}`;

/**
 * An API server, and how to get in.
 *
 * @public
 */
export interface ControlPlane {
  /** May everything. */
  admin: ClusterConfig;
  /** May nothing. */
  nobody: ClusterConfig;
  stop(): Promise<void>;
}

/**
 * A real API server with its etcd, without controllers, on loopback.
 *
 * @public
 */
export async function startControlPlane(): Promise<ControlPlane> {
  const folder = await mkdtemp(join(tmpdir(), 'ghostlight-kube-'));
  const [client, peer, secure] = await Promise.all([free(), free(), free()]);
  const etcdUrl = `http://127.0.0.1:${client}`;
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const file = async (name: string, text: string) => {
    await writeFile(join(folder, name), text, { mode: 0o600 });
    return join(folder, name);
  };
  const tokens = await file(
    'tokens.csv',
    'admin,admin,1,"system:masters"\nnobody,nobody,2\n',
  );
  const running = [
    start('etcd', [
      `--data-dir=${join(folder, 'etcd')}`,
      `--listen-client-urls=${etcdUrl}`,
      `--advertise-client-urls=${etcdUrl}`,
      `--listen-peer-urls=http://127.0.0.1:${peer}`,
    ]),
    start('kube-apiserver', [
      `--etcd-servers=${etcdUrl}`,
      '--bind-address=127.0.0.1',
      `--secure-port=${secure}`,
      `--cert-dir=${join(folder, 'certificates')}`,
      `--token-auth-file=${tokens}`,
      '--authorization-mode=RBAC',
      '--service-cluster-ip-range=10.0.0.0/24',
      '--disable-admission-plugins=ServiceAccount',
      '--service-account-issuer=https://127.0.0.1/',
      `--service-account-key-file=${await file('sa.pub', publicKey)}`,
      `--service-account-signing-key-file=${await file('sa.key', privateKey)}`,
    ]),
  ];
  const of = (token: string): ClusterConfig => ({
    name: 'real',
    environment: 'production',
    url: `https://127.0.0.1:${secure}`,
    token,
    skipTLSVerify: true,
  });
  const stop = async () => {
    await Promise.all(running.reverse().map(end));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await answers(of('admin'));
  } catch (error) {
    await stop();
    throw error;
  }
  return { admin: of('admin'), nobody: of('nobody'), stop };
}

function start(program: string, args: string[]): ChildProcess {
  return spawn(join(assets!, program), args, { stdio: 'ignore' });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode) resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

async function answers(cluster: ClusterConfig): Promise<void> {
  const client = KubeClient.create({ cluster, timeoutMs: 10_000 });
  for (let turn = 0; ; turn++) {
    try {
      await client.get('/api/v1/namespaces/kube-system');
      return;
    } catch (error) {
      if (turn === 240) throw error;
      await new Promise(resolve => {
        setTimeout(resolve, 500);
      });
    }
  }
}

function free(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
