import type { FurtherWords } from '../words/interface/further.ts';
import { useWords } from './account-context.ts';

/** The words of a component that is not on every page: the provider's, or the English ones that it brought along. */
export function useFeatureWords<Feature extends keyof FurtherWords>(
  feature: Feature,
  english: FurtherWords[Feature],
): FurtherWords[Feature] {
  const own: { [Name in keyof FurtherWords]?: FurtherWords[Name] | undefined } = useWords();
  return own[feature] ?? english;
}
