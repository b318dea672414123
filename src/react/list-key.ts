import { useMemo } from 'react';
import { useAccountContext } from './account-context.ts';
import { useAccountQuery } from './use-account.ts';

/** Where a list of the account lies in the client: below the account, apart for each person, gone with a sign-out. */
export function useListKey(name: string): { key: readonly string[]; accountId: string } {
  const { queryKey } = useAccountContext();
  // Whose list is asked for goes with the question: another tab may have signed somebody else in.
  const accountId = useAccountQuery().kept?.id ?? '';
  const key = useMemo(() => [...queryKey, 'of', accountId, name], [queryKey, accountId, name]);
  return { key, accountId };
}

/** Of every query of a list: a failure is shown at once, and what nobody looks at is not kept. */
export const listQuery = { networkMode: 'always', retry: false, gcTime: 0 } as const;
