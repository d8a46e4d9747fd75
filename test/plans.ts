import assert from 'node:assert/strict'
import { letSee, type Role, setApprovalLimit } from '../src/access/public.ts'
import { pence } from '../src/kernel/money.ts'
import { addOrganisation, addPerson, relate } from '../src/people/public.ts'
import { filledPlan, readyToPlan } from '../src/plans/examples.ts'
import type { Line, NewLine } from '../src/plans/public.ts'
import { doingIt, emptyDatabase, type Someone, someone } from './harness.ts'

/** The limits of Millbrook's scheme of delegation, a week. */
const limits: readonly (readonly [Role, bigint | null])[] = [
  ['team-leader', 100_000n],
  ['head-of-service', 300_000n],
  ['panel', null],
]

/**
 * Derek of Millbrook with his family, his case worker and those who may approve his plan; and somebody of
 * Ashdale.
 */
export async function millbrookPlans() {
  const database = await emptyDatabase()
  const { icb, other, derek, prue } = await doingIt(database, async doing => {
    const icb = await addOrganisation(doing, {
      code: 'QMB',
      kind: 'icb',
      name: 'NHS Millbrook ICB',
      invented: true,
    })
    const other = await addOrganisation(doing, {
      code: 'QAD',
      kind: 'icb',
      name: 'NHS Ashdale ICB',
      invented: true,
    })
    const [derek, prue] = [
      await addPerson(doing, { organisation: icb, fullName: 'Derek Ames' }),
      await addPerson(doing, { organisation: icb, fullName: 'Prue Ames' }),
    ]
    assert.ok(derek.done && prue.done)
    for (const [role, weekly] of limits)
      await setApprovalLimit(doing, {
        organisation: icb,
        role,
        weekly: weekly === null ? null : pence(weekly),
        from: doing.today,
        source: 'Scheme of delegation',
      })
    return { icb, other, derek: derek.value, prue: prue.value }
  })
  const staff = (name: string, role: Role, organisation = icb) =>
    someone(database, { name, role, organisation })
  const people = {
    worker: await staff('Priya Nair', 'case-worker'),
    leader: await staff('J. Pike', 'team-leader'),
    moss: await staff('R. Moss', 'team-leader'),
    head: await staff('D. Hay', 'head-of-service'),
    panel: await staff('Judith Okello', 'panel'),
    auditor: await staff('Ann Ledger', 'auditor'),
    elsewhere: await staff('Tom Birkett', 'team-leader', other),
    family: await someone(database, { name: 'Derek Ames', person: derek }),
    sister: await someone(database, { name: 'Prue Ames', person: prue }),
  }
  await doingIt(database, async doing => {
    const sight = { person: derek, sees: 'all', because: 'case worker', from: doing.today } as const
    await letSee(doing, { actor: people.worker.id }, sight)
    const helper = await relate(doing, {
      person: derek,
      other: { person: prue, name: 'Prue Ames' },
      kind: 'helper',
      from: doing.today,
      may: { sees: ['plan-lines'], does: [] },
    })
    assert.ok(helper.done)
  })
  return { database, icb, derek, ...people }
}

type Place = Awaited<ReturnType<typeof millbrookPlans>>

/** A granted case whose family has seen its sum. */
export const derekMayPlan = ({ database, icb, derek }: Place, lines?: readonly Partial<NewLine>[]) =>
  doingIt(database, doing =>
    readyToPlan(doing, { organisation: icb, person: derek, ...(lines ? { lines } : {}) }),
  )

/** A draft with nothing left to put right, written by one of the staff. */
export const derekPlanBy = (
  { database, icb, derek }: Place,
  author: Someone,
  lines: readonly Partial<Line>[] = [{}],
) =>
  doingIt(database, doing =>
    filledPlan({ ...doing, actor: author }, { organisation: icb, person: derek, lines }),
  )
