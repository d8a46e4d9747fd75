import type { Moment } from '../../kernel/days.ts'
import { type Backed, backedBy, findRule } from '../../rights/public.ts'

/** Somebody asked for a place. Whether they have one or wait is worked out of who asked and who went. */
export type Asking = {
  readonly who: string
  readonly askedAt: Moment
  /** When they cancelled, or left the waiting list; null while they stay. */
  readonly goneAt: Moment | null
}

export type Promotion = { readonly who: string; readonly at: Moment }

export type Places = Backed & {
  /** Who has a place at the end, in the order in which they asked. */
  readonly placed: readonly string[]
  /** Who got a place after waiting, in the order in which it happened. Each is told in writing. */
  readonly promoted: readonly Promotion[]
  readonly waiting: readonly string[]
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
const inOrder = (a: Asking, b: Asking): number =>
  compare(a.askedAt, b.askedAt) || compare(a.who, b.who) || compare(a.goneAt ?? '~', b.goneAt ?? '~')

// Who goes in the very moment in which a place is given does not get it.
const isThere = ({ askedAt, goneAt }: Asking, at: Moment): boolean =>
  askedAt <= at && (goneAt === null || goneAt > at)

/** Who has a place and who waits, after all that was asked and cancelled; places in order of asking. */
export function placesOf(askings: readonly Asking[], places: number): Places {
  const all = [...askings].sort(inOrder)
  const moments = [...new Set(all.flatMap(one => [one.askedAt, one.goneAt ?? one.askedAt]))].sort()
  const promoted: Promotion[] = []
  let inside: readonly Asking[] = []
  let outside: readonly Asking[] = []
  for (const at of moments) {
    const there = all.filter(one => isThere(one, at))
    const stay = inside.filter(one => there.includes(one))
    const queue = there.filter(one => !stay.includes(one))
    const next = queue.slice(0, Math.max(0, places - stay.length))
    promoted.push(...next.filter(one => one.askedAt < at).map(({ who }) => ({ who, at })))
    inside = [...stay, ...next]
    outside = queue.filter(one => !next.includes(one))
  }
  return {
    placed: [...inside].sort(inOrder).map(({ who }) => who),
    promoted,
    waiting: outside.map(({ who }) => who),
    ...backedBy(findRule('EVENT-FIVE-SESSIONS'), findRule('EVENT-FIRST-ASKED')),
  }
}

/** How many sessions there are, and how many of them somebody must attend. Handed in: no law says so. */
export type Series = { readonly sessions: number; readonly needed: number }

export type Completion = { readonly completed: boolean; readonly missed: readonly number[] }

/** Whether the sessions somebody attended are enough. One that is not of the series counts for nothing. */
export function completion(attended: readonly number[], { sessions, needed }: Series): Completion {
  const all = Array.from({ length: sessions }, (_, at) => at + 1)
  const missed = all.filter(session => !attended.includes(session))
  return { completed: sessions - missed.length >= needed, missed }
}
