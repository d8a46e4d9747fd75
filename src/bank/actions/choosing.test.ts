import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { type GwensBudget, gwensBudget, rowsOn } from '../../../test/bank.ts'
import { appOn, doAs, doingIt, signedIn, tryAs } from '../../../test/harness.ts'
import { sendChoosing, shareTheAccount, shownLines } from '../../../test/shared-account.ts'
import { addDays, type PlainDate } from '../../kernel/days.ts'
import type { Doing } from '../../platform/doing.ts'
import { open } from '../../platform/secrets.ts'
import { anOfxFile, aStatementFile } from '../examples.ts'
import { askWhichLines } from './ask-which-lines.ts'
import { importStatement } from './import-statement.ts'
import { keepChosen } from './keep-chosen.ts'

let budget: GwensBudget
let today: PlainDate
before(async () => {
  budget = await gwensBudget()
  today = await doingIt(budget.database, async doing => doing.today)
  await doingIt(budget.database, doing => shareTheAccount(doing, budget.reference))
})

const asGwen = <Value>(work: (doing: Doing) => Promise<Value>) => tryAs(budget.database, budget.person, work)

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

test('only chosen lines are kept: no text of another one stands anywhere, and it adds up', async () => {
  const kept = await doAs(budget.database, budget.person, doing =>
    sendChoosing(doing, budget.reference, aStatementFile({ rows: rows(), opening: 200_000n })),
  )
  assert.deepEqual([kept.added, kept.leftOut], [2, 2])
  await asGwen(async doing => {
    assert.deepEqual(await shownLines(doing, budget.reference), [
      `${today} -4500 SWIM CENTRE`,
      `${today} -900 TAXI`,
    ])
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
    const next = await sendChoosing(doing, budget.reference, file)
    assert.deepEqual(
      [next.asked.map(({ says }) => says), next.keptBefore, next.leftOutBefore],
      [['TAXI HOME', 'SHOES'], 2, 2],
    )
    assert.equal(next.added, 1)
    assert.equal((await shownLines(doing, budget.reference)).length, 3)
    const again = await sendChoosing(doing, budget.reference, file)
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

test('the holder ticks lines, reads what was left out, and is told when the page is too old', async () => {
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
