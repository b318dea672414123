'use client';
import type { ForwardRefExoticComponent, RefAttributes } from 'react';
import { forwardRef, startTransition, useEffect, useState } from 'react';
import type { SelectProps } from '../ui/select.tsx';
import { Select } from '../ui/select.tsx';
import { autonym, commonLanguages, listedName } from './languages.ts';

/** Props of `LanguageSelect`. */
export interface LanguageSelectProps extends SelectProps {
  /** BCP 47 tags; those of the most spoken written languages by default. */
  languages?: readonly string[] | undefined;
  /** The stored tag: selectable even when the list lacks it. */
  stored: string | null;
  /** The first entry: none is chosen. */
  none: string;
}

/** A list of languages, each written in itself. It is filled when the form can be used: nobody opens it earlier. */
export const LanguageSelect: ForwardRefExoticComponent<
  LanguageSelectProps & RefAttributes<HTMLSelectElement>
> = forwardRef(function LanguageSelect(
  { languages = commonLanguages, stored, none, ...props },
  ref,
) {
  const [filled, setFilled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setFilled(true)));
    return () => clearTimeout(timer);
  }, []);
  const chosen = stored === null ? [] : [stored];
  const others = chosen.filter((tag) => !languages.includes(tag));
  const tags = filled ? [...others, ...languages] : chosen;
  return (
    <Select {...props} ref={ref}>
      <option value="">{none}</option>
      {tags.map((tag) => (
        <option key={tag} value={tag} lang={tag}>
          {listedName(tag) ?? (filled ? autonym(tag) : tag)}
        </option>
      ))}
    </Select>
  );
});
