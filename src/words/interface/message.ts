/** A sentence that depends on its number, by the categories of `Intl.PluralRules`. */
export interface Plural {
  /** Nothing, in Arabic. */
  zero?: string;
  /** One, and in some languages what ends in one: 21, 31. */
  one?: string;
  /** Two, in Arabic and Hebrew. */
  two?: string;
  /** Some: 2 to 4 in Slavic languages, 3 to 10 in Arabic. */
  few?: string;
  /** Many: 5 and more in Slavic languages, 11 to 99 in Arabic. */
  many?: string;
  /** Whatever has no form of its own, fractions among it. */
  other: string;
}

/** The values of a sentence by their names in it. */
export type Params = Readonly<Record<string, string | number>>;

/**
 * A sentence; `{name}` stands for a value, and a number in it decides between the forms of a plural. A function is what
 * `translateWords` makes of a sentence with values.
 */
export type Message = string | Plural | ((params: Params) => string);
