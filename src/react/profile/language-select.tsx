'use client';
import type { ForwardRefExoticComponent, RefAttributes } from 'react';
import { forwardRef } from 'react';
import type { SelectProps } from '../ui/select.tsx';
import { Select } from '../ui/select.tsx';
import { useLoaded } from '../use-loaded.ts';

/** Props of `LanguageSelect`. */
export interface LanguageSelectProps extends SelectProps {
  /** BCP 47 tags; those of the most spoken written languages by default. */
  languages?: readonly string[] | undefined;
  /** The stored tag: selectable even when the list lacks it. */
  stored: string | null;
  /** The first entry: none is chosen. */
  none: string;
}

const loadNames = () => import('./languages.ts');

/** A list of languages, each written in itself. It is filled when the form can be used: nobody opens it earlier. */
export const LanguageSelect: ForwardRefExoticComponent<
  LanguageSelectProps & RefAttributes<HTMLSelectElement>
> = forwardRef(function LanguageSelect({ languages, stored, none, ...props }, ref) {
  const { part: names } = useLoaded(loadNames);
  const chosen = stored === null ? [] : [stored];
  const listed = languages ?? names?.commonLanguages ?? [];
  const others = chosen.filter((tag) => !listed.includes(tag));
  const tags = names ? [...others, ...listed] : chosen;
  return (
    <Select {...props} ref={ref}>
      <option value="">{none}</option>
      {tags.map((tag) => (
        <option key={tag} value={tag} lang={tag}>
          {names ? (names.listedName(tag) ?? names.autonym(tag)) : tag}
        </option>
      ))}
    </Select>
  );
});
