import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';

/** A network between a client and a server that can be made to fail. */
export interface CuttingProxy {
  port: number;
  /**
   * Cuts a connection when something that a client sends has this text in it, after the server has done what it says and
   * before the client hears of it. Once.
   */
  cutAfter(text: string): void;
  /** From now on nothing that is sent arrives, on either side, and nobody is told. */
  silence(): void;
  close(): Promise<void>;
}

/** Starts a proxy in front of a server on this machine. */
export async function startCuttingProxy(serverPort: number): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  let cutAt: string | null = null;
  let isSilent = false;

  const proxy = createServer((client) => {
    const server = connect(serverPort, '127.0.0.1');
    let isCutting = false;
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        server.destroy();
      });
    }
    client.on('data', (chunk) => {
      if (isSilent) return;
      if (cutAt !== null && chunk.includes(cutAt)) {
        cutAt = null;
        isCutting = true;
      }
      server.write(chunk);
    });
    server.on('data', (chunk) => {
      if (isCutting) client.destroy();
      else if (!isSilent) client.write(chunk);
    });
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('no port');

  return {
    port: address.port,
    cutAfter(text) {
      cutAt = text;
    },
    silence() {
      isSilent = true;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
