import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { type GwensBudget, gwensBudget, rowsOn } from '../../../test/bank.ts'
import { appOn, doAs, doingIt, signedIn, tryAs } from '../../../test/harness.ts'
import { addDays, type PlainDate } from '../../kernel/days.ts'
import { pence, plainMoney } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import type { SentFile } from '../../platform/route.ts'
import { open } from '../../platform/secrets.ts'
import { anOfxFile, aStatementFile, type ExampleRow } from '../examples.ts'
import { here } from '../tables.ts'
import { askWhichLines } from './ask-which-lines.ts'
import { importStatement } from './import-statement.ts'
import { keepChosen } from './keep-chosen.ts'

const numRuns = Math.ceil(Number(process.env['OPENPHB_SEQUENCES'] ?? 500) / 50)

let budget: GwensBudget
let today: PlainDate
before(async () => {
  budget = await gwensBudget()
  today = await doingIt(budget.database, async doing => doing.today)
  await doingIt(budget.database, shareTheAccount)
})

/** The account in use becomes one that is also used for other money: an ordinary account, for a one-off payment. */
async function shareTheAccount({ transaction }: Doing): Promise<void> {
  await sql`with copied as (
      insert into agreements.account (id, organisation_id, person_id, reference, details, ending,
        name_on_account, whose, sole_purpose, auditable, others_use_it, one_off, checked, given_by, given_on)
      select gen_random_uuid(), organisation_id, person_id, reference, details, ending, name_on_account, whose,
        false, auditable, others_use_it, true, checked, given_by, given_on
      from agreements.account where reference = ${budget.reference} returning *)
    insert into agreements.account_decision (id, account_id, organisation_id, person_id, decided, decided_on)
    select gen_random_uuid(), id, organisation_id, person_id, 'approved', ${today}::date from copied`.execute(
    transaction,
  )
  await sql`insert into agreements.account_decision (id, account_id, organisation_id, person_id, decided, because,
      decided_on)
    select gen_random_uuid(), id, organisation_id, person_id, 'closed', 'Another account', ${today}::date
    from agreements.account where reference = ${budget.reference} and sole_purpose`.execute(transaction)
}

const aboutBudget = ({ says }: { readonly says: string }): boolean => /SWIM|TAXI/.test(says)

/** Sends a file as its holder does: what is asked about is ticked where it is about the budget. */
async function sendChoosing(doing: Doing, file: SentFile, ticks = aboutBudget) {
  const which = await askWhichLines(doing, { reference: budget.reference, files: [file] })
  assert.ok(which.done, which.done ? '' : which.because.join('; '))
  if (which.value === null) {
    // The very same file was sent before: that is said, and nothing is asked.
    const again = await importStatement(doing, { reference: budget.reference, files: [file] })
    assert.ok(again.done)
    return { ...again.value, asked: [], keptBefore: 0, leftOutBefore: 0, leftOut: 0 }
  }
  const { sealed, asked } = which.value
  const keep = asked.filter(ticks).map(({ name }) => name)
  const kept = await keepChosen(doing, { reference: budget.reference, sealed, keep })
  assert.ok(kept.done, kept.done ? '' : kept.because.join('; '))
  return { ...which.value, ...kept.value }
}

const asGwen = <Value>(work: (doing: Doing) => Promise<Value>) => tryAs(budget.database, budget.person, work)

const shownLines = async (doing: Doing) =>
  (
    await here(doing)
      .db.selectFrom('bank.line_shown')
      .select(['on_day', 'amount', 'says'])
      .where('reference', '=', budget.reference)
      .execute()
  )
    .map(({ on_day, amount, says }) => `${on_day} ${amount} ${says}`)
    .toSorted()

