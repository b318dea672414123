/** Thrown by `createTheme` for a seed that is not what it should be. */
export class ThemeError extends Error {
  /** Which seed: `brand`, `surface.dark`, `roles.focus`. */
  readonly field: string;
  /** What it was. */
  readonly value: string;

  /**
   * @param field which seed
   * @param value what it was; none where there is no such seed
   * @param expected what it should have been, as the end of a sentence
   */
  constructor(field: string, value: string | undefined, expected: string) {
    const was = value === undefined ? 'is' : `is ${JSON.stringify(value)}, which is`;
    super(`${field} ${was} not ${expected}.`);
    this.name = 'ThemeError';
    this.field = field;
    this.value = value ?? '';
  }
}
