import type { Theme, ThemeSeeds } from './theme.ts';
import { ThemeError } from './theme-error.ts';

/**
 * Derives a whole theme from a few seeds. Pure: the same seeds give the same theme, in a browser, on a server or in a build.
 *
 * @param seeds a name, and whichever of the eight seeds differ from the default look
 * @throws ThemeError naming the seed that is no colour, no length or no list of fonts
 */
export function createTheme(seeds: ThemeSeeds): Theme {
  throw new ThemeError('name', seeds.name, 'ready');
}