/** Everything that the module has written, as text. */
async function allText({ transaction }: Doing): Promise<string> {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'bank' and table_type = 'BASE TABLE'`.execute(transaction)
  const texts: string[] = []
  for (const { name } of rows) {
    const { rows: all } = await sql<{
      said: string
    }>`select t::text as said from ${sql.table(`bank.${name}`)} t`
      .execute(transaction)
      .catch(() => ({ rows: [] }))
    texts.push(...all.map(({ said }) => said))
  }
  return texts.join('\n')
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder).flatMap(name => {
    const at = join(folder, name)
    return statSync(at).isDirectory() ? filesUnder(at) : [at]
  })
}

const rows = () => rowsOn(today, '-4500 SWIM CENTRE', '-80000 RENT SMITH', '-2500 FOOD HALL', '-900 TAXI')

test('of a shared account nothing is imported before its holder has chosen', async () => {
  await asGwen(async doing => {
    const sent = await importStatement(doing, {
      reference: budget.reference,
      files: [anOfxFile({ rows: rows() })],
    })
    assert.deepEqual(sent, { done: false, because: ['shared statement.ofx'] })
  })
})

test('what looks like the plan is ticked ahead, and asking writes nothing at all', async () => {
  await asGwen(async doing => {
    const which = await askWhichLines(doing, {
      reference: budget.reference,
      files: [anOfxFile({ rows: rows() })],
    })
    assert.ok(which.done && which.value)
    assert.deepEqual(
      which.value.asked.map(({ says, suggested }) => [says, suggested]),
      [
        ['SWIM CENTRE', true],
        ['RENT SMITH', false],
        ['FOOD HALL', false],
        ['TAXI', false],
      ],
    )
    assert.ok(!/RENT|SWIM/.test(await allText(doing)))
    assert.ok(!/RENT|SWIM/.test(Buffer.from(which.value.sealed, 'base64url').toString('latin1')))
  })
})

test('only chosen lines are kept: no text of another one stands in any table or file, and it adds up', async () => {
  const kept = await doAs(budget.database, budget.person, doing =>
    sendChoosing(doing, aStatementFile({ rows: rows(), opening: 200_000n })),
  )
  assert.deepEqual([kept.added, kept.leftOut], [2, 2])
  await asGwen(async doing => {
    assert.deepEqual(await shownLines(doing), [`${today} -4500 SWIM CENTRE`, `${today} -900 TAXI`])
  })
  const said = await doingIt(budget.database, allText)
  assert.ok(said.includes('SWIM CENTRE') && !/RENT|FOOD/.test(said))
  const { rows: proof } = await sql<{ fits: boolean }>`select s.opening
      + (select sum(l.amount) from bank.showing w join bank.line l on l.id = w.line_id
        where w.statement_id = s.id)
      + (select sum(g.sum) from bank.left_out g where g.statement_id = s.id) = s.closing as fits
    from bank.statement s where s.closing is not null`.execute(budget.database.kysely)
  assert.deepEqual(
    proof.map(({ fits }) => fits),
    [true],
  )
  const folder = join(process.env.OPENPHB_ROOT ?? process.cwd(), '.data', 'files')
  for (const file of filesUnder(process.env.OPENPHB_FILES ?? folder))
    assert.ok(!/RENT SMITH/.test(openedOr(readFileSync(file))), file)
})

const openedOr = (bytes: Uint8Array): string => {
  try {
    return open('file', bytes).toString('utf8')
  } catch {
    return ''
  }
}

test('an overlapping statement does not ask again about lines that were kept or left out', async () => {
  await asGwen(async doing => {
    const later = rowsOn(addDays(today, 1), '-1100 TAXI HOME', '-4200 SHOES')
    const file = anOfxFile({ rows: [...rows(), ...later], opening: 200_000n, name: 'wider.ofx' })
    const next = await sendChoosing(doing, file)
    assert.deepEqual(
      [next.asked.map(({ says }) => says), next.keptBefore, next.leftOutBefore],
      [['TAXI HOME', 'SHOES'], 2, 2],
    )
    assert.equal(next.added, 1)
    assert.equal((await shownLines(doing)).length, 3)
    const again = await sendChoosing(doing, file)
    assert.deepEqual([again.asked, again.added, again.again], [[], 0, ['wider.ofx']])
  })
})

test('a page of another day, of somebody else or made up is refused, and nothing is kept', async () => {
  await asGwen(async doing => {
    const which = await askWhichLines(doing, {
      reference: budget.reference,
      files: [anOfxFile({ rows: rowsOn(today, '-100 NEW'), name: 'new.ofx' })],
    })
    assert.ok(which.done && which.value)
    const { sealed } = which.value
    const { reference } = budget
    const refusals = [
      await keepChosen({ ...doing, today: addDays(today, 1) }, { reference, sealed, keep: [] }),
      await keepChosen(doing, { reference, sealed: `x${sealed}`, keep: [] }),
      await keepChosen(doing, { reference, sealed: '', keep: [] }),
    ]
    for (const one of refusals) assert.deepEqual(one, { done: false, because: ['too-old'] })
  })
})

test('in a form the holder ticks lines, reads what was left out, and is told when the page is too old', async () => {
  const app = await appOn(budget.database)
  const gwen = await signedIn(app, budget.person)
  const at = `/bank/${budget.reference}/statements`
  assert.ok((await gwen.get(`${at}/new`)).html.includes('you choose which lines we keep'))
  const day = addDays(today, -3)
  const sent = anOfxFile({ rows: rowsOn(day, '-1500 SWIM CENTRE', '-7700 VET'), name: 'three.ofx' })
  const files = [{ field: 'files', name: sent.name, bytes: sent.bytes }]
  const page = await gwen.send(at, {}, files)
  assert.equal(page.status, 200)
  for (const says of ['Choose which lines we keep', 'Nothing has been kept yet', 'VET'])
    assert.ok(page.html.includes(says))
  const sealed = /name="sealed" value="([^"]+)"/.exec(page.html)?.[1] ?? ''
  const old = await gwen.post(`${at}/choices`, { sealed: `x${sealed}` })
  assert.ok(old.status === 422 && old.html.includes('The page was open for too long'))
  const done = await gwen.post(`${at}/choices`, { sealed, keep: '0.0.0' })
  assert.match(done.to ?? '', /done=read$/)
  const read = (await gwen.get(done.to ?? '')).html
  assert.ok(read.includes('1 line of the file is not about the budget') && !read.includes('VET'))
  const file = await gwen.get(`${/^[^?]+/.exec(done.to ?? '')?.[0]}/file`)
  assert.ok(file.html.includes('1 lines left out') && !file.html.includes('VET'))
})

const truth = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 11 }),
    fc.constantFrom(-400n, -4500n, 9000n),
    fc.constantFrom('TAXI', 'SWIM CENTRE', 'RENT', 'FOOD'),
  ),
  { minLength: 1, maxLength: 12 },
)
const span = fc.tuple(
  fc.integer({ min: 0, max: 11 }),
  fc.integer({ min: 0, max: 11 }),
  fc.boolean(),
  fc.nat(99),
)

const asQif = (rows: readonly ExampleRow[], name: string): SentFile => {
  const one = ([day, sum, says]: ExampleRow) =>
    `D${day.split('-').reverse().join('/')}\nT${plainMoney(pence(sum))}\nP${says}\n^\n`
  const bytes = Buffer.from(`!Type:Bank\n${rows.map(one).join('')}`, 'utf8')
  return { field: 'files', name, kind: 'application/octet-stream', bytes }
}

test('in the database too, any order of overlapping statements keeps the same lines, once each', () =>
  fc.assert(
    fc.asyncProperty(truth, fc.array(span, { minLength: 1, maxLength: 4 }), async (all, spans) => {
      const rows = all
        .toSorted(([a], [b]) => a - b)
        .map(([day, sum, says], at) => ({
          day,
          at,
          row: [addDays(today, day - 30), sum, says] as ExampleRow,
        }))
      const fileOf = ([a, b, qif]: (typeof spans)[number]) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const opening = rows.filter(({ day }) => day < from).reduce((sum, { row }) => sum + row[1], 1000n)
        const inside = rows.filter(({ day }) => day >= from && day <= to).map(({ row }) => row)
        return inside.length === 0
          ? null
          : qif
            ? asQif(inside, `${from}-${to}.qif`)
            : aStatementFile({ rows: inside, opening, name: `${from}-${to}.csv` })
      }
      const files = spans.toSorted((a, b) => a[3] - b[3]).flatMap(one => fileOf(one) ?? [])
      const wanted = rows.filter(
        ({ day, row }) =>
          aboutBudget({ says: row[2] }) &&
          spans.some(([a, b]) => day >= Math.min(a, b) && day <= Math.max(a, b)),
      )
      const found = await asGwen(async doing => {
        for (const file of files) await sendChoosing(doing, file)
        return (await shownLines(doing)).filter(line => line < `${addDays(today, -10)}`)
      })
      assert.deepEqual(found, wanted.map(({ row }) => `${row[0]} ${row[1]} ${row[2]}`).toSorted())
    }),
    { numRuns },
  ))
