// Runs the proofs: all of them, or those that are named (`races`, `kill`, `sync`, `mail`, `outage`, `attacks`, `canaries`,
// `guards`). `PROOF_RACES`, `PROOF_KILLS` and `PROOF_SYNCS` make the first three longer or shorter.
import { programs, runNode } from './steps.ts';

const names = process.argv.slice(2);
const guards = names[0] === 'guards';
const files = names.map((name) => `test/proofs/${name}`);
const well = guards
  ? runNode(['scripts/guards.ts', ...names.slice(1)])
  : runNode([programs.vitest, 'run', '--project=proofs', ...files]);
process.exit(well ? 0 : 1);
