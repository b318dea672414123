/** A sentence that depends on its number, by the categories of `Intl.PluralRules`. */
export interface Plural {
  zero?: string;
  one?: string;
  two?: string;
  few?: string;
  many?: string;
  other: string;
}

/** The values of a sentence by their names in it. */
export type Params = Readonly<Record<string, string | number>>;

/**
 * A sentence; `{name}` stands for a value, and a number in it decides between the forms of a plural. A function is what
 * `translateWords` makes of a sentence with values.
 */
export type Message = string | Plural | ((params: Params) => string);
