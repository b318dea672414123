'use client';
import type { ReactElement } from 'react';
import { useWords } from './account-context.ts';
import { Link } from './ui/link.tsx';
import { useLook, usePart } from './ui/look.ts';

/** The host's legal links, if there are any. */
export function Legal(): ReactElement | null {
  const { account } = useWords();
  const { legal = [] } = useLook();
  const part = usePart();
  if (legal.length === 0) return null;
  return (
    <nav aria-label={account.legal} className={part('legal')}>
      {legal.map(({ label, href }) => (
        <Link key={href} href={href}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
