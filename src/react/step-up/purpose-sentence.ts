import type { StepUpChallenge } from '../../contract/errors.ts';
import { format } from '../../words/interface/format.ts';
import type { FurtherWords } from '../../words/interface/further.ts';

type Text = FurtherWords['stepUpMethods'];

/** What a way asks for, and what is confirmed by it: nobody proves something without being told what. */
export function purposeSentence(
  name: Extract<keyof Text, `${string}Ask` | `${string}Newest`>,
  { purpose }: StepUpChallenge,
  text: Text,
  locale: string,
  params: Record<string, string> = {},
): string {
  const purposes: Record<string, string> = text.purposes;
  return format(
    text[name],
    { ...params, purpose: purposes[purpose] ?? text.purposes.other },
    locale,
  );
}
