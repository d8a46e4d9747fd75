// Finds Chromium for the browser journeys, and fetches Debian's where that is allowed.
import fs from 'node:fs'
import path from 'node:path'
import { aptInstall, mayInstall } from './apt.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const elsewhere = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * The Chromium to use: OPENPHB_CHROMIUM, else one on PATH or in its usual place; null where there is none.
 */
export function findChromium(env = process.env) {
  const folders = (env.PATH ?? '').split(path.delimiter).filter(Boolean)
  const known = folders.flatMap(folder => names.map(name => path.join(folder, name)))
  return [env.OPENPHB_CHROMIUM, ...known, ...elsewhere].find(file => file && fs.existsSync(file)) ?? null
}

/**
 * Chromium's path; installs Debian's package as root; throws one sentence where it is missing and may not
 * be installed.
 */
export function chromiumOrInstall() {
  const found = findChromium()
  if (found) return found
  const advice =
    'The browser journeys need Chromium: apt-get install chromium, or set OPENPHB_CHROMIUM to its path.'
  if (!mayInstall()) throw new Error(advice)
  process.stderr.write('Installing Chromium for the browser journeys (once, about a minute)...\n')
  try {
    aptInstall(['chromium', 'libxml2-utils'])
  } catch (problem) {
    throw new Error(`${advice}\n${problem.message}`)
  }
  const installed = findChromium()
  if (!installed) throw new Error(advice)
  return installed
}
