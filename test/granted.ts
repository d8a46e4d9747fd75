import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { letSee } from '../src/access/public.ts'
import { plainDate } from '../src/kernel/days.ts'
import { newId } from '../src/kernel/ids.ts'
import { pence } from '../src/kernel/money.ts'
import { millbrookEmployer } from '../src/needs/examples.ts'
import { setEmployerRates, setRate } from '../src/needs/public.ts'
import { addOrganisation, addPerson } from '../src/people/public.ts'
import { ask } from '../src/requests/public.ts'
import { doingIt, emptyDatabase, someone } from './harness.ts'

export const april = plainDate('2026-04-06')

/**
 * A granted request in Millbrook, with rates set, its case worker, its family and somebody of another ICB.
 */
export async function granted() {
  const database = await emptyDatabase()
  const icb = await doingIt(database, doing =>
    addOrganisation(doing, { code: 'QMB', kind: 'icb', name: 'NHS Millbrook ICB', invented: true }),
  )
  const freya = await doingIt(database, async doing => {
    const added = await addPerson(doing, {
      organisation: icb,
      fullName: 'Freya Holt',
      bornOn: plainDate('1990-02-26'),
    })
    assert.ok(added.done)
    return added.value
  })
  const worker = await someone(database, { name: 'Priya Nair', role: 'case-worker', organisation: icb })
  const finance = await someone(database, {
    name: 'Ngozi Okafor',
    role: 'finance-officer',
    organisation: icb,
  })
  const elsewhere = await someone(database, { name: 'Tom Birkett', role: 'team-leader' })
  const family = await someone(database, { name: 'Freya Holt', person: freya })
  const reference = await doingIt(database, async doing => {
    const asked = await ask(doing, {
      organisation: icb,
      person: freya,
      pathway: 'adult-continuing-healthcare',
      reachedBy: 'telephone',
      words: 'Help at home that I choose.',
      askedBy: { name: 'Freya Holt', relation: 'myself' },
      parts: [{ says: 'Personal assistants', askedWay: 'direct-payment' }],
    })
    assert.ok(asked.done)
    await sql`insert into requests.decision (id, request_id, organisation_id, person_id, number, pathway,
        outcome, decided_on, from_on, decided_by_name, decided_by_role)
      values (${newId()}, ${asked.value.id}, ${icb}, ${freya}, 1, 'adult-continuing-healthcare', 'granted',
        ${doing.today}, ${doing.today}, 'Priya Nair', 'Case worker')`.execute(doing.transaction)
    await letSee(
      doing,
      { actor: worker.id },
      { person: freya, sees: 'all', because: 'case worker', from: doing.today },
    )
    for (const [name, unit, rate] of [
      ['weekday', 'hour', 1740n],
      ['weekend', 'hour', 1985n],
      ['sleep-in', 'sleep-in', 6850n],
    ] as const)
      await setRate(
        { ...doing, today: april },
        {
          organisation: icb,
          name,
          says: name,
          unit,
          rate: pence(rate),
          from: april,
          source: 'Finance committee',
        },
      )
    await setEmployerRates(doing, {
      organisation: icb,
      from: april,
      figures: millbrookEmployer,
      source: 'Millbrook test table',
    })
    await sql`insert into people.setting (id, organisation_id, name, value, from_on, because)
      values (${newId()}, ${icb}, 'contingency-parts', '400', ${april}, 'agreed')`.execute(doing.transaction)
    return asked.value.reference
  })
  return { database, icb, worker, finance, elsewhere, family, reference }
}
