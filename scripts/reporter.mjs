// What the tests print: each failure with its cause and place, and at the end the counts, written to
// OPENPHB_TEST_COUNTS.
import fs from 'node:fs'
import path from 'node:path'
import { inspect } from 'node:util'

const root = process.env.OPENPHB_ROOT ?? process.cwd()

// A suite fails because a test in it did: only the test is told.
const isEcho = data => data.details?.error?.failureType === 'subtestsFailed'

function tell({ name, file, line, details }) {
  const cause = details.error?.cause ?? details.error
  const words = cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause)
  const own = String(words)
    .split('\n')
    .filter(line => !/^\s+at .*(node:internal|node:async_hooks)/.test(line))
  const place = file ? ` (${path.relative(root, file)}:${line})` : ''
  return `\n    not right: ${name}${place}\n${own.join('\n').replace(/^/gm, '      ')}\n`
}

/** A reporter of node:test. */
export default async function* report(events) {
  const counts = { passed: 0, failed: 0, slowest: [], files: {} }
  for await (const { type, data } of events) {
    if (type === 'test:pass' && data.details?.type !== 'suite' && !data.skip && !data.todo) {
      counts.passed += 1
      const took = Math.round(data.details.duration_ms)
      counts.slowest.push([took, data.name])
      const file = path.relative(root, data.file ?? '')
      counts.files[file] = (counts.files[file] ?? 0) + took
    }
    if (type === 'test:fail' && !isEcho(data)) {
      counts.failed += 1
      yield tell(data)
    }
    // What goes wrong after its test has ended is only mentioned by the runner, and fails the run.
    if (type === 'test:diagnostic' && data.message.startsWith('Error:')) {
      counts.failed += 1
      yield `\n    ${data.message}\n`
    }
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message
  }
  counts.slowest = counts.slowest.sort(([a], [b]) => b - a).slice(0, 5)
  if (process.env.OPENPHB_TEST_COUNTS)
    fs.writeFileSync(process.env.OPENPHB_TEST_COUNTS, JSON.stringify(counts))
}
