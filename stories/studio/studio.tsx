import type { StoryContext } from '@storybook/react-vite';
import type { Theme } from 'selvedge/theme';
import { ThemeError, createTheme } from 'selvedge/theme';
import type { ReactElement } from 'react';
import { memo, useEffect, useMemo, useReducer, useState } from 'react';
import { surroundingsOf } from '../../.storybook/surroundings.ts';
import { Sheet } from '../sheets/sheet.tsx';
import type { Beginning } from './studio-beginnings.ts';
import { brandBeginnings, presetBeginnings } from './studio-beginnings.ts';
import { studioCells } from './studio-cells.ts';
import { ContrastTable, contrastSummary } from './studio-contrast.tsx';
import { Beginnings, Choice, SeedControls } from './studio-controls.tsx';
import { CopyButton, Export } from './studio-export.tsx';
import { HostPaste } from './studio-paste.tsx';
import type { StudioFields } from './studio-seeds.ts';
import { fieldOf, noFields, readAddress, toSeeds, writeAddress } from './studio-seeds.ts';
import './studio.css';

interface Made {
  fields: StudioFields;
  theme: Theme;
  /** The same under the name that the live sheet has. */
  css: string;
  error: ThemeError | null;
}

function make(fields: StudioFields): Made {
  const seeds = toSeeds(fields);
  const { css } = createTheme({ ...seeds, name: 'studio' });
  return { fields, theme: createTheme(seeds), css, error: null };
}

/** The theme of the fields; while one of them is half typed, the last one that there was, and what is wrong. */
function remake(before: Made, fields: StudioFields): Made {
  try {
    return make(fields);
  } catch (error) {
    if (!(error instanceof ThemeError)) throw error;
    return { ...before, fields, error };
  }
}

const Live = memo(Sheet);

/** Where the theme outlives a reload: Storybook takes away what it does not know of an address. */
const kept = 'selvedge-studio';

/** The theme and the scheme of an address, or of the last visit in this tab. */
function readVisit(): URLSearchParams {
  const said = window.location.hash.slice(1) || window.sessionStorage.getItem(kept);
  return new URLSearchParams(said ?? '');
}

const places = {
  'studio-live': 'Live sheet',
  'studio-contrast': 'Contrast',
  'studio-export': 'Take it home',
} as const;

function goTo(id: string): void {
  const heading = document.getElementById(id);
  heading?.focus({ preventScroll: true });
  heading?.closest('section')?.scrollIntoView();
}

/** Props of `Studio`. */
export interface StudioProps {
  around: StoryContext;
}

/** Eight seeds, everything that follows from them, and the theme to take home. */
export function Studio({ around }: StudioProps): ReactElement {
  const [made, setFields] = useReducer(remake, null, () =>
    remake(make(noFields), readAddress(readVisit())),
  );
  const { fields, theme, css, error } = made;
  const { scheme: pageScheme } = surroundingsOf(around.globals);
  const [scheme, setScheme] = useState<'light' | 'dark'>(() =>
    readVisit().get('scheme') === 'dark' ? 'dark' : pageScheme,
  );
  // What the fields could not take of the preset that they began with.
  const [left, setLeft] = useState('');
  const cells = useMemo(() => studioCells(scheme), [scheme]);

  const { origin, pathname, search } = window.location;
  const said = writeAddress(fields, scheme);
  const address = `${pathname}${search}${said && `#${said}`}`;

  useEffect(() => {
    window.sessionStorage.setItem(kept, said);
    window.history.replaceState(null, '', address);
  }, [said, address]);

  const change = (name: keyof StudioFields, value: string): void =>
    setFields({ ...fields, [name]: value });
  const begin = ({ fields: all, note }: Pick<Beginning, 'fields' | 'note'>): void => {
    setFields(all);
    setLeft(note);
  };
  const wrong = error ? fieldOf(error.field, fields) : undefined;
  const errorOf = (name: keyof StudioFields): string | undefined =>
    name === wrong ? error?.message : undefined;

  return (
    <main className="studio" data-scheme={pageScheme}>
      <style>{css}</style>
      <header className="studio-head">
        <h1>Theme studio</h1>
        <p>
          Eight values make the whole look, and what could not be read is corrected while you
          choose. Take the result home as CSS, TypeScript or design tokens.
        </p>
        {/* Buttons and no links: what is behind the # of the address is the theme. */}
        <nav aria-label="On this page">
          {Object.entries(places).map(([id, name]) => (
            <button key={id} type="button" className="studio-button" onClick={() => goTo(id)}>
              {name}
            </button>
          ))}
        </nav>
      </header>
      <aside className="studio-side" aria-label="Seeds">
        <Beginnings title="Begin with" among={presetBeginnings} note={left} onBegin={begin} />
        <Beginnings title="Or with a colour" among={brandBeginnings} onBegin={begin} />
        <SeedControls fields={fields} theme={theme} errorOf={errorOf} onChange={change} />
        <HostPaste onTake={(some) => begin({ fields: { ...noFields, ...some }, note: '' })} />
      </aside>
      <div className="studio-main">
        <section aria-labelledby="studio-live" className="studio-panel">
          <div className="studio-bar">
            <h2 id="studio-live" tabIndex={-1}>
              Live sheet
            </h2>
            <Choice
              legend="Scheme"
              options={{ light: 'Light', dark: 'Dark' }}
              value={scheme}
              onChange={(value) => setScheme(value as typeof scheme)}
            />
          </div>
          <Live plans={cells} around={around} cellWidth={420} />
        </section>
        <section aria-labelledby="studio-contrast" className="studio-panel">
          <h2 id="studio-contrast" tabIndex={-1}>
            Contrast
          </h2>
          <p role="status">{contrastSummary(theme)}</p>
          <ContrastTable theme={theme} />
        </section>
        <section aria-labelledby="studio-export" className="studio-panel">
          <h2 id="studio-export" tabIndex={-1}>
            Take it home
          </h2>
          <div className="studio-bar">
            <label className="studio-name">
              Name
              <input
                type="text"
                spellCheck={false}
                placeholder="mine"
                value={fields.name}
                aria-invalid={error?.field === 'name'}
                onChange={(event) => change('name', event.target.value)}
              />
            </label>
            <CopyButton text={origin + address}>Copy address of this theme</CopyButton>
          </div>
          <Export theme={theme} />
        </section>
      </div>
    </main>
  );
}
