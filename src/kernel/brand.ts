declare const brand: unique symbol

/** A value that remembers what it is: `Brand<string, 'person'>` is a text that only a person's id may be. */
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name }

/** The id of a thing of a named kind: a UUID (version 7) as text. */
export type Id<Name extends string> = Brand<string, `id of a ${Name}`>
