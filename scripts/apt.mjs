// Debian packages, where that is allowed: as root and with apt.
import { spawnSync } from 'node:child_process'

/** Whether packages may be installed here. */
export const mayInstall = () => process.geteuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0

/** Installs packages; throws what apt said where it can't. */
export function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const ran = spawnSync('apt-get', ['-qq', ...args], {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    if (ran.status !== 0) throw new Error(ran.stderr.trim())
  }
}
