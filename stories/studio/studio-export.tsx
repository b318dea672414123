import type { Theme } from 'selvedge/theme';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { Choice } from './studio-controls.tsx';

/** Copies a text, and says so. */
export function CopyButton({ text, children }: { text: string; children: string }): ReactElement {
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied.');
    } catch {
      setSaid('The browser keeps its clipboard: select the text instead.');
    }
  };
  return (
    <span className="studio-copy">
      <button type="button" className="studio-button" onClick={() => void copy()}>
        {children}
      </button>
      <span role="status">{said}</span>
    </span>
  );
}

const kinds = { css: 'CSS', ts: 'TypeScript', tokens: 'Design tokens' } as const;

/** The theme as a file, in three notations. */
export function Export({ theme }: { theme: Theme }): ReactElement {
  const [kind, setKind] = useState<keyof typeof kinds>('css');
  const texts = {
    css: theme.css,
    ts: theme.ts,
    tokens: JSON.stringify(theme.designTokens, null, 2),
  };
  return (
    <>
      <div className="studio-bar">
        <Choice
          legend="As"
          options={kinds}
          value={kind}
          onChange={(value) => setKind(value as keyof typeof kinds)}
        />
        <CopyButton key={kind} text={texts[kind]}>{`Copy ${kinds[kind]}`}</CopyButton>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}
      <pre className="studio-code" role="region" aria-label={kinds[kind]} tabIndex={0}>
        <code>{texts[kind]}</code>
      </pre>
    </>
  );
}
