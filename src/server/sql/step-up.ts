import type { Effects, FlowStore, GrantRecord } from '../ports/account-store.ts';
import { isAccountThere } from './account-rows.ts';
import { admit, record } from './effects.ts';
import { findUsableGrant, insertGrant } from './grants.ts';
import type { Engine } from './transaction.ts';
import { refuse, run } from './transaction.ts';

function* putGrant(grant: GrantRecord, effects: Effects) {
  const refused = yield* admit(effects);
  if (refused !== null) return refused;
  if (!(yield* isAccountThere(grant.accountId))) return refuse({ kind: 'gone' });
  yield* run(insertGrant, grant);
  yield* record(grant.accountId, effects);
  return { kind: 'done' as const };
}

/** Proofs: making and looking. They are used up by the writes that they allow. */
export function createStepUpStore(engine: Engine): Pick<FlowStore, 'putGrant' | 'findGrant'> {
  return {
    putGrant: (grant, effects) => engine.write(() => putGrant(grant, effects)),
    async findGrant({ digest, accountId, sessionId, purpose }, at) {
      const args = { digest, accountId, sessionId, purpose, at };
      return (await engine.findOne(findUsableGrant, args)) !== undefined;
    },
  };
}
