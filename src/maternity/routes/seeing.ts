import { isStaff, look, sightOf } from '../../access/public.ts'
import { organisation, personShown, personStrip } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Asked, Page } from '../../platform/route.ts'
import { type Case, caseOf } from '../../requests/public.ts'
import { budgetOf } from '../queries/budgets.ts'
import type { Budget } from '../types.ts'

export type Seen = {
  readonly found: Case
  readonly staff: boolean
  readonly budget: Budget | null
  readonly body: { readonly name: string; readonly code: string }
  readonly strip: { readonly person: NonNullable<Page['person']> }
}

/**
 * The case of an address for those who see all of it, the look written down; else null. Who helps with the
 * money alone does not read of a pregnancy.
 */
export async function seen(doing: Doing, { at }: Asked): Promise<Seen | null> {
  const found = await caseOf(doing, at['reference'] ?? '')
  const person = found ? await personShown(doing, found.person) : null
  if (!found || !person || (await sightOf(doing, found)) !== 'all') return null
  const budget = await budgetOf(doing, found.reference)
  if (found.pathway !== 'maternity' && budget === null) return null
  const { organisation: id, person: whose, reference } = found
  await look(doing, { page: 'maternity', organisation: id, person: whose, details: { budget: reference } })
  const body = await organisation(doing, id)
  return {
    found,
    budget,
    staff: isStaff(doing.actor),
    body: { name: body?.name ?? 'The NHS', code: body?.code ?? '' },
    strip: { person: { ...personStrip(person, doing.today), href: `/cases/${reference}` } },
  }
}
