import type { Caller } from '../operations/call.ts';
import { nowhere } from '../ports/session-store.ts';
import type { HttpRequest } from './exchange.ts';
import { findPlace, type Locate } from './place.ts';
import { findBrowser } from './user-agent.ts';

/** Where a request comes from. Of a read nothing is written down, so nothing is looked up for one. */
export type FindCaller = (request: HttpRequest) => Caller | Promise<Caller>;

/** Tells browser, system, place and address. */
export function createFindCaller(locate: Locate | undefined): FindCaller {
  return (request) => {
    const { address } = request;
    if (request.method === 'GET' || request.method === 'HEAD') return { from: nowhere, address };
    const browser = findBrowser(request);
    if (locate === undefined) return { from: { ...browser, place: null }, address };
    return findPlace(locate, address).then((place) => ({ from: { ...browser, place }, address }));
  };
}
