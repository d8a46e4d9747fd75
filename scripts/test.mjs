// npm test: everything that must pass. npm test -- PATTERN runs only the test files whose path holds PATTERN.
import { installWhatIsMissing } from './install.mjs'
import { underRightNode } from './node.mjs'

await underRightNode(import.meta.url)
await installWhatIsMissing()
const { runSteps } = await import('./steps.mjs')
process.exit(await runSteps({ pattern: process.argv[2] ?? '' }))
