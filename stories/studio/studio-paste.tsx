import type { ReactElement } from 'react';
import { useId, useState } from 'react';
import type { StudioFields } from './studio-seeds.ts';
import { findBridge, readVariables, seedsOf } from './studio-host.ts';

/** Props of `HostPaste`. */
export interface HostPasteProps {
  /** Called with the seeds that were found. */
  onTake: (fields: Partial<StudioFields>) => void;
}

const example = `:root {
  --primary: oklch(0.55 0.2 30);
  --card: #fff;
  --radius: 0.5rem;
}`;

/** Takes the CSS of a host, and the seeds out of it. */
export function HostPaste({ onTake }: HostPasteProps): ReactElement {
  const id = useId();
  const [css, setCss] = useState('');
  const [said, setSaid] = useState('');
  const take = (): void => {
    const variables = readVariables(css);
    const bridge = findBridge(variables);
    const found = seedsOf(variables, bridge);
    const names = Object.keys(found);
    if (names.length === 0) {
      setSaid('Nothing here is a variable of shadcn, MUI, Bootstrap, Radix Themes or Selvedge.');
      return;
    }
    const from = bridge
      ? `Read through the bridge “${bridge}”: a page that imports selvedge/bridges/${bridge}.css needs nothing else.`
      : 'Read from --selvedge variables.';
    setSaid(`${from} Taken: ${names.join(', ')}.`);
    onTake(found);
  };
  return (
    <fieldset className="studio-group">
      <legend>From a host’s CSS</legend>
      <div className="studio-control">
        <label htmlFor={id}>Style sheet with the host’s variables</label>
        <textarea
          id={id}
          rows={5}
          spellCheck={false}
          placeholder={example}
          value={css}
          aria-describedby={`${id}s`}
          onChange={(event) => setCss(event.target.value)}
        />
      </div>
      <button type="button" className="studio-button" disabled={css.trim() === ''} onClick={take}>
        Take its look
      </button>
      <p id={`${id}s`} role="status" className="studio-note">
        {said}
      </p>
    </fieldset>
  );
}
