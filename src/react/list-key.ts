import { useMemo } from 'react';
import { useAccountContext } from './account-context.ts';
import { useAccountQuery } from './use-account.ts';

/** Where a list of the account lies in the client: below the account, apart for each person, gone with a sign-out. */
export function useListKey(name: string): readonly string[] {
  const { queryKey } = useAccountContext();
  const id = useAccountQuery().kept?.id ?? '';
  return useMemo(() => [...queryKey, 'of', id, name], [queryKey, id, name]);
}
