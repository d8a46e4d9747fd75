import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { doingIt, someone, tryAs } from '../../../test/harness.ts'
import { gwenAsks, type MillbrookAsks, millbrookAsks } from '../../../test/requests.ts'
import { addDays, type PlainDate } from '../../kernel/days.ts'
import { take } from '../../requests/public.ts'
import { filterFrom } from '../filter.ts'
import { gatherAll, staleCases } from '../gather.ts'
import { stageOf, turnOf } from '../rules/stage.ts'
import { stageTable, turnTable } from '../rules/table.ts'
import { type FactsRow, factsFrom, here } from '../tables.ts'
import { caseload } from './caseload.ts'

let millbrook: MillbrookAsks
before(async () => {
  millbrook = await millbrookAsks()
})

const all = (query: Record<string, string> = {}) => ({
  filter: filterFrom({ stage: 'all', ...query }),
  from: 0,
  most: 20_000,
})

test('a case worker sees what nobody has and what is hers, and nothing of another ICB', async () => {
  const { database, priya, colleague, stranger, tom } = millbrook
  const asked = await gwenAsks(millbrook)
  const sees = async (who: typeof priya) =>
    (await tryAs(database, who, doing => caseload(doing, all()))).count
  assert.deepEqual(
    [await sees(priya), await sees(colleague), await sees(tom), await sees(stranger)],
    [1, 1, 1, 0],
  )
  const taken = await tryAs(database, priya, async doing => {
    await take(doing, asked.reference)
    return caseload(doing, all({ turn: 'me' }))
  })
  assert.deepEqual([taken.count, taken.rows[0]?.stage], [1, 'being-decided'])
})

test('a case is found by a part of the name and by its reference as people type it', async () => {
  const { database, tom } = millbrook
  const { rows } = await tryAs(database, tom, doing => caseload(doing, all()))
  const reference = rows[0]?.reference ?? ''
  const finds = async (find: string) =>
    (await tryAs(database, tom, doing => caseload(doing, all({ find })))).count
  assert.equal(await finds('tall'), rows.length)
  assert.equal(await finds(reference.toLowerCase().replaceAll('-', ' ')), 1)
  assert.equal(await finds('%'), 0)
  assert.equal(await finds("' or 1=1 --"), 0)
})

type Column = keyof FactsRow

/**
 * Cases with facts at random, some of them together as they never are: the table of stages takes them all.
 */
async function scatter(count: number): Promise<void> {
  const { database, icb, gwen } = millbrook
  const free = ['reference', 'request_id', 'organisation_id', 'person_id', 'pathway', 'received_on']
  await doingIt(database, async doing => {
    const columns = await sql<{ column_name: Column; data_type: string }>`select column_name, data_type
      from information_schema.columns where table_schema = 'cases' and table_name = 'facts'`.execute(
      doing.transaction,
    )
    const dates = columns.rows.filter(
      ({ column_name, data_type }) => data_type === 'date' && !free.includes(column_name),
    )
    const names = dates.map(({ column_name }) => sql.ref(column_name))
    const some = dates.map(
      () => sql`case when random() < 0.35 then ${doing.today}::date + (random() * 4 - 2)::int end`,
    )
    await sql`insert into cases.facts (reference, request_id, organisation_id, person_id, pathway,
        received_on,
        worker_id, outcome, plan_to, paid_out, ${sql.join(names)})
      select 'PHB-' || n, gen_random_uuid(), ${icb}, ${gwen},
        case when random() < 0.5 then 'fast-track' else 'adult-continuing-healthcare' end,
        ${doing.today}::date - (random() * 60)::int, case when random() < 0.5 then gen_random_uuid() end,
        (array['granted', 'partly-granted', 'refused', null])[ceil(random() * 4)],
        (array['family', 'case-worker', 'approver', null])[ceil(random() * 4)], random() < 0.5,
        ${sql.join(some)}
      from generate_series(1, ${count}) n`.execute(doing.transaction)
  })
}

test('SQL and rule agree on stage, whose turn and by when, whatever the facts', async () => {
  const { database, tom } = millbrook
  await scatter(3000)
  const compared = await tryAs(database, tom, async doing => {
    const { rows } = await caseload(doing, all())
    const facts = await here(doing).db.selectFrom('cases.facts').selectAll().execute()
    const byReference = new Map(rows.map(row => [row.reference, row]))
    return facts.flatMap(row => {
      const found = byReference.get(row.reference)
      const decideBy = row.decided_on === null && row.withdrawn_on === null ? (found?.by ?? null) : null
      return differs(factsFrom(row, decideBy), found, doing.today)
    })
  })
  assert.deepEqual(compared, [])
})

type Found = Awaited<ReturnType<typeof caseload>>['rows'][number]

function differs(facts: ReturnType<typeof factsFrom>, found: Found | undefined, today: PlainDate): string[] {
  if (found === undefined) return ['a case is missing']
  const [stage, turn] = [stageOf(facts, today), turnOf(facts, today)]
  const same =
    found.stage === stage &&
    found.whose === turn.whose &&
    found.will === turn.will &&
    (found.by ?? null) === (turn.by ?? null)
  return same ? [] : [`${found.reference}: ${found.stage} ${found.whose} instead of ${stage} ${turn.whose}`]
}

test('overdue begins the day after the day promised', async () => {
  const { database, tom } = millbrook
  const late = await tryAs(database, tom, async doing => {
    const { rows } = await caseload(doing, all({ overdue: 'yes' }))
    return { first: addDays(doing.today, -1), bys: rows.map(({ by }) => by) }
  })
  assert.ok(late.bys.includes(late.first))
  assert.ok(late.bys.every(by => by !== null && by <= late.first))
})

test('another ICB’s team leader sees none of three thousand cases, unasked', async () => {
  const { database, stranger } = millbrook
  const foreign = await someone(database, { role: 'team-leader' })
  for (const who of [stranger, foreign])
    assert.equal((await tryAs(database, who, doing => caseload(doing, all()))).count, 0)
})

test('every stage has somebody’s turn, or says that it is nobody’s', () => {
  const stages = new Set(stageTable.map(([stage]) => stage))
  const turned = new Set(turnTable.filter(({ when }) => when === undefined).flatMap(({ of }) => of))
  assert.deepEqual(
    [...stages].filter(stage => !turned.has(stage)),
    ['waiting-for-sign-off'],
  )
})

test('what a module changes is gathered with the change; nothing made up stays a night', async () => {
  const { database } = millbrook
  const stale = await doingIt(database, async doing => {
    const before = await staleCases(doing)
    await sql`delete from cases.facts where reference !~ '^PHB-[0-9A-Z]{4}-[0-9A-Z]{3}$'`.execute(
      doing.transaction,
    )
    const own = await staleCases(doing)
    await sql`update cases.facts set closed_on = received_on`.execute(doing.transaction)
    const wrong = (await staleCases(doing)).length
    await gatherAll(doing)
    return { before: before.length, own, wrong, after: await staleCases(doing) }
  })
  assert.deepEqual([stale.before, stale.own, stale.after], [3000, [], []])
  assert.ok(stale.wrong > 0)
})
