'use client';
import type { ReactElement } from 'react';
import { useSyncExternalStore } from 'react';
import { format } from '../words/interface/format.ts';
import { useWords } from './account-context.ts';

/** Props of `Dated`. */
export interface DatedProps {
  /** A sentence with `{date}`. */
  sentence: string;
  /** ISO 8601 UTC. */
  at: string;
  /** The day alone, in full or in short, or the day and the time. */
  show: 'long' | 'medium' | 'time';
}

const never = (): (() => void) => () => {};

/**
 * A sentence with a moment, in the person's language and time zone. A server knows neither zone nor the browser's
 * spelling: until hydration it is UTC, and what differs then is no complaint.
 */
export function Dated({ sentence, at, show }: DatedProps): ReactElement {
  const { locale } = useWords();
  const here = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const date = new Intl.DateTimeFormat(locale, {
    dateStyle: show === 'long' ? 'long' : 'medium',
    ...(show === 'time' && { timeStyle: 'short' }),
    ...(!here && { timeZone: 'UTC' }),
  }).format(new Date(at));
  return <span suppressHydrationWarning>{format(sentence, { date }, locale)}</span>;
}
