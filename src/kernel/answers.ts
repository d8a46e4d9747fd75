/** A change either happened, or was refused with every reason, in the order people want to hear them. */
export type Done<Value, Reason extends string = string> =
  | { readonly done: true; readonly value: Value }
  | { readonly done: false; readonly because: readonly Reason[] }

export const done = <Value>(value: Value): { done: true; value: Value } => ({ done: true, value })
export const refused = <Reason extends string>(
  ...because: readonly Reason[]
): { done: false; because: readonly Reason[] } => ({ done: false, because })
