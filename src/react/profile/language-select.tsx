'use client';
import type { ForwardRefExoticComponent, RefAttributes } from 'react';
import { forwardRef } from 'react';
import type { SelectProps } from '../ui/select.tsx';
import { Select } from '../ui/select.tsx';

/** Props of `LanguageSelect`. */
export interface LanguageSelectProps extends SelectProps {
  /** BCP 47 tags; those of the most spoken written languages by default. */
  languages?: readonly string[] | undefined;
  /** The stored tag: selectable even when the list lacks it. */
  stored: string | null;
  /** The first entry: none is chosen. */
  none: string;
}

const common =
  'ar bg ca cs da de el en en-GB es es-MX et fa fi fr fr-CA he hi hr hu id it ja ko lt lv ms nb nl pl pt pt-BR ro ru sk sl sr sv sw ta th tr uk ur vi zh-Hans zh-Hant'.split(
    ' ',
  );

/** A language by its own name: who looks for theirs can read it. */
function autonym(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** A list of languages, each written in itself. */
export const LanguageSelect: ForwardRefExoticComponent<
  LanguageSelectProps & RefAttributes<HTMLSelectElement>
> = forwardRef(function LanguageSelect({ languages = common, stored, none, ...props }, ref) {
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
