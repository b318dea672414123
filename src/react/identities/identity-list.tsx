'use client';
import type { ReactElement } from 'react';
import { identities as english } from '../../words/interface/en/identities.ts';
import type { SectionComponentProps } from '../account-section.tsx';
import { AccountSection } from '../account-section.tsx';
import { Dated } from '../dated.tsx';
import { useFeatureWords } from '../feature-words.ts';
import { Placeholder } from '../placeholder.tsx';
import { Row, Rows } from '../row.tsx';
import { useLook, usePart } from '../ui/look.ts';

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
          <Rows>
            {identities.map(({ provider, label, name, connectedAt }) => (
              <Row
                key={`${provider} ${connectedAt}`}
                glyph={<Mark provider={provider} label={label} />}
                title={<bdi>{label}</bdi>}
                facts={[
                  name ? <bdi key="name">{name}</bdi> : false,
                  <Dated key="since" sentence={text.since} at={connectedAt} show="medium" />,
                ]}
              />
            ))}
          </Rows>
        )
      }
    </AccountSection>
  );
}

/** The host's drawing of a provider, or the first letter of its name. The name stands beside. */
function Mark({ provider, label }: { provider: string; label: string }): ReactElement {
  const part = usePart();
  const { marks } = useLook();
  return (
    <span className={part('avatar')} data-size="small" aria-hidden="true">
      {marks?.[provider] ?? [...label][0]}
    </span>
  );
}
