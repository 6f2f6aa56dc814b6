/** A text of the surface, or one that holds values. */
type Text = string | ((...values: never[]) => string);

type Same<T> = { [K in keyof T]: T[K] extends string ? string : T[K] };

export type Language = 'zh' | 'en';

/**
 * The texts of one part of the surface. The type system holds English against Chinese:
 * a key that is missing or left over on either side does not compile.
 */
export function texts<T extends Record<string, Text>>(zh: T, en: NoInfer<Same<T>>): Record<Language, T> {
  return { zh, en: en as unknown as T };
}
