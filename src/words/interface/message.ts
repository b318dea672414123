/** Sentences that depend on a number, by the categories of `Intl.PluralRules`; `{count}` is the number. */
export interface Plural {
  zero?: string;
  one?: string;
  two?: string;
  few?: string;
  many?: string;
  other: string;
}

/** A sentence; `{name}` stands for a value. */
export type Message = string | Plural;
