import type * as z from 'zod/mini';

/** Judges inputs or answers. Made when it is first used, so that a page pays for a schema only when it needs it. */
export type Schema<Made extends z.ZodMiniType = z.ZodMiniType> = () => Made;

/** What a schema answers. */
export type Output<Of extends Schema> = z.output<ReturnType<Of>>;

/** Declares a schema; `make` is called once, at its first use. */
export function schema<Made extends z.ZodMiniType>(make: () => Made): Schema<Made> {
  let made: Made | undefined;
  return () => (made ??= make());
}
