import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { asJson, readStatement } from './read-statement.ts'

/** The kept files of real banks stand beside the project; without them this test says so and passes. */
const folder = join(process.env['OPENPHB_SHARED_DATA'] ?? join(process.cwd(), '../shared/data'), 'bank')

type Facts = Readonly<Record<string, unknown>>
type Entry = { readonly agreed?: Facts; readonly asserted_by_source?: Facts }
type Json = ReturnType<typeof asJson>

const pennies = (text: string): bigint => BigInt(text.replace('.', ''))
const sumOf = (amounts: readonly string[]): string => {
  const sum = amounts.reduce((total, amount) => total + pennies(amount), 0n)
  const size = sum < 0n ? -sum : sum
  return `${sum < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`
}

const two = (sum: unknown): string => (String(sum).includes('.') ? String(sum) : `${sum}.00`)

/** What each fact of the list is of a file as read. Facts not named here say nothing of a statement. */
const answers: Readonly<Record<string, (read: Json) => unknown>> = {
  transactions: read => read.statements.reduce((count, { lines }) => count + lines.length, 0),
  bank_transactions: read => read.statements.reduce((count, { lines }) => count + lines.length, 0),
  entries: read => read.statements.reduce((count, { lines }) => count + lines.length, 0),
  statements: read => read.statements.length,
  accounts: read => read.statements.length,
  sum: read => sumOf(read.statements.flatMap(({ lines }) => lines.map(({ amount }) => amount))),
  net: read => sumOf(read.statements.flatMap(({ lines }) => lines.map(({ amount }) => amount))),
  net_of_dated_rows: read => sumOf(read.statements.flatMap(({ lines }) => lines.map(({ amount }) => amount))),
  amounts: read => read.statements.flatMap(({ lines }) => lines.map(({ amount }) => amount)),
  dates: read => read.statements.flatMap(({ lines }) => lines.map(({ date }) => date)),
  ids: read => read.statements.flatMap(({ lines }) => lines.map(({ bankId }) => bankId)),
  currency: read => read.statements[0]?.currency,
  ledger_balance: read => read.statements[0]?.closing,
  balance: read => read.statements[0]?.closing,
  last_statement_opening: read => read.statements.at(-1)?.opening,
  last_statement_closing: read => read.statements.at(-1)?.closing,
  statement_balances: read => read.statements.map(({ opening, closing }) => [opening, closing]),
  ledger_balances: read => read.statements.map(({ closing }) => closing),
  account_numbers: read => read.statements.map(({ account }) => account?.accountNumber),
  routing: read => read.statements[0]?.account?.sortCode,
  pending_rows: read => read.statements[0]?.refused.length,
  adds_up: read => read.statements.every(({ arithmetic }) => arithmetic === 'agrees'),
  each_statement_adds_up: read => read.statements.every(({ arithmetic }) => arithmetic === 'agrees'),
  opening: read => read.statements[0]?.opening,
  closing: read => read.statements[0]?.closing,
  payee: read => read.statements[0]?.lines[0]?.payee,
  amount: read => read.statements[0]?.lines[0]?.amount,
}

/** Some facts are written with their currency, as a list for one thing, or without pence. */
function expected(name: string, fact: unknown): unknown {
  if ((name === 'opening' || name === 'closing') && Array.isArray(fact)) return fact[0]
  if (name === 'routing' && Array.isArray(fact)) return fact[0]
  return name === 'ledger_balances' && Array.isArray(fact) ? fact.map(two) : fact
}

test('read 1 to 14: each kept file of a real bank reads as its source and independent readers say', t => {
  if (!existsSync(join(folder, 'expected.json'))) {
    t.diagnostic('the kept bank files are not beside the project, so nothing was compared')
    assert.ok(!existsSync(join(folder, 'expected.json')))
    return
  }
  const { files } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as {
    files: Record<string, Entry>
  }
  let compared = 0
  for (const [name, { agreed, asserted_by_source }] of Object.entries(files)) {
    const read = readStatement(readFileSync(join(folder, name)), name)
    assert.ok(!read.refusedWhole, name)
    for (const [fact, value] of Object.entries({ ...asserted_by_source, ...agreed })) {
      const answer = answers[fact]
      if (answer === undefined) continue
      assert.deepEqual(answer(asJson(read)), expected(fact, value), `${name}: ${fact}`)
      compared += 1
    }
  }
  assert.ok(compared > 80, `only ${compared} facts were compared`)
})
