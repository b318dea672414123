import type { HttpAnswer, Visit } from './exchange.ts';

/** What answers one method of one path. */
export interface Route {
  /** The name of the operation, or of what is none: `getAvatarBytes`, `health`, `ready`. */
  readonly name: string;
  /** Answers. Rejects with an `AccountError`, or with what broke. */
  run(visit: Visit): Promise<HttpAnswer>;
}

/** Everything that one path answers. */
export interface AccountResource {
  /** As the table has it, `/users/me/passkeys/{id}`. */
  readonly template: string;
  /** What stands in the path in place of `{id}`; null where the template has none. */
  readonly id: string | null;
  /** Method → what answers it. */
  readonly routes: ReadonlyMap<string, Route>;
  /** The value of `Allow`. */
  readonly allow: string;
}

/** A route as it is listed. */
export interface ServedRoute {
  /** Upper case; `HEAD` and `OPTIONS` are answered beside each and not listed. */
  readonly method: string;
  /** Below the base path, as the table has it. */
  readonly template: string;
  /** As `Route.name`. */
  readonly name: string;
}

/** An id in a path is what `Secrets.mintId` makes: nothing that decoding could change. */
const idShape = /^[\w-]{1,64}$/;

/** A path with its routes. */
export function resource(
  template: string,
  routes: ReadonlyMap<string, Route>,
  id: string | null = null,
): AccountResource {
  return { template, id, routes, allow: [...routes.keys(), 'OPTIONS'].join(', ') };
}

/** Collects routes, and finds what is at a path. */
export interface Resources {
  add(method: string, template: string, route: Route): void;
  /** Paths match exactly as they are written; null when it is none of ours. */
  find(path: string): AccountResource | null;
  /** Everything that was added. */
  list(): ServedRoute[];
}

/** A table of paths that is filled first and looked into afterwards. */
export function createResources(): Resources {
  const byPath = new Map<string, AccountResource>();
  const patterns: { prefix: string; suffix: string; found: AccountResource }[] = [];

  function find(path: string): AccountResource | null {
    const exact = byPath.get(path);
    // A template is no path: its braces are never an id.
    if (exact !== undefined && !path.includes('{')) return exact;
    for (const { prefix, suffix, found } of patterns) {
      if (!path.startsWith(prefix) || !path.endsWith(suffix)) continue;
      const id = path.slice(prefix.length, path.length - suffix.length);
      if (idShape.test(id)) return { ...found, id };
    }
    return null;
  }

  return {
    add(method, template, route) {
      const routes = new Map(byPath.get(template)?.routes);
      routes.set(method, route);
      if (method === 'GET') routes.set('HEAD', route);
      const made = resource(template, routes);
      byPath.set(template, made);
      const [prefix = '', suffix] = template.split('{id}');
      if (suffix === undefined) return;
      const known = patterns.find(({ found }) => found.template === template);
      if (known === undefined) patterns.push({ prefix, suffix, found: made });
      else known.found = made;
    },
    find,
    list: () =>
      [...byPath].flatMap(([template, { routes }]) =>
        [...routes]
          .filter(([method]) => method !== 'HEAD')
          .map(([method, { name }]) => ({ method, template, name })),
      ),
  };
}
