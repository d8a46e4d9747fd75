import type { Moment, PlainDate } from '../kernel/days.ts'
import { type FigureSet, type FiguresOf, figuresIn, type SetFigure } from '../kernel/figures.ts'
import type { Doing } from '../platform/doing.ts'
import { here } from './tables.ts'
import type { OrganisationId } from './types.ts'

type Of = { readonly organisation: OrganisationId; readonly facts: FigureSet }

const setOf = (doing: Doing, { organisation, facts }: Of) =>
  here(doing)
    .db.selectFrom('people.setting_shown as s')
    .where('s.organisation_id', '=', organisation)
    .where('s.name', 'in', Object.keys(facts))
    .orderBy('s.from_on', 'desc')
    .orderBy('s.set_at', 'desc')
    .orderBy('s.id', 'desc')

/** What a body set for some figures, the newest day first, also those to come: in one query. */
export async function figuresSet(doing: Doing, of: Of): Promise<readonly SetFigure[]> {
  const rows = await setOf(doing, of).select(['s.name', 's.value', 's.from_on']).execute()
  return rows.map(({ name, value, from_on: from }) => ({ name, value, from }))
}

/** The figures of a body for any day: as they were set for that day, or as usual. */
export async function figuresOver<All extends FigureSet>(
  doing: Doing,
  organisation: OrganisationId,
  facts: All,
): Promise<(day: PlainDate) => FiguresOf<All>> {
  const set = await figuresSet(doing, { organisation, facts })
  return day => figuresIn(facts, set, day)
}

export type FigureShown = SetFigure & {
  readonly by: string | null
  readonly because: string
  readonly setAt: Moment
}

/** The same with who set each, when and why: for the page of a module's figures. */
export async function figureHistory(doing: Doing, of: Of): Promise<readonly FigureShown[]> {
  const rows = await setOf(doing, of)
    .leftJoin('access.actor_shown as a', 'a.id', 's.set_by')
    .select(['s.name', 's.value', 's.from_on', 's.because', 's.set_at', 'a.name as by'])
    .execute()
  return rows.map(({ name, value, from_on: from, because, by, set_at: setAt }) => ({
    name,
    value,
    from,
    because,
    by,
    setAt,
  }))
}
