import { Client } from './Client';
import type { ServiceName } from './services';

/** More than there are buyers at once. */
const buyersSize = 64;

/** Where the services are, and who calls them. */
export class Peers {
  private readonly addresses = new Map<ServiceName, string>();
  private readonly clients: Client[] = [];
  private readonly buyers = this.connect(buyersSize);

  private constructor() {}

  static create() {
    return new Peers();
  }

  register(service: ServiceName, url: string) {
    this.addresses.set(service, url);
  }

  /** For a caller of its own. Closed with the rest. */
  connect(size?: number): Client {
    const client = Client.create({ addresses: this.addresses, size });
    this.clients.push(client);
    return client;
  }

  /** As a buyer. True when the service answered, and not with a server error. */
  call(service: ServiceName, path: string): Promise<boolean> {
    return this.buyers.call(service, path);
  }

  close() {
    for (const client of this.clients) client.close();
  }
}
