import type { Id } from '../../kernel/brand.ts'
import { readId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { one } from '../../platform/forms.ts'
import { type Answer, type Asked, notFound, type Typed } from '../../platform/route.ts'
import { recordRefused } from '../actions/record.ts'
import { linePage, looksPage, removalRefusedPage } from '../pages/looks.tsx'
import type { Route } from '../public.ts'
import { happening, looksAt, seesWhole } from '../queries/looks.ts'

/** The page of a list that is asked for: 1 unless the address says a whole number. */
export const pageIn = (query: Typed): number =>
  /^[1-9]\d{0,3}$/.test(one(query, 'page')) ? Number(one(query, 'page')) : 1

async function looks(doing: Doing, { query }: Asked): Promise<Answer> {
  const asked = one(query, 'person')
  const person = asked === '' ? doing.actor.person : readId<'person'>(asked)
  const page = pageIn(query)
  const about = asked === '' ? '' : `person=${person}&`
  const address = (to: number): string => `/access/looks?${about}page=${to}`
  if (asked === '' && person === null)
    return looksPage({ rows: [], own: true, paging: { page, more: false, address } })
  if (person === null || !(await seesWhole(doing, person))) return notFound
  const { rows, more } = await looksAt(doing, person, page)
  return looksPage({ rows, own: person === doing.actor.person, paging: { page, more, address } })
}

async function line(doing: Doing, { at }: Asked): Promise<Answer> {
  const id = readId(at['look'] ?? '')
  const row = id === null ? null : await happening(doing, id)
  return row === null ? notFound : linePage(row)
}

/** Whoever asks, the answer is no, and that they asked is written down (V-55). */
async function removal(doing: Doing, { at }: Asked): Promise<Answer> {
  const id = readId(at['look'] ?? '')
  const row = id === null ? null : await happening(doing, id)
  if (row === null) return notFound
  const person = row.person_id as Id<'person'> | null
  await recordRefused(doing, {
    happened: 'removal-from-the-record-asked',
    organisation: null,
    person,
    to: row.id,
  })
  return removalRefusedPage()
}

export const lookingRoutes: readonly Route[] = [
  { at: 'GET /access/looks', allow: 'access.own-looks', handle: looks },
  { at: 'GET /access/looks/:look', allow: 'access.own-looks', handle: line },
  { at: 'POST /access/looks/:look/removal', allow: 'access.own-looks', handle: removal },
]
