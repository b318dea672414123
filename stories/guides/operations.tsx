import type { ReactElement } from 'react';
import openapi from '../../api/openapi.json';
import './guides.css';

interface Described {
  operationId?: string;
  summary?: string;
}

const methods = ['get', 'put', 'post', 'delete'] as const;

/** Every call of the wire, from the OpenAPI document. */
export function Operations(): ReactElement {
  const paths = openapi.paths as Readonly<Record<string, { [method: string]: Described }>>;
  const calls = Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const described = item[method];
      return described ? [{ path, method, ...described }] : [];
    }),
  );
  return (
    <table className="guide-table">
      <thead>
        <tr>
          <th scope="col">Operation</th>
          <th scope="col">Call</th>
          <th scope="col">What it does</th>
        </tr>
      </thead>
      <tbody>
        {calls.map(({ path, method, operationId, summary }) => (
          <tr key={`${method} ${path}`}>
            <th scope="row">
              <code>{operationId}</code>
            </th>
            <td>
              <code>
                {method.toUpperCase()} {path}
              </code>
            </td>
            <td>{summary}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
