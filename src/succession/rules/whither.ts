import type { PlainDate } from '../../kernel/days.ts'
import { responsibleOn } from '../../people/public.ts'
import type { Next } from '../types.ts'

export type Going = {
  /** The code of the body whose area somebody lived in when they came to us. */
  readonly origin: string
  readonly body: string
  readonly on: PlainDate
  readonly nexts: readonly Next[]
}

/**
 * Divided: more than one follows, or a part went away and the body stays. Then nobody goes anywhere before it
 * is known where they belong.
 */
export const isDivided = (nexts: readonly Pick<Next, 'kind'>[]): boolean =>
  nexts.length > 1 || nexts.some(({ kind }) => kind === 'part-moved')

/**
 * To which of those that follow somebody goes: to the one there is; in a division to the one that follows in
 * the area where they began, where the table of England knows only one. Null where it must be said by a
 * person: a part of an area is never guessed.
 */
export function whither({ origin, body, on, nexts }: Going): Next | null {
  const [only] = nexts
  if (!isDivided(nexts)) return only ?? null
  const found = responsibleOn(origin, on)
  const codes = found.found === 'one' ? [found.code] : found.found === 'split' ? codesOf(found.among) : []
  const [one, another] = codes.filter(code => code === body || nexts.some(next => next.code === code))
  return another === undefined ? (nexts.find(({ code }) => code === one) ?? null) : null
}

const codesOf = (among: readonly { readonly code: string }[]): readonly string[] => [
  ...new Set(among.map(({ code }) => code)),
]
