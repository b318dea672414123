import { AccountError } from '../../contract/account-error.ts';
import { provisionAccount } from '../operations/provision.ts';
import type { AccountRecord } from '../ports/account-store.ts';
import type { Actor, ProvisionedAccount } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';
import type { Asked, Asking, Sessions } from '../ports/sessions.ts';

/** A value, or a promise of it. */
export type Awaitable<Value> = Value | Promise<Value>;

/** A host's clock may be ahead of ours by so much; an instant later than that is no instant. */
const skewSeconds = 60;

/** Ids become a part of paths and of cookies' digests, so they are plain text of one path segment. */
// oxlint-disable-next-line no-control-regex -- control characters are what is refused
const idShape = /^(?!\.{1,2}$)[^/\\\s\u0000-\u001f\u007f]{1,255}$/;

function judgeActor(actor: Actor, now: number): Actor {
  const { accountId, sessionId, methods } = actor;
  if (typeof accountId !== 'string' || !idShape.test(accountId)) {
    throw new TypeError(
      'selvedge: identify answered an accountId that is no text of 1 to 255 characters without blanks and slashes.',
    );
  }
  if (typeof sessionId !== 'string' || sessionId === '') {
    throw new TypeError(
      'selvedge: identify answered no sessionId; proofs are bound to it, so it must name the session.',
    );
  }
  const time = Date.parse(actor.authenticatedAt);
  // Garbled or still to come: then nothing is known about when the person proved anything.
  const known = time <= now + skewSeconds * 1000;
  const authenticatedAt = new Date(known ? Math.min(time, now) : 0).toISOString();
  return { accountId, sessionId, authenticatedAt, methods: methods ?? [] };
}

function isEnded(actor: Actor, account: AccountRecord): boolean {
  return (
    account.sessionsValidFrom !== null &&
    actor.authenticatedAt < account.sessionsValidFrom &&
    actor.sessionId !== account.sessionsKept
  );
}

/** The sessions of a host that signs people in by itself. */
export function createHostSessions(options: {
  ports: Ports;
  identify: (...raw: never) => Awaitable<Actor | null>;
  provision: ((accountId: string) => Awaitable<ProvisionedAccount | null>) | undefined;
}): Sessions {
  const { ports, provision } = options;
  // That it is called with what it takes, the skin and the type of the options hold together.
  const identify = options.identify as unknown as (
    ...raw: readonly unknown[]
  ) => Awaitable<Actor | null | undefined>;

  return {
    async find(asking: Asking): Promise<Asked> {
      const answer = await identify(...asking.raw);
      if (answer === null || answer === undefined) return null;
      const now = ports.clock.now();
      const actor = judgeActor(answer, now);
      let account = await ports.store.findAccount(actor.accountId, new Date(now).toISOString());
      if (account === null) {
        const known = (await provision?.(actor.accountId)) ?? null;
        if (known === null) throw new AccountError('not_found');
        account = await provisionAccount(ports, actor.accountId, known);
      }
      return isEnded(actor, account) ? 'ended' : { actor, account };
    },
  };
}
