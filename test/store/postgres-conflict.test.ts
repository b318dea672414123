import { expect } from 'vitest';
import type { PostgresStage } from '../support/postgres-stores.ts';
import { testOnPostgres } from '../support/postgres-stores.ts';

/**
 * Makes the database itself refuse changes of accounts with this SQLSTATE, the first so many times; a sequence counts
 * them, because no rollback takes that back.
 */
async function refuse(stage: PostgresStage, state: string, times: number): Promise<void> {
  await stage.query(`
    create sequence refusals;
    create function refuse_change() returns trigger language plpgsql as $$
      begin
        if nextval('selvedge.refusals') <= ${times} then
          raise exception 'refused by the test' using errcode = '${state}';
        end if;
        return new;
      end $$;
    create trigger refuse_change before update on accounts
      for each row execute function refuse_change()`);
}

async function countTries(stage: PostgresStage): Promise<unknown> {
  return (await stage.query('select last_value::int as tries from refusals'))[0]?.['tries'];
}

async function stopRefusing(stage: PostgresStage): Promise<void> {
  await stage.query(`drop trigger if exists refuse_change on accounts;
    drop function if exists refuse_change; drop sequence if exists refusals`);
}

for (const [name, state] of [
  ['comes in the way of another', '40001'],
  ['is in a deadlock', '40P01'],
] as const) {
  testOnPostgres(`runs a transaction again that ${name}, and all of it`, async (stage) => {
    const ada = await stage.person('ada');
    const grant = await stage.grant(ada);
    await refuse(stage, state, 6);
    const change = { accountId: ada.id, values: { name: 'Ada' }, expectedVersion: 1 };
    const mail = stage.newMail(ada);
    const done = await stage.store.updateProfile(
      change,
      stage.effects({ grant, deliveries: [mail] }),
    );
    expect(done).toMatchObject({ kind: 'done', account: { name: 'Ada', version: 2 } });
    expect(await countTries(stage)).toBe(7);
    expect(await stage.query('select id from outbox')).toEqual([{ id: mail.id }]);
    expect(await stage.store.findGrant(grant, stage.at(0))).toBe(false);
    await stopRefusing(stage);
  });
}

testOnPostgres('gives up after some tries, and leaves nothing', async (stage) => {
  const ada = await stage.person('ada');
  const grant = await stage.grant(ada);
  await refuse(stage, '40001', 1_000_000);
  const before = await stage.dump();
  const change = { accountId: ada.id, values: { name: 'Ada' }, expectedVersion: null };
  const write = stage.store.updateProfile(change, stage.effects({ grant }));
  await expect(write).rejects.toMatchObject({ code: 'unavailable' });
  expect(await countTries(stage)).toBe(40);
  await stage.expectUnchanged(before);
  await stopRefusing(stage);
});

testOnPostgres('tells a violation that is no race as what it is', async (stage) => {
  const ada = await stage.person('ada');
  await refuse(stage, '23505', 1_000_000);
  const change = { accountId: ada.id, values: { name: 'Ada' }, expectedVersion: null };
  const write = stage.store.updateProfile(change, stage.effects());
  await expect(write).rejects.toMatchObject({ message: 'refused by the test', code: '23505' });
  expect(await countTries(stage)).toBe(3);
  await stopRefusing(stage);
});

testOnPostgres('sees after a conflict what the other one has written', async (stage) => {
  const ada = await stage.person('ada');
  const second = await stage.another();
  // Both have version 1 in mind; whoever comes second is told the newest account.
  const write = (name: string, store = stage.store) =>
    store.updateProfile(
      { accountId: ada.id, values: { name }, expectedVersion: 1 },
      stage.effects(),
    );
  const [first, other] = await Promise.all([write('First'), write('Other', second)]);
  const kinds = [first.kind, other.kind].toSorted();
  expect(kinds).toEqual(['done', 'version_conflict']);
  const refused = first.kind === 'done' ? other : first;
  const won = first.kind === 'done' ? 'First' : 'Other';
  expect(refused).toMatchObject({ account: { name: won, version: 2 } });
});

testOnPostgres('stores no NUL character, and blames the request for it', async (stage) => {
  const ada = await stage.person('ada');
  const before = await stage.dump();
  const change = { accountId: ada.id, values: { name: 'A\0da' }, expectedVersion: null };
  const write = stage.store.updateProfile(change, stage.effects());
  await expect(write).rejects.toMatchObject({ code: 'unreadable' });
  await expect(stage.store.findAccount('a\0', stage.at(0))).rejects.toMatchObject({
    code: 'unreadable',
  });
  await stage.expectUnchanged(before);
});
