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
  const place = file ? ` (${path.relative(root, file)}:${line})` : ''
  return `\n    not right: ${name}${place}\n${String(words).replace(/^/gm, '      ')}\n`
}

/** A reporter of node:test. */
export default async function* report(events) {
  const counts = { passed: 0, failed: 0, slowest: [] }
  for await (const { type, data } of events) {
    if (type === 'test:pass' && data.details?.type !== 'suite' && !data.skip && !data.todo) {
      counts.passed += 1
      counts.slowest.push([Math.round(data.details.duration_ms), data.name])
    }
    if (type === 'test:fail' && !isEcho(data)) {
      counts.failed += 1
      yield tell(data)
    }
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message
  }
  counts.slowest = counts.slowest.sort(([a], [b]) => b - a).slice(0, 5)
  if (process.env.OPENPHB_TEST_COUNTS)
    fs.writeFileSync(process.env.OPENPHB_TEST_COUNTS, JSON.stringify(counts))
}
