import type { Effects, FlowStore } from '../ports/account-store.ts';
import { done, markChanged, setEmail } from './account-rows.ts';
import { forgetDevices } from './devices.ts';
import { admit, record } from './effects.ts';
import { freeFormerAddress, restoreAddress } from './email-address.ts';
import { reportByDigest, takeReport, voidReports } from './email-report-rows.ts';
import { linkState } from './email-link-state.ts';
import { endAddressLinks } from './link-rows.ts';
import { endEverythingBegun } from './security-endings.ts';
import type { Engine } from './transaction.ts';
import { one, refuse, run } from './transaction.ts';

function* takeEmailReport({ id }: { id: string }, effects: Effects) {
  const { at } = effects;
  const refused = yield* admit(effects);
  if (refused !== null) return refused;
  const report = yield* one(takeReport, { id, at });
  if (report === undefined) return refuse({ kind: 'link_used' });
  const { position, account_id: accountId, address, address_canonical: canonical } = report;
  yield* endEverythingBegun(accountId, null, at);
  yield* forgetDevices(accountId);
  const restored = yield* restoreAddress(accountId, canonical, at);
  if (restored !== null) {
    yield* freeFormerAddress(accountId, canonical);
    yield* endAddressLinks(accountId, at);
    yield* setEmail(accountId, address, restored.verified);
  } else {
    yield* markChanged(accountId);
  }
  yield* run(voidReports, { accountId, position, canonical, at });
  yield* record(accountId, effects);
  return { ...(yield* done(accountId, at)), restored: restored !== null };
}

/** "This wasn't me". */
export function createEmailReportStore(
  engine: Engine,
): Pick<FlowStore, 'findEmailReport' | 'takeEmailReport'> {
  return {
    async findEmailReport(tokenDigest, at) {
      const row = await engine.findOne(reportByDigest, { tokenDigest });
      if (row === undefined) return null;
      const { id, account_id: accountId, address } = row;
      return { id, accountId, address, state: linkState(row, at) };
    },
    takeEmailReport: (change, effects) => engine.write(() => takeEmailReport(change, effects)),
  };
}
