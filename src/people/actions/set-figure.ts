import { sql } from 'kysely'
import { mayFor, type Permission } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { type FigureSet, keepFigure, type SetFigureProblem, whyNotSet } from '../../kernel/figures.ts'
import type { Doing } from '../../platform/doing.ts'
import { figuresSet } from '../figures.ts'
import type { OrganisationId } from '../types.ts'
import { setSetting } from './set-setting.ts'

export type NewFigure = {
  readonly organisation: OrganisationId
  /** The figures of the module that asks, and who of its roles may set them. */
  readonly facts: FigureSet
  readonly allow: Permission
  readonly name: string
  readonly value: string
  readonly from: PlainDate
  readonly because: string
}

/** Sets one of a body's own figures from a day on, with who set it and why. The earlier ones stand. */
export async function setFigure(doing: Doing, asked: NewFigure): Promise<Done<null, SetFigureProblem>> {
  const { organisation, name, from } = asked
  const one = asked.facts[name]
  if (one === undefined) return refused('not-a-figure')
  await sql`select pg_advisory_xact_lock(hashtextextended(${`figure ${organisation} ${name}`}, 0))`.execute(
    doing.transaction,
  )
  const before = await figuresSet(doing, { organisation, facts: { [name]: one } })
  const value = keepFigure(one, asked.value)
  const there = before.find(kept => kept.from === from)
  const reasons = whyNotSet({
    ...asked,
    mayIt: mayFor(doing, asked.allow, organisation),
    value,
    today: doing.today,
    before,
  })
  const again = there !== undefined && there.value === value
  if (again && reasons.every(reason => reason === 'begun-today')) return done(null)
  if (reasons.length > 0 || value === null) return refused(...reasons)
  await setSetting(doing, { organisation, name, value, from, because: asked.because.trim() })
  return done(null)
}
