'use client';
import type { ReactElement } from 'react';
import { identities as english } from '../../words/interface/en/identities.ts';
import type { SectionComponentProps } from '../account-section.tsx';
import { AccountSection } from '../account-section.tsx';
import { Dated } from '../dated.tsx';
import { useFeatureWords } from '../feature-words.ts';
import { Placeholder } from '../placeholder.tsx';
import { Detail, Details } from '../ui/details.tsx';
import { usePart } from '../ui/look.ts';

/** Props of `IdentityList`. */
export interface IdentityListProps extends SectionComponentProps {}

/** The identity providers that are connected. Read-only: connecting and disconnecting is not part of this version. */
export function IdentityList(props: IdentityListProps): ReactElement {
  const part = usePart();
  const text = useFeatureWords('identities', english);
  return (
    <AccountSection
      {...props}
      title={text.title}
      description={text.description}
      skeleton={<Placeholder of={['line', 'line']} />}
    >
      {({ identities }) =>
        identities.length === 0 ? (
          <p className={part('lead')}>{text.none}</p>
        ) : (
          <Details>
            {identities.map(({ provider, label, name, connectedAt }) => (
              <Detail key={`${provider} ${connectedAt}`} term={label}>
                {name && <bdi>{name}</bdi>}
                <p className={part('help')}>
                  <Dated sentence={text.since} at={connectedAt} show="medium" />
                </p>
              </Detail>
            ))}
          </Details>
        )
      }
    </AccountSection>
  );
}
