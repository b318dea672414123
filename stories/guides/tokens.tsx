import type { ThemeRole } from 'selvedge/theme';
import { createTheme, themeRoles } from 'selvedge/theme';
import type { ReactElement } from 'react';
import { ContrastTable, contrastSummary } from '../studio/studio-contrast.tsx';
import './guides.css';

const neutral = createTheme({ name: 'neutral' });
const roles = Object.keys(themeRoles) as ThemeRole[];

function Value({ role, scheme }: { role: ThemeRole; scheme: 'light' | 'dark' }): ReactElement {
  const value = neutral.tokens[scheme][role];
  return (
    <td>
      {themeRoles[role].kind === 'color' && (
        <span
          className="guide-swatch"
          aria-hidden="true"
          data-scheme={scheme}
          style={{ backgroundImage: `linear-gradient(${value}, ${value})` }}
        />
      )}
      <code>{value}</code>
    </td>
  );
}

function Table({ seeds }: { seeds: boolean }): ReactElement {
  return (
    <table className="guide-table">
      <thead>
        <tr>
          <th scope="col">Variable</th>
          <th scope="col">Where it is seen</th>
          <th scope="col">Light</th>
          <th scope="col">Dark</th>
        </tr>
      </thead>
      <tbody>
        {roles
          .filter((role) => themeRoles[role].seed === seeds)
          .map((role) => (
            <tr key={role}>
              <th scope="row">
                <code>{themeRoles[role].variable ?? role}</code>
                {themeRoles[role].variable === null && <small>follows, cannot be set</small>}
              </th>
              <td>{themeRoles[role].use}</td>
              <Value role={role} scheme="light" />
              <Value role={role} scheme="dark" />
            </tr>
          ))}
      </tbody>
    </table>
  );
}

/** The eight that all others follow from. */
export const Seeds = (): ReactElement => <Table seeds />;

/** What follows from them. */
export const Roles = (): ReactElement => <Table seeds={false} />;

/** Contrast of the default look. */
export const Contrast = (): ReactElement => (
  <>
    <p>{contrastSummary(neutral)}</p>
    <ContrastTable theme={neutral} />
  </>
);
