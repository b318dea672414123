/** How often a proof is repeated: the number that the project promises, or what `PROOF_<name>` says for a longer or shorter run. */
export function proofSize(name: string, promised: number): number {
  const given = Number(process.env[`PROOF_${name}`] ?? promised);
  if (!Number.isSafeInteger(given) || given < 1) throw new Error(`PROOF_${name} is no number`);
  return given;
}
