import { connect } from 'node:net';

function answers(host: string, port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host, port });
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
    socket.setTimeout(2000, () => resolve(false));
  }).then(answer => answer as boolean);
}

/** Throws when something listens on a port that the portal needs. */
export async function requireFree(port: number, variable: string) {
  const taken = await Promise.all(
    ['127.0.0.1', '::1'].map(host => answers(host, port)),
  );
  if (!taken.some(Boolean)) return;
  throw new Error(
    `Port ${port} is taken. Stop what listens there, or choose another: ${variable}=${
      port + 1
    } ./ghostlight start`,
  );
}
