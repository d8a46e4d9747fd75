import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { doingIt, millbrookDatabase } from '../../test/harness.ts'
import { lives } from './lives.ts'
import { seedMillbrook } from './public.ts'
import { beforeTheBoard } from './reference/before-the-board.ts'

const everybody = [...lives, ...beforeTheBoard.map(({ life }) => life)]

test('Millbrook is made once, with everybody in it, and a second seed does nothing', async () => {
  const database = await millbrookDatabase()
  const people = () =>
    doingIt(database, async ({ transaction }) => {
      const { rows } = await sql<{ people: bigint }>`
        select count(*) as people from people.person where nhs_number like '999%'`.execute(transaction)
      return Number(rows[0]?.people)
    })
  assert.equal(await people(), everybody.length)
  assert.equal(await seedMillbrook(database), 'there-already')
  assert.equal(await people(), everybody.length)
})

const kept = {
  'the days of agreements': sql`select a.id::text,
      min(f.on_day) filter (where what = 'signed-by-person')::text,
      min(f.on_day) filter (where what = 'signed-by-body')::text,
      max(f.on_day) filter (where what = 'consent')::text,
      max(f.on_day) filter (where what = 'consent-withdrawn')::text,
      min(f.on_day) filter (where what = 'employer-insurance')::text,
      (select min(b.from_on) - 1 from agreements.agreement b where b.reference = a.reference
        and b.number > a.number and 2 = (select count(distinct s.what) from agreements.fact s
          where s.agreement_id = b.id and s.what in ('signed-by-person', 'signed-by-body')))::text
    from agreements.agreement a left join agreements.fact f on f.agreement_id = a.id group by a.id
    except select agreement_id::text, signed_by_person_on::text, signed_by_body_on::text, consent_on::text,
      consent_withdrawn_on::text, insurance_from::text, replaced_after::text from agreements.fact_days`,
  'questions that are open': sql`(select id from bank.question_shown where answered_on is null
      except select question_id from bank.open_question)
    union all (select question_id from bank.open_question
      except select id from bank.question_shown where answered_on is null)`,
  'cases with something to pay': sql`(select reference from payments.schedule
      union select reference from payments.obligation) except select reference from payments.outlook`,
}

test('what is kept beside the facts is what the facts say', async () => {
  const database = await millbrookDatabase()
  for (const [what, asked] of Object.entries(kept)) {
    const { rows } = await doingIt(database, ({ transaction }) => asked.execute(transaction))
    assert.deepEqual(rows, [], what)
  }
})

test('nobody in Millbrook shares a name with somebody else', () => {
  const names = everybody.flatMap(({ name, family = [] }) => [name, ...family.map(one => one.name)])
  assert.equal(new Set(names).size, names.length)
})
