// npm run drill [-- --kills 50 --budgets 200]: payment runs on a database of their own (with fsync), killed
// without warning at random moments; afterwards nobody was paid twice and nobody left out. Prints what was
// checked.
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
    'Use: npm run drill [-- --kills 50 --budgets 200]\nExit code 0 when all is well, 1 when it is not.',
  )
  process.exit(0)
}

process.env.OPENPHB_ROOT = root
process.env.OPENPHB_EMBEDDED = '1'
const folder = path.join(root, '.data', `drill-${process.pid}`)
const dataDir = path.join(folder, 'db')
const [worker, main] = ['drill-worker', 'drill'].map(name => path.join(root, '.data', 'bench', `${name}.mjs`))
await bundleWith({ entryPoints: [path.join(root, 'bench', 'drill-worker.ts')], outfile: worker })
await bundleWith({ entryPoints: [path.join(root, 'bench', 'drill-main.ts')], outfile: main })
const server = await startDatabase({ dataDir })
try {
  const { runDrill } = await import(pathToFileURL(main).href)
  const well = await runDrill({
    url: server.url,
    worker,
    kills: asked('kills') ?? 50,
    budgets: asked('budgets') ?? 200,
  })
  process.exitCode = well ? 0 : 1
} finally {
  await server.stop()
  await removeDatabase(dataDir)
  fs.rmSync(folder, { recursive: true, force: true })
}
