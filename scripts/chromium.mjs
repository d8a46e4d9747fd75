// Finds Chromium for the browser journeys, and fetches Debian's where that is allowed.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

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
  const mayInstall = process.geteuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
  if (!mayInstall) throw new Error(advice)
  process.stderr.write('Installing Chromium for the browser journeys (once, about a minute)...\n')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const packages = ['chromium', 'libxml2-utils']
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const ran = spawnSync('apt-get', ['-qq', ...args], {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    if (ran.status !== 0) throw new Error(`${advice}\n${ran.stderr.trim()}`)
  }
  const installed = findChromium()
  if (!installed) throw new Error(advice)
  return installed
}
