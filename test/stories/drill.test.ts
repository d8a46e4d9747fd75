import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { drill, drillTable } from '../../bench/drill.ts'
import { emptyDatabase } from '../harness.ts'

const root = process.env.OPENPHB_ROOT ?? process.cwd()

test('killed again and again during payment runs, nobody is paid twice or left out', {
  timeout: 600_000,
}, async t => {
  const { bundleWith } = await import(join(root, 'scripts', 'build.mjs'))
  const worker = join(root, '.data', 'tests', `drill-worker-${process.pid}.mjs`)
  await bundleWith({ entryPoints: [join(root, 'bench', 'drill-worker.ts')], outfile: worker })
  const database = await emptyDatabase()
  const done = await drill({ database, worker, kills: 5, budgets: 40, patience: 500 })
  t.diagnostic(drillTable(done))
  assert.ok(done.payments > 0, 'nobody was paid at all')
  assert.deepEqual(
    done.checks.filter(({ wrong }) => wrong !== 0),
    [],
  )
})
