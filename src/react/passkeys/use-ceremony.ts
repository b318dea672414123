'use client';
import { WebAuthnAbortService } from '@simplewebauthn/browser';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PasskeyResponse } from '../../contract/passkeys.ts';

/** How the browser's asking ended. `known`: the device has a passkey for the account already. `gone`: nobody is there any more. */
export type CeremonyEnd =
  | { status: 'answered'; response: PasskeyResponse }
  | { status: 'stopped' | 'known' | 'gone' };

/** The browser's own dialog for passkeys. */
export interface Ceremony {
  /** While the browser asks the person. */
  asking: boolean;
  /** Lets it ask. Never rejects. */
  ask: (start: () => Promise<object>) => Promise<CeremonyEnd>;
}

/** Lets the browser make or use a passkey, as long as the component is there: its dialog goes along. */
export function useCeremony(): Ceremony {
  const [asking, setAsking] = useState(false);
  const here = useRef(true);
  const open = useRef(false);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
      // Only its own: there is one at a time, and the next may have begun.
      if (open.current) WebAuthnAbortService.cancelCeremony();
    };
  }, []);
  const ask = useCallback<Ceremony['ask']>(async (start) => {
    if (!here.current) return { status: 'gone' };
    open.current = true;
    setAsking(true);
    try {
      const response = (await start()) as PasskeyResponse;
      return here.current ? { status: 'answered', response } : { status: 'gone' };
    } catch (error) {
      // Otherwise closed by the person, or nothing fitting was found: browsers do not tell which.
      const isKnown = error instanceof Error && error.name === 'InvalidStateError';
      return { status: isKnown ? 'known' : 'stopped' };
    } finally {
      open.current = false;
      setAsking(false);
    }
  }, []);
  return { asking, ask };
}
