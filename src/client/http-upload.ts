import type { Received } from './http-answer.ts';

/** What is sent. */
export interface Outgoing {
  url: string;
  method: string;
  headers: Headers;
  body: Blob;
  credentials: RequestCredentials;
}

/**
 * Sends by XMLHttpRequest, the only way in a browser to learn how much has left. Rejects when no answer came or `signal`
 * fired; which of the two, the signal tells.
 */
export function upload(
  { url, method, headers, body, credentials }: Outgoing,
  signal: AbortSignal | undefined,
  onProgress: (fraction: number) => void,
): Promise<Received> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = (): void => request.abort();
    request.open(method, url);
    request.withCredentials = credentials === 'include';
    headers.forEach((value, name) => request.setRequestHeader(name, value));
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total > 0 ? loaded / total : 0),
    );
    // Fires once, however it ended.
    request.addEventListener('loadend', () => {
      signal?.removeEventListener('abort', abort);
      if (request.status === 0) {
        reject(new TypeError('The upload got no answer.'));
      } else {
        const { status, responseText: text } = request;
        resolve({ status, text, retryAfter: request.getResponseHeader('retry-after') });
      }
    });
    signal?.addEventListener('abort', abort);
    request.send(body);
  });
}
