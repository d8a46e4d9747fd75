import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { caseOf, casesOfPerson } from '../../requests/public.ts'
import { thatAreSo, whyNotNow } from '../rules/why-not.ts'
import { here } from '../tables.ts'
import type { Entry, Purpose } from '../types.ts'
import { change, ofEntry } from './changing.ts'

const pathways = ['learning-disability-autism', 'transforming-care']

/** The cases of somebody that can stand beside their entry: those about this, not withdrawn. */
export const casesToJoin = async (doing: Doing, { person }: Pick<Entry, 'person'>) =>
  (await casesOfPerson(doing, person)).filter(
    ({ pathway, withdrawnOn }) => pathways.includes(pathway) && withdrawnOn === null,
  )

type Join = { readonly entry: string; readonly reference: string; readonly purpose: Purpose }

/** Joins an entry with the budget that is to keep somebody out of hospital, or help them leave. */
export const joinBudget = (doing: Doing, { entry, reference, purpose }: Join) =>
  change(doing, {
    entry,
    may: 'registers.write',
    happened: 'register-budget-joined',
    details: { reference },
    whyNot: async one => {
      const found = await caseOf(doing, reference)
      return [
        ...whyNotNow(one),
        ...thatAreSo([
          [found?.person !== one.person, 'not-their-case'],
          [found !== null && !pathways.includes(found.pathway), 'not-their-pathway'],
        ]),
      ]
    },
    write: async one => {
      const found = await caseOf(doing, reference)
      const { db } = here(doing)
      const before = await db
        .selectFrom('registers.budget')
        .select('id')
        .where('entry_id', '=', one.id)
        .execute()
      if (found === null) return
      await db
        .insertInto('registers.budget')
        .values({
          id: newId(),
          ...ofEntry(one),
          number: before.length + 1,
          reference: found.reference,
          purpose,
          linked_on: doing.today,
          linked_by: doing.actor.id,
          linked_by_name: doing.actor.name,
        })
        .execute()
    },
  })
