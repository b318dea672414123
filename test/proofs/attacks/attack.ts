import type { AttackWorld } from './world.ts';

/** A test somewhere else that holds the case: its file below `test`, and its title or the title around it. */
export type HeldBy = readonly [file: string, title: string];

/** One attack or fault, and what shows that it does no harm. It has at least one of `attack`, `tests` and `waitsFor`. */
export interface Attack {
  /** Its number in the list of attacks that this project is measured by. */
  id: `C-${string}`;
  /** 0 holds back a release, 1 holds back the first stable one, 2 comes later. */
  priority: 0 | 1 | 2;
  /** What is tried. */
  what: string;
  /** Tries it from outside, on a server with two people; the invariants are looked at afterwards. */
  attack?: (world: AttackWorld) => Promise<void>;
  tests?: readonly HeldBy[];
  /** Why nothing tries it (yet): what would have to be there first, or whose it is. */
  waitsFor?: string;
}
