'use client';
import type { ReactElement } from 'react';
import { useState } from 'react';
import type { Account } from '../../contract/account.ts';
import { twoFactor as english } from '../../words/interface/en/two-factor.ts';
import { format } from '../../words/interface/format.ts';
import { useWords } from '../account-context.ts';
import type { SectionComponentProps } from '../account-section.tsx';
import { Arrival } from '../arrival.tsx';
import { AccountSection } from '../account-section.tsx';
import { Dated } from '../dated.tsx';
import { lockSentence } from '../error-words.ts';
import { Failure } from '../failure.tsx';
import { useFeatureWords } from '../feature-words.ts';
import { Placeholder } from '../placeholder.tsx';
import { Button } from '../ui/button.tsx';
import { Detail, Details } from '../ui/details.tsx';
import { usePart } from '../ui/look.ts';
import { Notice } from '../ui/notice.tsx';
import type { HeadingLevel } from '../ui/section.tsx';
import { Status } from '../ui/status.tsx';
import { RecoveryCodeList } from './recovery-code-list.tsx';
import { TotpSetUp } from './totp-set-up.tsx';
import type { TwoFactorHandle, TwoFactorOptions } from './use-two-factor.ts';
import { useTwoFactor } from './use-two-factor.ts';

/** Props of `TwoFactor`. */
export interface TwoFactorProps extends SectionComponentProps, TwoFactorOptions {}

/** An authenticator app beside the password, and recovery codes for the day on which it is lost. */
export function TwoFactor({ className, headingLevel, ...options }: TwoFactorProps): ReactElement {
  const words = useWords();
  const text = useFeatureWords('twoFactor', english);
  return (
    <AccountSection
      title={text.title}
      description={text.description}
      className={className}
      headingLevel={headingLevel}
      skeleton={<Placeholder of={['line']} />}
    >
      {(account) => {
        const { allowed, reason } = account.abilities.manageTwoFactor;
        return allowed ? (
          <Manager account={account} options={options} level={headingLevel} />
        ) : (
          <Notice>
            {reason === 'no_password' ? text.noPassword : lockSentence(reason, words)}
          </Notice>
        );
      }}
    </AccountSection>
  );
}

function Manager({
  account,
  options,
  level,
}: {
  account: Account;
  options: TwoFactorOptions;
  level: HeadingLevel | undefined;
}): ReactElement {
  const words = useWords();
  const text = useFeatureWords('twoFactor', english);
  const handle = useTwoFactor(options);
  const { setUp, recoveryCodes, forget, status, error, reset } = handle;
  const [left, setLeft] = useState(false);
  if (!left && (setUp !== null || recoveryCodes !== null)) setLeft(true);
  const overview = <Overview account={account} handle={handle} />;
  const said = {
    idle: '',
    enabled: text.enabled,
    disabled: text.disabled,
    interrupted: words.account.interrupted,
  }[status];
  const sentences = {
    not_found: text.ranOut,
    ...(error?.reason === 'password_too_short' && { not_allowed: text.passwordTooShort }),
  };
  return (
    <>
      {setUp ? (
        <TotpSetUp setUp={setUp} handle={handle} level={level} />
      ) : recoveryCodes ? (
        <RecoveryCodeList codes={recoveryCodes} onKept={forget} level={level} />
      ) : left ? (
        // Back from a step whose buttons are gone: the focus is here and nowhere else.
        <Arrival>{overview}</Arrival>
      ) : (
        overview
      )}
      {!setUp && <Failure error={error} onWaited={reset} sentences={sentences} />}
      <Status tone={status === 'interrupted' ? 'neutral' : 'success'}>{said}</Status>
    </>
  );
}

function Overview({
  account,
  handle,
}: {
  account: Account;
  handle: TwoFactorHandle;
}): ReactElement {
  const part = usePart();
  const words = useWords();
  const text = useFeatureWords('twoFactor', english);
  const { totpEnabledAt, recoveryCodesLeft } = account.twoFactor;
  const { begin, disable, createCodes, pending } = handle;
  return (
    <div className={part('stack')}>
      <Details>
        <Detail
          term={text.app}
          action={
            totpEnabledAt === null ? (
              <Button pending={pending === 'begin'} onClick={() => void begin()}>
                {text.setUp}
              </Button>
            ) : (
              <Button pending={pending === 'disable'} onClick={() => void disable()}>
                {text.turnOff}
              </Button>
            )
          }
        >
          {totpEnabledAt === null ? (
            text.off
          ) : (
            <Dated sentence={text.on} at={totpEnabledAt} show="medium" />
          )}
        </Detail>
        {totpEnabledAt !== null && (
          <Detail
            term={text.recovery}
            action={
              <Button pending={pending === 'createCodes'} onClick={() => void createCodes()}>
                {text.makeNew}
              </Button>
            }
          >
            {recoveryCodesLeft === 0
              ? text.noneLeft
              : format(text.left, { count: recoveryCodesLeft }, words.locale)}
          </Detail>
        )}
      </Details>
      {totpEnabledAt !== null && recoveryCodesLeft === 0 && (
        <Notice tone="warning">{text.noneLeftWhy}</Notice>
      )}
    </div>
  );
}
