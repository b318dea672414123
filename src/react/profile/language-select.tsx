'use client';
import type { ForwardRefExoticComponent, RefAttributes } from 'react';
import { forwardRef } from 'react';
import type { SelectProps } from '../ui/select.tsx';
import { Select } from '../ui/select.tsx';
import { autonym, commonLanguages } from './languages.ts';

/** Props of `LanguageSelect`. */
export interface LanguageSelectProps extends SelectProps {
  /** BCP 47 tags; those of the most spoken written languages by default. */
  languages?: readonly string[] | undefined;
  /** The stored tag: selectable even when the list lacks it. */
  stored: string | null;
  /** The first entry: none is chosen. */
  none: string;
}

/** A list of languages, each written in itself. */
export const LanguageSelect: ForwardRefExoticComponent<
  LanguageSelectProps & RefAttributes<HTMLSelectElement>
> = forwardRef(function LanguageSelect(
  { languages = commonLanguages, stored, none, ...props },
  ref,
) {
  const tags = stored === null || languages.includes(stored) ? languages : [stored, ...languages];
  return (
    <Select {...props} ref={ref}>
      <option value="">{none}</option>
      {tags.map((tag) => (
        <option key={tag} value={tag} lang={tag} suppressHydrationWarning>
          {autonym(tag)}
        </option>
      ))}
    </Select>
  );
});
