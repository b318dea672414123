import type { IncomingMessage } from 'node:http';
import { AccountError } from '../../contract/account-error.ts';

/** Refuses what says beforehand that it is too long, so that not one byte of it is read. */
export function checkContentLength(header: string | null | undefined, maxBytes: number): void {
  if (Number(header ?? 0) > maxBytes) throw new AccountError('too_large');
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = chunks;
  if (chunks.length === 1 && first !== undefined) return first;
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/** The bytes of a Node request, counted while they come. What is over the limit is dropped, never kept. */
export function readNodeBody(request: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    // Somebody before us took the bytes and left no `body`: nothing will ever come.
    if (request.readableEnded || request.destroyed) {
      reject(new AccountError('unreadable'));
      return;
    }
    const chunks: Uint8Array[] = [];
    let length = 0;
    const settle = (finish: () => void): void => {
      request.off('data', take).off('end', end).off('error', breakOff).off('close', breakOff);
      finish();
    };
    const take = (chunk: Uint8Array): void => {
      length += chunk.length;
      if (length <= maxBytes) {
        chunks.push(chunk);
        return;
      }
      // The rest flows away unread, so that the answer reaches a client that is still sending.
      settle(() => reject(new AccountError('too_large')));
      request.resume();
    };
    const end = (): void => settle(() => resolve(join(chunks, length)));
    const breakOff = (): void => settle(() => reject(new AccountError('unreadable')));
    request.on('data', take).on('end', end).on('error', breakOff).on('close', breakOff);
  });
}

/** The bytes of a web request, counted while they come. */
export async function readWebBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  if (request.bodyUsed) throw new AccountError('unreadable');
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (reader === undefined) return join(chunks, length);
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw new AccountError('unreadable', { cause });
    });
    if (done) return join(chunks, length);
    length += value.length;
    if (length > maxBytes) {
      // Not awaited: a source that never settles its cancellation must not hold the answer back.
      reader.cancel().catch(() => {});
      throw new AccountError('too_large');
    }
    chunks.push(value);
  }
}
