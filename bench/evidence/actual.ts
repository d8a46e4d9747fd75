import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { SetFile } from './set.ts'

const version = '26.9.0'

type At = { readonly root: string; readonly peers: string; readonly work: string }

const homeOf = ({ peers }: At): string => path.join(peers, 'actual')
const isThere = (at: At): boolean => existsSync(path.join(homeOf(at), 'node_modules', '@actual-app', 'api'))

/** The version that was installed on request; null where there is none. */
export function actualVersion(at: At): string | null {
  if (!isThere(at)) return null
  const about = path.join(homeOf(at), 'node_modules', '@actual-app', 'api', 'package.json')
  return String(JSON.parse(readFileSync(about, 'utf8')).version)
}

/** Installs it from npm into .data/peers: native code, it may take minutes. Throws what npm said. */
export function installActual(at: At): void {
  if (isThere(at)) return
  mkdirSync(homeOf(at), { recursive: true })
  writeFileSync(path.join(homeOf(at), 'package.json'), '{"private":true}\n')
  const asked = ['install', '--no-audit', '--no-fund', '--no-save', `@actual-app/api@${version}`]
  const ran = spawnSync('npm', asked, { cwd: homeOf(at), encoding: 'utf8' })
  if (ran.status !== 0) throw new Error(ran.stderr.trim().split('\n').slice(-3).join(' '))
}

/** The rows that Actual adds through its API, which needs no server. */
export function addedByActual(files: readonly SetFile[], at: At): ReadonlySet<string> {
  const data = path.join(at.work, 'actual')
  rmSync(data, { recursive: true, force: true })
  mkdirSync(data, { recursive: true })
  const accounts = [...Map.groupBy(files, ({ account }) => account).values()]
  const asked = accounts.map(own =>
    own.map(({ account, rows }) => ({
      account,
      rows: rows.map(({ day, pence, text, bankId, label }) => ({ day, pence, text, bankId, label })),
    })),
  )
  const worker = path.join(at.root, 'bench', 'evidence', 'actual-worker.mjs')
  const ran = spawnSync('node', [worker, homeOf(at), data], {
    input: JSON.stringify(asked),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  const answer = ran.stdout.trim().split('\n').at(-1) ?? ''
  if (ran.status !== 0 || !answer.startsWith('[')) throw new Error(errorIn(ran.stderr))
  return new Set(JSON.parse(answer) as string[])
}

const errorIn = (said: string): string =>
  said
    .split('\n')
    .find(line => /error/i.test(line))
    ?.trim() ?? said.trim().slice(-200)
