import { Secret, TOTP } from 'otpauth';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import type { Reply } from './client.ts';
import { Client, password } from './client.ts';
import { proofSize } from './proof-size.ts';
import type { ProofWorld } from './proof-server.ts';
import { startWorld, stopProofPostgres, storages } from './proof-server.ts';

// Every secret that works once, raced by 16 clients: it is used once, never twice and never not at all.

const racers = 16;
const races = proofSize('RACES', 200);

let world: ProofWorld | null = null;
afterEach(async () => {
  await world?.remove();
  world = null;
});
afterAll(stopProofPostgres);

/** One race: who runs, and how each of them asks. */
type Race = (index: number) => Promise<(client: Client, racer: number) => Promise<Reply>>;

/** What a secret is, how it is come by, and which refusal means "somebody else used it". */
interface Contest {
  name: string;
  prepare(stage: Stage): Promise<Race>;
  /** Refusals that are right for those who came too late. */
  late: readonly string[];
}

interface Stage {
  world: ProofWorld;
  owner: Client;
  email: string;
  /** Sets the clocks of all processes forward. */
  advance(seconds: number): Promise<void>;
  now(): number;
}

const codeFor = (secret: string, now: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now });

/** Switches the second factor on; answers the secret and the recovery codes. */
async function enableTotp({ owner, now }: Stage): Promise<{ secret: string; codes: string[] }> {
  await owner.prove('setUpTotp');
  const { json } = await owner.call('POST', '/users/me/two-factor/totp');
  const { secret } = json['setUp'] as { secret: string };
  const enabled = await owner.call('PUT', '/users/me/two-factor/totp', {
    code: codeFor(secret, now()),
  });
  return { secret, codes: enabled.json['recoveryCodes'] as string[] };
}

const contests: readonly Contest[] = [
  {
    name: 'the link to a new address',
    late: ['link_used', 'link_invalid'],
    prepare:
      async ({ world: { linkTo }, owner }) =>
      async (index) => {
        const next = `moved-${index}-${crypto.randomUUID()}@example.com`;
        await owner.prove('requestEmailChange');
        await owner.call('PUT', '/users/me/email', { newEmail: next });
        const token = await linkTo(next, '/confirm');
        return (client) => client.call('POST', '/email/verification', { token });
      },
  },
  {
    name: 'the link to choose a new password',
    late: ['link_used', 'link_invalid'],
    prepare:
      async ({ world: { linkTo, mails }, owner, email }) =>
      async (index) => {
        mails.length = 0;
        await owner.call('POST', '/password/forgot', { email });
        const token = await linkTo(email, '/reset');
        return (client, racer) =>
          client.call('POST', '/password/reset', {
            token,
            newPassword: `${password} ${index} ${racer}`,
          });
      },
  },
  {
    name: 'the proof for a deletion',
    late: ['session_ended', 'not_signed_in', 'step_up_required'],
    prepare:
      async ({ owner }) =>
      async () => {
        // Each race has a person of its own: the last one is gone.
        const person = owner.twin();
        person.cookies.clear();
        await person.signUp();
        await person.prove('deleteAccount');
        return (client) => {
          for (const [name, value] of person.cookies) client.cookies.set(name, value);
          return client.call('DELETE', '/users/me');
        };
      },
  },
  {
    name: 'the proof for one operation',
    late: ['step_up_required'],
    prepare:
      async ({ owner }) =>
      async (index) => {
        await owner.prove('requestEmailChange');
        const cookies = new Map(owner.cookies);
        return (client, racer) => {
          for (const [name, value] of cookies) client.cookies.set(name, value);
          const newEmail = `race-${index}-${racer}@example.com`;
          return client.call('PUT', '/users/me/email', { newEmail });
        };
      },
  },
  {
    name: 'a code of the authenticator app',
    late: ['validation_failed'],
    async prepare(stage) {
      const { secret } = await enableTotp(stage);
      return async () => {
        await stage.advance(30);
        const totpCode = codeFor(secret, stage.now());
        const cookies = new Map(stage.owner.cookies);
        return (client) => {
          for (const [name, value] of cookies) client.cookies.set(name, value);
          return client.call('POST', '/step-up', { purpose: 'createRecoveryCodes', totpCode });
        };
      };
    },
  },
  {
    name: 'a recovery code',
    // After the last of the ten it is no way any more.
    late: ['validation_failed', 'step_up_required'],
    async prepare(stage) {
      const { secret, codes } = await enableTotp(stage);
      return async () => {
        if (codes.length === 0) {
          await stage.advance(30);
          const totpCode = codeFor(secret, stage.now());
          await stage.owner.call('POST', '/step-up', { purpose: 'createRecoveryCodes', totpCode });
          const { json } = await stage.owner.call('POST', '/users/me/two-factor/recovery-codes');
          codes.push(...(json['recoveryCodes'] as string[]));
        }
        const recoveryCode = codes.pop();
        const cookies = new Map(stage.owner.cookies);
        return (client) => {
          for (const [name, value] of cookies) client.cookies.set(name, value);
          return client.call('POST', '/step-up', { purpose: 'deleteAccount', recoveryCode });
        };
      };
    },
  },
];

describe.each(storages)('$name', (kind) => {
  describe.each([1, 2])('in %i process(es)', (processes) => {
    test.each(contests)(`$name is used once in ${races} races`, async ({ prepare, late }) => {
      world = await startWorld(kind, processes);
      const { servers } = world;
      const owner = new Client(servers[0]?.origin ?? '');
      const email = await owner.signUp();
      let ahead = 0;
      const race = await prepare({
        world,
        owner,
        email,
        now: () => Date.now() + ahead,
        async advance(seconds) {
          ahead += seconds * 1000;
          for (const server of servers) await server.advance(seconds);
        },
      });
      const clients = Array.from(
        { length: racers },
        (_, racer) => new Client(servers[racer % servers.length]?.origin ?? ''),
      );
      const outcomes = { doubled: 0, lost: 0 };
      const others = new Set<string>();
      for (let index = 0; index < races; index++) {
        const ask = await race(index);
        const replies = await Promise.all(clients.map((client, racer) => ask(client, racer)));
        const won = replies.filter((reply) => reply.status === 200).length;
        if (won > 1) outcomes.doubled += 1;
        if (won === 0) outcomes.lost += 1;
        for (const reply of replies) {
          if (reply.status !== 200 && !late.includes(reply.code ?? '')) {
            others.add(`${reply.status} ${reply.code}`);
          }
        }
      }
      for (const client of [...clients, owner]) client.close();
      expect(outcomes).toEqual({ doubled: 0, lost: 0 });
      // Nobody was answered by accident: neither an error of the server nor another refusal.
      expect([...others]).toEqual([]);
    });
  });
});
