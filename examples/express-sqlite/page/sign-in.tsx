import type { FormEvent, ReactElement } from 'react';
import { useState } from 'react';
import { send } from './send.ts';

const sentences: Record<string, string> = {
  wrong_credentials: 'E-mail or password is not right.',
  taken: 'There is an account with this address. Sign in instead.',
  password_too_short: 'The password needs at least 15 characters.',
  password_common: 'That password is too easy to guess.',
  password_personal: 'That password is too close to your name or address.',
  malformed: 'That is no e-mail address.',
  rate_limited: 'Too many tries. Wait a few minutes.',
};

/** The host's own page: the package brings the server side of signing in, the page is the host's. */
export function SignIn(): ReactElement {
  const [fresh, setFresh] = useState(false);
  const [error, setError] = useState('');
  const [pending, setPending] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (pending) return;
    const values = Object.fromEntries(new FormData(event.currentTarget));
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
    else setError(sentences[problem.field ?? problem.code] ?? 'That did not work. Try again.');
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
        E-mail
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
      <p role="alert" className="error">
        {error}
      </p>
      <button type="submit" className="button">
        {fresh ? 'Create account' : 'Sign in'}
      </button>
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
