/** Puts the class a host passed behind the class of the part; host rules of two classes, or later ones, win. */
export function classNames(part: string, own: string | undefined): string {
  return own ? `${part} ${own}` : part;
}
