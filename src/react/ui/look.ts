'use client';
import type { ReactNode } from 'react';
import { createContext, useContext } from 'react';
import type { Part } from './part.ts';
import type { Slots } from './slots.ts';

/** A link to the host's terms, privacy notice or the like. */
export interface LegalLink {
  /** In the person's language. */
  label: string;
  /** Where it leads. */
  href: string;
}

/** How a host makes the components its own, beside the `--selvedge-*` variables of its style sheet. */
export interface Look {
  /** Name of a theme: every root gets it as `data-selvedge-theme`. */
  theme?: string | undefined;
  /** Default: what the host's page says, by `color-scheme` or a usual class or attribute. */
  colorScheme?: 'light' | 'dark' | undefined;
  /** Classes of the host that parts get beside their own, such as `{ button: 'btn' }`. */
  classNames?: { readonly [Name in Part]?: string } | undefined;
  /** Components of the host in place of native controls. */
  slots?: Slots | undefined;
  /** Above the pages that stand alone, such as those behind mailed links. */
  logo?: ReactNode;
  /**
   * Drawings of identity providers by their ids, such as `{ google: <GoogleMark /> }`, 20 by 20 px, in front of connected
   * accounts. Where there is none, the first letter of the provider's name stands.
   */
  marks?: { readonly [provider: string]: ReactNode } | undefined;
  /** Below these pages, and below `AccountSettings`. */
  legal?: readonly LegalLink[] | undefined;
}

/** Internal: provided by `AccountProvider`. */
export const LookContext = createContext<Look>({});

/** How the host makes the components its own. */
export function useLook(): Look {
  return useContext(LookContext);
}

/** Makes the `class` of a part: its own, the host's, and one for this very element. */
export function usePart(): (part: Part, own?: string) => string {
  const { classNames } = useLook();
  return (part, own) => [`selvedge-${part}`, classNames?.[part], own].filter(Boolean).join(' ');
}
