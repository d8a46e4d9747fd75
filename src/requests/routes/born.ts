import { dayOf, type PlainDate } from '../../kernel/days.ts'
import { type PersonId, personShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { one } from '../../platform/forms.ts'
import type { Typed } from '../../platform/route.ts'
import { knownPerson } from '../forms/questions.ts'

/** The date of birth of whom the answers are about: from their record, or as typed. */
export async function bornOf(doing: Doing, typed: Typed): Promise<PlainDate | null> {
  const person = knownPerson(typed)
  if (person !== null) return (await personShown(doing, person as PersonId))?.bornOn ?? null
  const [year, month, day] = ['year', 'month', 'day'].map(part => Number(one(typed, `bornOn-${part}`)))
  return dayOf(year ?? 0, month ?? 0, day ?? 0)
}
