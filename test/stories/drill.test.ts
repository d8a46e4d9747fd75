import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { drill, drillTable } from '../../bench/drill.ts'
import { railsDrill, railsTable } from '../../bench/rails.ts'
import { emptyDatabase } from '../harness.ts'

const root = process.env.OPENPHB_ROOT ?? process.cwd()

async function bundled(name: string): Promise<string> {
  const { bundleWith } = await import(join(root, 'scripts', 'build.mjs'))
  const worker = join(root, '.data', 'tests', `${name}-${process.pid}.mjs`)
  await bundleWith({ entryPoints: [join(root, 'bench', `${name}.ts`)], outfile: worker })
  return worker
}

test('killed again and again during payment runs, nobody is paid twice or left out', {
  timeout: 600_000,
}, async t => {
  const worker = await bundled('drill-worker')
  const database = await emptyDatabase()
  const done = await drill({ database, worker, kills: 5, budgets: 40, patience: 500 })
  t.diagnostic(drillTable(done))
  assert.ok(done.payments > 0, 'nobody was paid at all')
  assert.deepEqual(
    done.checks.filter(({ wrong }) => wrong !== 0),
    [],
  )
})

test('killed while the bank fails and some are paid by hand, each payment goes one way', {
  timeout: 600_000,
}, async t => {
  const worker = await bundled('rails-worker')
  const database = await emptyDatabase()
  const done = await railsDrill({ database, worker, kills: 2, payments: 40, patience: 1500 })
  t.diagnostic(railsTable(done))
  assert.equal(done.inFile + done.byHand, done.payments)
  assert.ok(done.byHand > 0, 'nobody was paid by hand')
  assert.deepEqual(
    done.checks.filter(({ wrong }) => wrong !== 0),
    [],
  )
})
