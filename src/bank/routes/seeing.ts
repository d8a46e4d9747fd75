import { may, seesPayees } from '../../access/public.ts'
import { personShown, personStrip } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Asked, Page } from '../../platform/route.ts'
import { budgetToRead } from '../queries/budget.ts'
import { planLines } from '../queries/facts.ts'
import type { Budget } from '../rules/posting.ts'

export type Seen = {
  readonly budget: Budget
  readonly strip: { readonly person?: NonNullable<Page['person']> }
  /** May they see whom payments went to? */
  readonly payees: boolean
  readonly maySend: boolean
  readonly mayAnswer: boolean
}

/** Whose record a page shows, for the strip at its top. */
export async function stripOf(doing: Doing, { person }: Budget): Promise<Seen['strip']> {
  const shown = await personShown(doing, person)
  return shown === null ? {} : { person: personStrip(shown, doing.today) }
}

/** The budget of an address for those who may see its lines, the look written down; else null. */
export async function seen(doing: Doing, { at }: Asked, page: string): Promise<Seen | null> {
  const budget = await budgetToRead(doing, at['reference'] ?? '', page)
  if (budget === null) return null
  return {
    budget,
    strip: await stripOf(doing, budget),
    payees: seesPayees(doing.actor),
    maySend: may(doing, 'bank.send'),
    mayAnswer: may(doing, 'bank.answer'),
  }
}

/** What the lines of the plan are called, the newest version's words last. */
export const lineNames = async (doing: Doing, budget: Budget): Promise<ReadonlyMap<string, string>> =>
  new Map((await planLines(doing, budget)).map(({ key, says }) => [key, says]))
