'use client';
import type { ReactElement } from 'react';
import { useDeferredValue } from 'react';
import type { Account } from '../../contract/account.ts';
import type { PasswordRule } from '../../contract/password-rules.ts';
import { judgeRules } from '../../contract/password-rules.ts';
import { passwordRules as english } from '../../words/interface/en/password-rules.ts';
import { useWords } from '../account-context.ts';
import { useFeatureWords } from '../feature-words.ts';
import { format } from '../format.ts';
import { useLoaded } from '../use-loaded.ts';
import { typesInWords } from './password-rules.ts';

/** Props of `PasswordAdvice`. */
export interface PasswordAdviceProps {
  account: Account;
  /** What is in the field. */
  password: string;
}

const loadStrength = () => import('./password-strength.tsx').then((one) => one.PasswordStrength);

/** Under a new password: the server's rules, ticked off while it is typed, and, once all are met, how hard it is to guess. */
export function PasswordAdvice({ account, password: value }: PasswordAdviceProps): ReactElement {
  const text = useFeatureWords('passwordRules', english);
  // Typing goes first.
  const typed = useDeferredValue(value).normalize('NFC');
  const { profile, email, password } = account;
  const owner = [...email.address.split('@'), ...Object.values(profile).map(({ value }) => value)];
  const rules = judgeRules(typed, password.policy, owner);
  return (
    <>
      <ul className="selvedge-rules" aria-label={text.title}>
        {rules.map((rule) => (
          <Rule key={rule.code} rule={rule} policy={password.policy} />
        ))}
      </ul>
      {typed !== '' && rules.every((rule) => rule.met) && <Strength password={typed} />}
    </>
  );
}

function Rule({
  rule,
  policy,
}: {
  rule: PasswordRule;
  policy: Account['password']['policy'];
}): ReactElement {
  const words = useWords();
  const text = useFeatureWords('passwordRules', english);
  const { code, params, met } = rule;
  const types = code === 'password_types' ? typesInWords(policy, words) : '';
  return (
    <li className="selvedge-rule" data-met={met ? '' : undefined}>
      <span className="selvedge-unseen">{met ? text.met : text.unmet} </span>
      {format(text[code], { ...params, types })}
    </li>
  );
}

function Strength({ password }: { password: string }): ReactElement | null {
  const { part: Loaded } = useLoaded(loadStrength);
  // It helps, but nothing depends on it: without it the server judges all the same.
  return Loaded && <Loaded password={password} />;
}
