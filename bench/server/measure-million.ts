import { median, ratios, report } from '../figure.ts';
import { measure, spread, withContenders } from './contender.ts';
import type { Contender } from './contender.ts';

const few = 1000;
const many = 1_000_000;

/**
 * Sessions that the load goes through, of as many accounts: so many that their pages are more than SQLite or PostgreSQL
 * keep in their own caches. Of a thousand accounts all are used.
 */
const sessions = 8192;

const stores = [
  { store: 'sqlite', name: 'SQLite', floor: 'floor.ts' },
  { store: 'postgres', name: 'PostgreSQL', floor: 'floor-postgres.ts' },
] as const;

interface Pair {
  selvedge: Contender;
  floor: Contender;
}

const pairRatios = ({ selvedge, floor }: Pair, kind: 'read' | 'write'): number[] =>
  ratios(selvedge[kind], floor[kind]);

function compare(name: string, kind: 'read' | 'write', small: Pair, large: Pair): void {
  const [among, ofFew] = [pairRatios(large, kind), pairRatios(small, kind)];
  const each = ratios(among, ofFew);
  report({
    name,
    value: median(each),
    unit: '×',
    bar: { atLeast: 0.9 },
    detail: `${spread(each)}; against the floor ${median(ofFew).toFixed(2)}, then ${median(among).toFixed(2)}`,
  });
}

/** What a million accounts cost beside a thousand, on both stores: how the ratio to the floor changes. */
export async function measureMillion(): Promise<void> {
  for (const { store, name, floor } of stores) {
    await withContenders(async (enter) => {
      const size = (accounts: number) => [`--accounts=${accounts}`, `--sessions=${sessions}`];
      const pair = async (accounts: number): Promise<Pair> => {
        const of = `of ${accounts.toLocaleString('en')} on ${name}`;
        const args = size(accounts);
        // Ours last: five minutes after it was filled it begins to note that the sessions are in use.
        const bare = await enter(`floor ${of}`, floor, args);
        const ours = await enter(`selvedge ${of}`, 'selvedge.ts', [`--store=${store}`, ...args]);
        return { selvedge: ours, floor: bare };
      };
      console.log(`server with a million accounts on ${name}: sessions of ${sessions} in turns`);
      const small = await pair(few);
      const large = await pair(many);
      await measure([small.selvedge, small.floor, large.selvedge, large.floor]);
      compare(`GET /users/me on ${name}, of 1,000,000 against of 1,000`, 'read', small, large);
      compare(`PUT /users/me on ${name}, of 1,000,000 against of 1,000`, 'write', small, large);
    });
  }
}
