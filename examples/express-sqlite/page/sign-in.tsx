import type { FormEvent, ReactElement } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { startAuthentication } from '@simplewebauthn/browser';
import { ask, send } from './send.ts';

const sentences: Record<string, string> = {
  wrong_credentials: 'Email or password is not right.',
  taken: 'There is an account with this address. Sign in instead.',
  password_too_short: 'The password needs at least 15 characters.',
  password_common: 'That password is too easy to guess.',
  password_personal: 'That password is too close to your name or address.',
  malformed: 'That is no email address.',
  rate_limited: 'Too many tries. Wait a few minutes.',
  password_locked: 'Too many wrong tries. Choose a new password by mail.',
  wrong_code: 'That code does not work. Take the newest.',
  passkey_refused: 'That passkey belongs to no account here.',
};

/** The host's own page: the package brings the server side of signing in, the page is the host's. */
export function SignIn(): ReactElement {
  const [fresh, setFresh] = useState(false);
  const [error, setError] = useState('');
  const [pending, setPending] = useState(false);
  // The password was right, and the account asks for more.
  const [second, setSecond] = useState(false);
  const codeInput = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (second) codeInput.current?.focus();
  }, [second]);

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (pending) return;
    const { code, ...rest } = Object.fromEntries(new FormData(event.currentTarget));
    const typed = typeof code === 'string' ? code.trim() : '';
    const proof = /^\d{3} ?\d{3}$/.test(typed) ? { totpCode: typed } : { recoveryCode: typed };
    const values = typed ? { ...rest, ...proof } : rest;
    setPending(true);
    setError('');
    const problem = await send(fresh ? '/api/auth/register' : '/api/auth/login', values).catch(
      () => ({
        code: 'offline',
        field: null,
      }),
    );
    setPending(false);
    if (problem === null) location.assign('/');
    else if (problem.code === 'second_factor_required') setSecond(true);
    else if (typed && problem.field === 'malformed') setError(sentences['wrong_code'] ?? '');
    else setError(sentences[problem.field ?? problem.code] ?? 'That did not work. Try again.');
  };

  const enterByPasskey = async (): Promise<void> => {
    setError('');
    try {
      const started = await ask<{ options: PublicKeyCredentialRequestOptionsJSON }>(
        '/api/auth/login/passkey/start',
      );
      if (started === null) throw new Error('no challenge');
      const passkey = await startAuthentication({ optionsJSON: started.options });
      const problem = await send('/api/auth/login/passkey', { passkey });
      if (problem === null) location.assign('/');
      else setError(sentences[problem.field ?? problem.code] ?? 'That did not work. Try again.');
    } catch {
      setError('That did not work. Try again, or use your password.');
    }
  };

  return (
    <form className="sign-in" method="post" onSubmit={(event) => void submit(event)}>
      <h1>{fresh ? 'Create an account' : 'Sign in'}</h1>
      {fresh && (
        <label>
          Name
          <input name="name" autoComplete="name" />
        </label>
      )}
      <label>
        Email
        <input name="email" type="email" autoComplete="username" required />
      </label>
      <div className="field">
        <label>
          Password
          <input
            name="password"
            type="password"
            autoComplete={fresh ? 'new-password' : 'current-password'}
            aria-describedby={fresh ? 'hint' : undefined}
            required
          />
        </label>
        {fresh && (
          <p id="hint" className="hint">
            At least 15 characters. A few words in a row do well.
          </p>
        )}
      </div>
      {second && !fresh && (
        <label>
          Code of your app, or a recovery code
          <input ref={codeInput} name="code" autoComplete="one-time-code" spellCheck={false} />
        </label>
      )}
      <p role="alert" className="error">
        {error}
      </p>
      <button type="submit" className="button">
        {fresh ? 'Create account' : 'Sign in'}
      </button>
      {!fresh && (
        <>
          <button type="button" className="button" onClick={() => void enterByPasskey()}>
            Use a passkey
          </button>
          <a href="/forgot-password">Forgot your password?</a>
        </>
      )}
      <button
        type="button"
        className="button"
        onClick={() => {
          setFresh(!fresh);
          setError('');
        }}
      >
        {fresh ? 'I have an account' : 'Create an account'}
      </button>
    </form>
  );
}
