import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { BuiltPage } from '../page.ts';
import { recordAnswers } from './account.ts';

const contentTypes: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

/** A server of built pages. */
export interface PageServer {
  /** Address of the server, without a slash at its end. */
  origin: string;
  stop: () => void;
}

/** Serves built pages from memory, and the recorded account under `/api/auth`, on a free port. */
export async function servePages(pages: readonly BuiltPage[]): Promise<PageServer> {
  const files = new Map<string, string | Uint8Array>();
  for (const page of pages) {
    for (const chunk of [...page.initial, ...page.lazy])
      files.set(`/${chunk.fileName}`, chunk.code);
    for (const asset of page.assets) files.set(`/${asset.fileName}`, asset.source);
  }
  const answers = await recordAnswers();
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(/\?.*/, '');
    const answer = answers.get(path);
    if (answer !== undefined) {
      response.setHeader('Content-Type', 'application/json');
      response.setHeader('Cache-Control', 'no-store');
      return void response.end(answer);
    }
    const file = files.get(path);
    if (file === undefined)
      return void response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
    response.setHeader('Content-Type', contentTypes[path.split('.').at(-1) ?? ''] ?? 'text/plain');
    response.setHeader('Cache-Control', 'no-store');
    response.end(file);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
