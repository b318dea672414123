import type { DeviceRecord, SessionListStore } from '../ports/session-store.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import type { Engine, Transaction } from './transaction.ts';
import { run } from './transaction.ts';

const putDevice = statement((db, param: Param<DeviceRecord>) =>
  db
    .insertInto('devices')
    .values({
      account_id: param('accountId'),
      digest: param('digest'),
      last_used_at: param('lastUsedAt'),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['account_id', 'digest'])
        .doUpdateSet((eb) => ({ last_used_at: eb.ref('excluded.last_used_at') })),
    ),
);

const findKnown = statement((db, param: Param<{ digest: string; accountId: string }>) =>
  db
    .selectFrom('devices')
    .select('digest')
    .where('account_id', '=', param('accountId'))
    .where('digest', '=', param('digest')),
);

const deleteDevices = statement((db, param: Param<{ accountId: string }>) =>
  db.deleteFrom('devices').where('account_id', '=', param('accountId')),
);

/** Knows a browser from now on, or when it was last used; its account must be there. */
export function* rememberDevice(device: DeviceRecord): Transaction<void> {
  yield* run(putDevice, device);
}

/** Makes every browser a stranger's: one of them may be. */
export function* forgetDevices(accountId: string): Transaction<void> {
  yield* run(deleteDevices, { accountId });
}

/** Browsers that an account knows. */
export function createDeviceStore(engine: Engine): Pick<SessionListStore, 'findDevice'> {
  return {
    async findDevice(digest, accountId) {
      return (await engine.findOne(findKnown, { digest, accountId })) !== undefined;
    },
  };
}
