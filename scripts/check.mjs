// npm run check: the fast part of npm test, for while one works: no browser, no second server.
import { installWhatIsMissing } from './install.mjs'
import { underRightNode } from './node.mjs'

await underRightNode(import.meta.url)
await installWhatIsMissing()
const { runSteps } = await import('./steps.mjs')
process.exit(await runSteps({ fast: true }))
