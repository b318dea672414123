'use client';
import { createContext } from 'react';

/** The id of the section around a hook; null outside any. A proof is asked for inside the section that needs it. */
export const SectionContext = createContext<string | null>(null);
