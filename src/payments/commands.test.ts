import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeBudgets } from '../../test/budgets.ts'
import { doingIt } from '../../test/harness.ts'
import { anOffice, monday, onMonday } from '../../test/payments.ts'
import { commands } from './commands.ts'

test('the command line says what is due and why it cannot be paid, with no names', async () => {
  const database = await onMonday()
  const { organisation } = await anOffice(database)
  const { rows } = await database.pool.query('select code from people.organisation where id = $1', [
    organisation,
  ])
  await doingIt(database, doing =>
    makeBudgets(doing, [
      { organisation, from: monday },
      { organisation, from: monday, without: ['approval'] },
    ]),
  )
  const [due] = commands
  const said: string[] = []
  const errors: string[] = []
  const console = {
    database,
    folder: '.',
    embedded: true,
    out: (text: string) => void said.push(text),
    err: (text: string) => void errors.push(text),
  }
  assert.equal(await due?.run([rows[0].code], console), 0)
  assert.match(said.join(''), /The account has not been approved\./)
  assert.match(said.join(''), /2 payments, £2,240\.00, that no run holds yet\./)
  said.length = 0
  assert.equal(await due?.run([rows[0].code, '--json', '--days', '0'], console), 0)
  const listed = JSON.parse(said.join('')) as { amount: string; reasons: string[] }[]
  assert.deepEqual(
    listed.map(({ amount }) => amount),
    ['1120.00', '1120.00'],
  )
  assert.equal(await due?.run(['NOWHERE'], console), 2)
  assert.equal(await due?.run([], console), 2)
  assert.equal(await due?.run([rows[0].code, '--days', 'x'], console), 2)
  assert.equal(errors.length, 3)
})
