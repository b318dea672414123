'use client';
import type { ForwardRefExoticComponent, ReactElement, RefAttributes } from 'react';
import { forwardRef, useEffect, useState } from 'react';
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
      {tags.map((tag) => {
        const name = listedName(tag);
        return name === undefined ? (
          <UnlistedLanguage key={tag} tag={tag} />
        ) : (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        );
      })}
    </Select>
  );
});

/** A language whose name the browser has to be asked for: that waits until the form can be used. */
function UnlistedLanguage({ tag }: { tag: string }): ReactElement {
  const [name, setName] = useState(tag);
  useEffect(() => {
    const timer = setTimeout(() => setName(autonym(tag)));
    return () => clearTimeout(timer);
  }, [tag]);
  return (
    <option value={tag} lang={tag}>
      {name}
    </option>
  );
}
