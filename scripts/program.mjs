// What both the web process and the command line hand to the bundled program.
import module from 'node:module'
import path from 'node:path'
import v8 from 'node:v8'
import { root } from './node.mjs'

/** Where the embedded database, uploads and the like are kept: .data beside the program, or OPENPHB_DATA. */
export const dataFolder = () => path.resolve(process.env.OPENPHB_DATA ?? path.join(root, '.data'))

/**
 * Left to itself Node lets a web process grow to 300 MB before it tidies up. So it stays below 200, for a
 * fifth more work; a command, which is over soon, is not asked to.
 */
export function stayBelow200Megabytes() {
  for (const flag of ['--semi-space-growth-factor=1', '--heap-growing-percent=20'])
    v8.setFlagsFromString(flag)
}

/** Sets the environment that the program reads, and lets Node remember compiled code between starts. */
export function prepareEnvironment({ databaseUrl, embedded }) {
  process.env.OPENPHB_ROOT = root
  // React draws pages twice as fast without the checks that it makes for developers.
  process.env.NODE_ENV ??= 'production'
  process.env.OPENPHB_DATA = dataFolder()
  if (databaseUrl) process.env.DATABASE_URL = databaseUrl
  if (embedded) process.env.OPENPHB_EMBEDDED = '1'
  else delete process.env.OPENPHB_EMBEDDED
  // Names and places in a trace are readable without; with, the program takes a third more memory.
  if (process.env.OPENPHB_SOURCE_MAPS === '1') process.setSourceMapsEnabled(true)
  module.enableCompileCache?.(path.join(root, '.data', 'cache'))
}
