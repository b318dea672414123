// The project's own lint rule, loaded by .oxlintrc.json: every import is judged by the table of layers.
import { relative, sep } from 'node:path';
import { judge } from './layers.ts';

interface ImportNode {
  source: { type: string; value?: unknown } | null;
}

interface RuleContext {
  filename: string;
  cwd: string;
  report(problem: { node: unknown; message: string }): void;
}

const layers = {
  create(context: RuleContext): Record<string, (node: ImportNode) => void> {
    const file = relative(context.cwd, context.filename).split(sep).join('/');
    const visit = ({ source }: ImportNode): void => {
      if (typeof source?.value !== 'string') return;
      const message = judge(file, source.value);
      if (message !== null) context.report({ node: source, message });
    };
    return {
      ImportDeclaration: visit,
      ExportNamedDeclaration: visit,
      ExportAllDeclaration: visit,
      ImportExpression: visit,
      TSImportType: visit,
    };
  },
};

export default { meta: { name: 'selvedge' }, rules: { layers } };
