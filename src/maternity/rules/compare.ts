import type { Place } from '../types.ts'

/** By what the providers may be put in order. */
export const orders = ['name', 'near', 'beds'] as const
export type Order = (typeof orders)[number]

export const orderSays = {
  name: 'Name',
  near: 'Nearest first',
  beds: 'Most beds first',
} as const satisfies Record<Order, string>

/** The first number of a text as it was written: half a mile is 0.5; null where it says none. */
export function numberIn(text: string): number | null {
  const found = /\d+(?:\.\d+)?/.exec(text)
  if (found !== null) return Number(found[0])
  if (/\bhalf\b/i.test(text)) return 0.5
  return /\bno\b/i.test(text) ? 0 : null
}

const by = (order: 'near' | 'beds', place: Place): number => {
  const number = numberIn(order === 'near' ? place.distance : place.beds)
  if (number !== null) return order === 'near' ? number : -number
  // Who comes to her home is nearest; what is not known stands last.
  return order === 'near' && /comes? to/i.test(place.distance) ? -1 : Number.MAX_SAFE_INTEGER
}

/** The providers in an order; those of the same place by name. */
export const inOrder = (places: readonly Place[], order: Order): readonly Place[] =>
  [...places].sort((a, b) => {
    const first = order === 'name' ? 0 : by(order, a) - by(order, b)
    return first === 0 ? a.provider.localeCompare(b.provider, 'en') : first
  })
