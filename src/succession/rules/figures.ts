/** What a body has set for itself and is in force on a day. */
export type Set = {
  readonly body: string
  readonly name: string
  readonly value: string
  readonly because: string
}

/** One figure in which bodies that become one differ: which, and who has set what. */
export type Difference = {
  readonly name: string
  readonly values: readonly { readonly body: string; readonly value: string }[]
}

/**
 * In which figures bodies differ that one body follows, where that one has set none of its own. A clock that
 * runs already keeps its day; but for a new one somebody has to say what holds.
 */
export function differences(old: readonly Set[], own: ReadonlySet<string>): readonly Difference[] {
  return [...Map.groupBy(old, ({ name }) => name)]
    .filter(([name, set]) => !own.has(name) && new Set(set.map(({ value }) => value)).size > 1)
    .map(([name, set]) => ({ name, values: set.map(({ body, value }) => ({ body, value })) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** What is carried over: what the next body has not set for itself. */
export const toCarry = (old: readonly Set[], own: ReadonlySet<string>): readonly Set[] =>
  old.filter(({ name }) => !own.has(name))
