import assert from 'node:assert/strict'
import { plainDate } from '../src/kernel/days.ts'
import { addOrganisation, addPerson, type OrganisationId, type PersonId } from '../src/people/public.ts'
import { aDecision, aRequest } from '../src/requests/examples.ts'
import { type NewRequest, take } from '../src/requests/public.ts'
import { doAs, doingIt, emptyDatabase, someone } from './harness.ts'

/** Millbrook's ICB with the people who ask and decide there, on a database of its own. */
export async function millbrookAsks() {
  const database = await emptyDatabase()
  const { icb, gwen } = await doingIt(database, async doing => {
    const icb = await addOrganisation(doing, {
      code: 'QMB',
      kind: 'icb',
      name: 'NHS Millbrook ICB',
      invented: true,
    })
    const added = await addPerson(doing, {
      organisation: icb,
      fullName: 'Gwen Tallis',
      bornOn: plainDate('1972-02-08'),
      contact: { email: 'gwen@millbrook.example' },
    })
    assert.ok(added.done)
    return { icb, gwen: added.value }
  })
  const staff = { organisation: icb }
  return {
    database,
    icb,
    gwen,
    person: await someone(database, { name: 'Gwen Tallis', person: gwen }),
    priya: await someone(database, { name: 'Priya Nair', role: 'case-worker', ...staff }),
    colleague: await someone(database, { name: 'Marek Zielinski', role: 'case-worker', ...staff }),
    tom: await someone(database, { name: 'Tom Birkett', role: 'team-leader', ...staff }),
    stranger: await someone(database, { name: 'Ashdale Worker', role: 'case-worker' }),
  }
}

export type MillbrookAsks = Awaited<ReturnType<typeof millbrookAsks>>

/** V-07's request: three parts, all asked for as a direct payment. */
export const threeParts: NewRequest['parts'] = [
  { says: 'Personal assistants', askedWay: 'direct-payment', weekly: 76_000n as never },
  { says: 'Hospice respite', askedWay: 'direct-payment', weekly: 23_500n as never },
  { says: 'Ventilator servicing', askedWay: 'direct-payment', weekly: 14_500n as never },
]

/** A request of Gwen's, made by herself. */
export const gwenAsks = (
  { database, icb, gwen, person }: MillbrookAsks,
  about: Partial<NewRequest> & { organisation?: OrganisationId; person?: PersonId } = {},
) =>
  doAs(database, person, doing =>
    aRequest(doing, { organisation: icb, person: gwen, parts: threeParts, ...about }),
  )

/** Priya takes a case of Gwen's and grants everything as it was asked for. */
export const priyaGrants = ({ database, priya }: MillbrookAsks, reference: string) =>
  doAs(database, priya, async doing => {
    await take(doing, reference)
    return aDecision(doing, { reference })
  })
