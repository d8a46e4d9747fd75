/**
 * England's bodies on a day, and which of them answers today for what another began. The tables and their
 * sources are in `reference/`. A body that was divided is reported as divided: we never guess which part a
 * person lives in.
 */
import type { PlainDate } from '../../kernel/days.ts'
import { bodies, homesOfCcg, successions } from '../reference/tables.ts'
import type { Body, BodyKind, Dated, Succession } from '../types.ts'

const byCode: ReadonlyMap<string, Body> = new Map(bodies.map(body => [body.code, body]))
const following = Map.groupBy(successions, ({ from }) => from)
const preceding = Map.groupBy(successions, ({ to }) => to)

/** The body with this code, null where we know none. Codes are unique over all kinds. */
export const bodyOf = (code: string): Body | null => byCode.get(code) ?? null

/** Does it stand on that day? Its first and last day are inside. */
export const standsOn = (body: Body, day: PlainDate): boolean =>
  (body.from === null || body.from <= day) && (body.until === null || day <= body.until)

/** Every body of a kind that stands on a day, by name. */
export const organisationsOn = (kind: BodyKind, day: PlainDate): readonly Body[] =>
  bodies
    .filter(body => body.kind === kind && standsOn(body, day))
    .sort((a, b) => nameOn(a, day).localeCompare(nameOn(b, day), 'en-GB'))

const valueOn = (dated: Dated, day: PlainDate): string =>
  dated.findLast(({ from }) => from === null || from <= day)?.value ?? ''

/** What it was called on that day: letters of that day show this name for ever. */
export const nameOn = (body: Body, day: PlainDate): string => valueOn(body.names, day)

/** Its code in the geography of the Office for National Statistics on that day; empty where not known. */
export const gssOn = (body: Body, day: PlainDate): string => valueOn(body.gss, day)

/**
 * Who had followed it by that day, one step, moves of a part of its area included; empty where nobody had.
 */
export const successorsOf = (code: string, day: PlainDate): readonly Succession[] =>
  (following.get(code) ?? []).filter(({ on }) => on <= day)

/** Whom it had followed by that day, one step. */
export const predecessorsOf = (code: string, day: PlainDate): readonly Succession[] =>
  (preceding.get(code) ?? []).filter(({ on }) => on <= day)

/** The area that a CCG answered for: since 2022 its code lives on as a place within a board. */
export type Place = { readonly code: string; readonly name: string }

export type Answering = {
  readonly code: string
  /** The part of the old area that this one answers for; null for all of it, or where it is not said. */
  readonly part: string | null
  /** The CCG area that is kept below a board; null for bodies that never were a CCG. */
  readonly place: Place | null
  /** The successions that led here, oldest first, each with its own confidence. */
  readonly through: readonly Succession[]
}

export type Responsible =
  | ({ readonly found: 'one' } & Answering)
  | { readonly found: 'split'; readonly among: readonly Answering[] }
  | { readonly found: 'none'; readonly because: 'no-such-code' | 'not-yet' | 'no-successor-known' }

/**
 * Which body answers on a day for what was begun with the body of this code. `since` is the day on which it
 * was begun (the first day of the body where left out): a part of an area that moved away before then does
 * not count.
 */
export function responsibleOn(code: string, day: PlainDate, since?: PlainDate): Responsible {
  const start = byCode.get(code)
  if (!start) return { found: 'none', because: 'no-such-code' }
  if (start.from !== null && day < start.from) return { found: 'none', because: 'not-yet' }
  const first = { code, part: null, place: null, through: [] }
  const among = sameOnce(follow(first, { day, since: since ?? start.from, homes: homeCodes(code) }))
  const [only, another] = among
  if (!only) return { found: 'none', because: 'no-successor-known' }
  return another ? { found: 'split', among } : { found: 'one', ...only }
}

type Asked = {
  readonly day: PlainDate
  readonly since: PlainDate | null
  readonly homes: ReadonlyMap<string, string | null>
}

const homeCodes = (code: string): Asked['homes'] =>
  new Map((homesOfCcg.get(code) ?? []).map(home => [home.code, home.part]))

function follow(here: Answering, asked: Asked): readonly Answering[] {
  const body = byCode.get(here.code)
  if (!body) return []
  const at: Answering = body.kind === 'ccg' ? { ...here, place: placeOf(body, asked.day) } : here
  const steps = successorsOf(here.code, asked.day)
  const away = steps.filter(
    ({ kind, on }) => kind === 'part-moved' && (asked.since === null || asked.since < on),
  )
  const onward = steps.filter(({ kind }) => kind !== 'part-moved')
  const stays = standsOn(body, asked.day)
    ? [at]
    : narrowed(onward, asked).flatMap(step => follow(next(at, step, asked), asked))
  return [...stays, ...away.flatMap(step => follow(next(at, step, asked), asked))]
}

// A CCG's own area is known more narrowly than what became of the bodies it went through.
function narrowed(steps: readonly Succession[], { homes }: Asked): readonly Succession[] {
  const known = steps.filter(({ to }) => homes.has(to))
  return steps.length > 1 && known.length > 0 ? known : steps
}

const next = (from: Answering, step: Succession, { homes }: Asked): Answering => ({
  code: step.to,
  part: homes.get(step.to) ?? step.part ?? from.part,
  place: from.place,
  through: [...from.through, step],
})

const placeOf = (body: Body, day: PlainDate): Place => ({
  code: body.code,
  name: nameOn(body, day).replace(/^NHS /, '').replace(/ CCG$/, ''),
})

const sameOnce = (found: readonly Answering[]): readonly Answering[] =>
  found.filter(
    (one, place) => found.findIndex(({ code, part }) => code === one.code && part === one.part) === place,
  )
