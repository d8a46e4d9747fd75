import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import type { App } from '../src/app.ts'
import { importStatement } from '../src/bank/actions/import-statement.ts'
import { anOfxFile } from '../src/bank/examples.ts'
import { commands } from '../src/ledger/commands.ts'
import { entriesOf } from '../src/ledger/public.ts'
import { type GwensBudget, gwensBudget, rowsOn } from './bank.ts'
import { appOn, doAs, doingIt, signedIn, someone } from './harness.ts'

let budget: GwensBudget
let app: App
before(async () => {
  budget = await gwensBudget()
  app = await appOn(budget.database)
  const today = await doingIt(budget.database, async doing => doing.today)
  const rows = rowsOn(today, '-17400 JOAN ELLERY', '-4500 SWIM CENTRE MILLBROOK')
  const sent = await doAs(budget.database, budget.person, doing =>
    importStatement(doing, { reference: budget.reference, files: [anOfxFile({ rows })] }),
  )
  assert.ok(sent.done)
})

const bankEntries = () =>
  doingIt(budget.database, async doing =>
    (await entriesOf(doing, { person: budget.gwen })).filter(({ key }) => key.startsWith('bank:')),
  )

async function seenBy(role: 'team-leader' | 'finance-officer') {
  const user = await someone(budget.database, { name: `As ${role}`, role, organisation: budget.icb })
  const visitor = await signedIn(app, user)
  const paths = [`/ledger/${budget.reference}`]
  for (const { id } of await bankEntries()) paths.push(`/ledger/${budget.reference}/${id}`)
  const pages = []
  for (const path of paths) pages.push(await visitor.get(path))
  assert.ok(pages.every(({ status }) => status === 200) && pages.length > 1)
  return pages.map(({ html }) => html).join('\n')
}

test('an entry that names who was paid shows a team leader only what the payment was for', async () => {
  const html = await seenBy('team-leader')
  assert.ok(!/SWIM CENTRE|ELLERY/.test(html))
  assert.ok(html.includes('Spent as planned'))
})

test('who answers for the money still reads the name, and the entry itself is not edited', async () => {
  assert.ok((await seenBy('finance-officer')).includes('Spent as planned: SWIM CENTRE'))
  assert.ok((await bankEntries()).some(({ because }) => because.includes('SWIM CENTRE')))
})

async function printed(name: string, ...words: string[]): Promise<string> {
  let out = ''
  const command = commands.find(one => one.name === name)
  const console = {
    database: budget.database,
    folder: '.',
    embedded: true,
    out: (text: string) => {
      out += text
    },
    err: () => undefined,
  }
  assert.equal(await command?.run(words, console), 0)
  return out
}

test('exports and pictures leave names out unless they are asked for, in every format', async () => {
  for (const format of ['csv', 'hledger', 'ledger', 'beancount']) {
    const without = await printed('ledger export', '--format', format)
    assert.ok(!without.includes('SWIM CENTRE') && without.includes('Spent as planned'), format)
    assert.ok((await printed('ledger export', '--format', format, '--names')).includes('SWIM CENTRE'), format)
  }
  const { reference } = budget
  assert.ok(!(await printed('ledger picture', reference)).includes('SWIM CENTRE'))
  assert.ok(!(await printed('ledger picture', reference, '--json')).includes('SWIM CENTRE'))
  assert.ok((await printed('ledger picture', reference, '--names')).includes('SWIM CENTRE'))
})

test('the record of changes and looks names nobody whom a payment went to', async () => {
  const { rows } = await sql<{ said: string }>`select h::text as said from access.happening h`.execute(
    budget.database.kysely,
  )
  assert.ok(rows.length > 0)
  assert.deepEqual(
    rows.filter(({ said }) => /SWIM CENTRE|ELLERY/.test(said)),
    [],
  )
})
