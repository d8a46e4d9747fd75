import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A service that was started as people start it, in processes of its own. */
export type Web = {
  readonly url: string
  readonly links: readonly { readonly says: string; readonly url: string }[]
  /** Seconds from `npm start` to the first page. */
  readonly startedIn: number
  /** Megabytes that the web process holds now; null where the system does not say. */
  memory(): number | null
  stop(): Promise<void>
}

const patience = 120_000
const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) endGroup(child, 'SIGKILL')
})

function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid) process.kill(-child.pid, signal)
  } catch {
    running.delete(child)
  }
}

async function freePort(): Promise<number> {
  const probe = net.createServer()
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise(resolve => probe.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** `npm start` in the folder of this run, until its first page has come whole. */
export async function startWeb(root: string, env: NodeJS.ProcessEnv): Promise<Web> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const began = performance.now()
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...env, PORT: String(port) },
  })
  running.add(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      said += chunk
    })
  await firstPage(url, child, () => said)
  const startedIn = (performance.now() - began) / 1000
  while (!said.includes('Press Ctrl-C')) await pause(20)
  const links = [...said.matchAll(/^ {2}(.+?) {2,}(http\S+)$/gm)].map(([, says = '', to = '']) => ({
    says,
    url: to,
  }))
  return { url, links, startedIn, memory: () => memoryOf(child.pid ?? 0), stop: () => stop(child) }
}

async function firstPage(url: string, child: ChildProcess, said: () => string): Promise<void> {
  const until = performance.now() + patience
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`The service did not start:\n${said()}`)
    const page = await fetch(url).then(
      async answer => answer.ok && (await answer.text()).includes('</html>'),
      () => false,
    )
    if (page) return
    await pause(5)
  }
  throw new Error(`The service gave no page within ${patience / 1000} s:\n${said()}`)
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  if (child.exitCode === null) endGroup(child, 'SIGINT')
  const gone = await Promise.race([ended.then(() => true), pause(20_000, false, { ref: false })])
  if (!gone) endGroup(child, 'SIGKILL')
  running.delete(child)
}

/** The largest of the processes below one that run start.mjs: an old Node starts a newer one below it. */
function memoryOf(group: number): number | null {
  if (!fs.existsSync('/proc/self/status')) return null
  const sizes = fs
    .readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(pid => sizeIn(path.join('/proc', pid), group))
  return Math.max(...sizes)
}

function sizeIn(folder: string, group: number): number {
  try {
    const inGroup = fs.readFileSync(path.join(folder, 'stat'), 'utf8').split(') ')[1]?.split(' ')[2]
    const started = fs.readFileSync(path.join(folder, 'cmdline'), 'utf8')
    if (Number(inGroup) !== group || !/node\0.*start\.mjs/.test(started)) return 0
    const size = /VmRSS:\s+(\d+) kB/.exec(fs.readFileSync(path.join(folder, 'status'), 'utf8'))?.[1]
    return Number(size ?? 0) / 1024
  } catch {
    return 0
  }
}
