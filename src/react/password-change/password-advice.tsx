'use client';
import type { ReactElement } from 'react';
import { useDeferredValue, useEffect, useState } from 'react';
import type { Account } from '../../contract/account.ts';
import type { PasswordRule } from '../../contract/password-rules.ts';
import { judgeRules } from '../../contract/password-rules.ts';
import { passwordRules as english } from '../../words/interface/en/password-rules.ts';
import { format } from '../../words/interface/format.ts';
import { useWords } from '../account-context.ts';
import { useFeatureWords } from '../feature-words.ts';
import { usePart } from '../ui/look.ts';
import { useLoaded } from '../use-loaded.ts';
import { typesInWords } from './password-rules.ts';

/** Props of `PasswordAdvice`. */
export interface PasswordAdviceProps {
  account: Account;
  /** What is in the field. */
  password: string;
}

const loadStrength = () => import('./password-strength.tsx').then((one) => one.PasswordStrength);

/** Nothing is said while somebody types: only after so long a pause. */
const pauseMilliseconds = 700;

/** Under a new password: the server's rules, ticked off while it is typed, and, once all are met, how hard it is to guess. */
export function PasswordAdvice({ account, password: value }: PasswordAdviceProps): ReactElement {
  const part = usePart();
  const text = useFeatureWords('passwordRules', english);
  // Typing goes first.
  const typed = useDeferredValue(value).normalize('NFC');
  const { profile, email, password } = account;
  const owner = [...email.address.split('@'), ...Object.values(profile).map((one) => one.value)];
  const rules = judgeRules(typed, password.policy, owner);
  const open = rules.filter((rule) => !rule.met);
  return (
    <div className={part('advice')}>
      <ul className={part('rules')} aria-label={text.title}>
        {rules.map((rule) => (
          <Rule key={rule.code} rule={rule} policy={password.policy} />
        ))}
      </ul>
      <Spoken typed={typed} open={open} policy={password.policy} />
      {/* Always there, so that what comes into it is read out: when the level changes, not at every key. */}
      <div role="status" className={part('alert')}>
        {typed !== '' && open.length === 0 && <Strength password={typed} />}
      </div>
    </div>
  );
}

type Policy = Account['password']['policy'];

function useSentence(policy: Policy): (rule: PasswordRule) => string {
  const words = useWords();
  const text = useFeatureWords('passwordRules', english);
  return ({ code, params }) => {
    const types = code === 'password_types' ? typesInWords(policy, words) : '';
    return format(text[code], { ...params, types }, words.locale);
  };
}

/** What is still open, for those who hear it, once the typing pauses. */
function Spoken({
  typed,
  open,
  policy,
}: {
  typed: string;
  open: readonly PasswordRule[];
  policy: Policy;
}): ReactElement {
  const part = usePart();
  const words = useWords();
  const text = useFeatureWords('passwordRules', english);
  const sentence = useSentence(policy);
  const [paused, setPaused] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setPaused(typed), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [typed]);
  const list = new Intl.ListFormat(words.locale, { type: 'conjunction' }).format(
    open.map(sentence),
  );
  const due = paused === typed && typed !== '';
  return (
    <p role="status" className={part('unseen')}>
      {due && (open.length === 0 ? text.allMet : `${text.unmet} ${list}`)}
    </p>
  );
}

function Rule({ rule, policy }: { rule: PasswordRule; policy: Policy }): ReactElement {
  const part = usePart();
  const text = useFeatureWords('passwordRules', english);
  return (
    <li className={part('rule')} data-met={rule.met ? '' : undefined}>
      <span>
        <span className={part('unseen')}>{rule.met ? text.met : text.unmet} </span>
        {useSentence(policy)(rule)}
      </span>
    </li>
  );
}

function Strength({ password }: { password: string }): ReactElement | null {
  const { part: Loaded } = useLoaded(loadStrength);
  // It helps, but nothing depends on it: without it the server judges all the same.
  return Loaded && <Loaded password={password} />;
}
