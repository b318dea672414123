/** Thrown by `createTheme` for a seed that is not what it should be. */
export class ThemeError extends Error {
  /** Which seed: `brand`, `surface.dark`, `roles.focus`. */
  readonly field: string;
  /** What it was. */
  readonly value: string;

  /**
   * @param field which seed
   * @param value what it was
   * @param expected what it should have been, as the end of a sentence
   */
  constructor(field: string, value: string, expected: string) {
    super(`${field} is ${JSON.stringify(value)}, which is not ${expected}.`);
    this.name = 'ThemeError';
    this.field = field;
    this.value = value;
  }
}
