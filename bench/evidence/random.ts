/** Numbers that look random and are the same for the same seed (mulberry32, in the public domain). */
export type Random = {
  /** A whole number from nought up to, and without, a limit. */
  below(limit: number): number
  /** Yes so many times in a hundred. */
  chance(inHundred: number): boolean
  pick<Item>(items: readonly [Item, ...Item[]]): Item
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    chance: inHundred => next() * 100 < inHundred,
    pick: items => items[below(items.length)] ?? items[0],
  }
}
