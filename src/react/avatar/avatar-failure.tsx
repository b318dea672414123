'use client';
import type { ReactElement, ReactNode } from 'react';
import type { Account } from '../../contract/account.ts';
import type { AccountError } from '../../contract/account-error.ts';
import { format } from '../../words/interface/format.ts';
import { useWords } from '../account-context.ts';
import { Failure } from '../failure.tsx';

/** The most megabytes of a file, as the person writes numbers. */
export function megabytes(account: Account, locale: string): string {
  const count = account.avatarLimits.maxBytes / 1_048_576;
  // Making a formatter takes longer than rendering the section; a whole number hardly needs one.
  if (Number.isInteger(count) && count < 100) return String(count);
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(count);
}

/** Props of `AvatarFailure`. */
export interface AvatarFailureProps {
  account: Account;
  error: AccountError | null;
  onWaited?: () => void;
  /** Buttons. */
  actions?: ReactNode;
}

/** Why a picture was not taken. */
export function AvatarFailure({ account, ...failure }: AvatarFailureProps): ReactElement {
  const { avatar: text, locale } = useWords();
  return (
    <Failure
      {...failure}
      sentences={{
        too_large: format(text.tooLarge, { megabytes: megabytes(account, locale) }, locale),
        unsupported_media_type: text.unsupported,
      }}
    />
  );
}
