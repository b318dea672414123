import type { Theme, ThemeContrast, ThemeRole, ThemeScheme } from 'selvedge/theme';
import { themeRoles } from 'selvedge/theme';
import type { ReactElement } from 'react';
import './studio-contrast.css';

const schemes: readonly ThemeScheme[] = ['light', 'dark'];

/** The pair of a role that is hardest to read. */
function worst(theme: Theme, role: ThemeRole, scheme: ThemeScheme): ThemeContrast | undefined {
  return theme.contrast
    .filter((one) => one.role === role && one.scheme === scheme)
    .toSorted((a, b) => a.ratio / a.required - b.ratio / b.required)[0];
}

// Rounded down: 4.499 is not 4.5.
const shown = (ratio: number): string => (Math.floor(ratio * 100) / 100).toFixed(2);

function Swatch({ colour }: { colour: string }): ReactElement {
  return <span className="studio-swatch" style={{ background: colour }} aria-hidden="true" />;
}

function Pair({
  theme,
  role,
  scheme,
}: {
  theme: Theme;
  role: ThemeRole;
  scheme: ThemeScheme;
}): ReactElement {
  const pair = worst(theme, role, scheme);
  const moved = theme.corrections.find((one) => one.role === role && one.scheme === scheme);
  const value = theme.tokens[scheme][role];
  if (!pair) return <td>–</td>;
  return (
    <td>
      <span className="studio-colour">
        <Swatch colour={value} />
        <code>{value}</code>
      </span>
      <span className="studio-ratio" data-ok={pair.ok}>
        {shown(pair.ratio)} : 1 {pair.ok ? 'passes' : 'fails'}
      </span>
      <span className="studio-note">
        needs {pair.required}, on {pair.against}
      </span>
      {moved && (
        <span className="studio-note" data-moved="">
          corrected: <Swatch colour={moved.wanted} /> <code>{moved.wanted}</code> had{' '}
          {shown(moved.ratioBefore)} : 1
        </span>
      )}
    </td>
  );
}

/** Every role that is read or seen, at its worst in each scheme, with what was moved to get there. */
export function ContrastTable({ theme }: { theme: Theme }): ReactElement {
  const roles = (Object.keys(themeRoles) as ThemeRole[]).filter((role) =>
    theme.contrast.some((one) => one.role === role),
  );
  return (
    // Narrow pages scroll it, and what scrolls is reached by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="studio-scroll" role="region" aria-label="Contrast" tabIndex={0}>
      <table className="studio-table">
        <thead>
          <tr>
            <th scope="col">Role</th>
            {schemes.map((scheme) => (
              <th key={scheme} scope="col">
                {scheme === 'light' ? 'Light' : 'Dark'}, at its worst
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {roles.map((role) => (
            <tr key={role}>
              <th scope="row">
                {role}
                <span className="studio-note">{themeRoles[role].use}</span>
              </th>
              {schemes.map((scheme) => (
                <Pair key={scheme} theme={theme} role={role} scheme={scheme} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** In one sentence. */
export function contrastSummary(theme: Theme): string {
  const failing = theme.contrast.filter((one) => !one.ok).length;
  const moved = theme.corrections.length;
  const pairs = `${theme.contrast.length} pairs measured, ${failing === 0 ? 'all pass' : `${failing} fail`}`;
  return moved === 0
    ? `${pairs}. Nothing had to be corrected.`
    : `${pairs}. ${moved === 1 ? 'One colour was' : `${moved} colours were`} moved to get there.`;
}
