// npm run drill [-- --kills 50 --budgets 200 | --payments 15000]: payment runs on a database of their own
// (with fsync), killed without warning at random moments; afterwards nobody was paid twice and nobody left
// out. Prints what was checked. With --payments one run of that many is worked on, and both ways to pay are
// used: the bank's file and by hand.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundleWith } from './build.mjs'
import { removeDatabase, startDatabase } from './database.mjs'
import { installWhatIsMissing } from './install.mjs'
import { root, underRightNode } from './node.mjs'

await underRightNode(import.meta.url)
await installWhatIsMissing()

const asked = name => {
  const at = process.argv.indexOf(`--${name}`)
  return at > 0 ? Number(process.argv[at + 1]) : null
}
if (process.argv.includes('--help')) {
  console.log(
    'Use: npm run drill [-- --kills 50 --budgets 200]\n' +
      '     npm run drill -- --payments 15000 [--kills 12]   one run, paid by file and by hand\n' +
      'Exit code 0 when all is well, 1 when it is not.',
  )
  process.exit(0)
}

process.env.OPENPHB_ROOT = root
process.env.OPENPHB_EMBEDDED = '1'
const folder = path.join(root, '.data', `drill-${process.pid}`)
const dataDir = path.join(folder, 'db')
const payments = asked('payments')
const kind = payments === null ? 'drill-worker' : 'rails-worker'
const [worker, main] = [kind, 'drill'].map(name => path.join(root, '.data', 'bench', `${name}.mjs`))
await bundleWith({ entryPoints: [path.join(root, 'bench', `${kind}.ts`)], outfile: worker })
await bundleWith({ entryPoints: [path.join(root, 'bench', 'drill-main.ts')], outfile: main })
const server = await startDatabase({ dataDir })
try {
  const { runDrill, runRails } = await import(pathToFileURL(main).href)
  const common = { url: server.url, worker }
  const well =
    payments === null
      ? await runDrill({ ...common, kills: asked('kills') ?? 50, budgets: asked('budgets') ?? 200 })
      : await runRails({ ...common, kills: asked('kills') ?? 12, payments })
  process.exitCode = well ? 0 : 1
} finally {
  await server.stop()
  await removeDatabase(dataDir)
  fs.rmSync(folder, { recursive: true, force: true })
}
