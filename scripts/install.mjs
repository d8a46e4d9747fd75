// Lays the packages of package-lock.json into node_modules when they are not there yet or the list has
// changed.
import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { root } from './node.mjs'
import { npm } from './npm.mjs'

const modules = path.join(root, 'node_modules')
const stamp = path.join(modules, '.openphb-lock')
const lockfile = path.join(root, 'package-lock.json')

/** Makes sure that node_modules holds what package-lock.json asks for; says one line when it has to fetch. */
export async function installWhatIsMissing() {
  // A link to somebody else's node_modules is theirs to look after.
  if (fs.lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) return
  const asked = fs.readFileSync(lockfile, 'utf8')
  const print = crypto.createHash('sha256').update(asked).digest('hex')
  if (read(stamp) === print) return
  if (!holds(asked, read(path.join(modules, '.package-lock.json')))) {
    process.stderr.write('Installing the packages that OpenPHB needs (about half a minute)...\n')
    await layPackages()
  }
  keep(print)
}

// Some registries lack packages of other platforms, over which "npm ci" stumbles and "npm install" does not:
// it, too,
// keeps to the lockfile, and --no-save keeps it from writing there.
async function layPackages() {
  try {
    await npm(['ci', '--ignore-scripts'], { cwd: root })
  } catch (problem) {
    await npm(['install', '--no-save', '--ignore-scripts'], { cwd: root }).catch(() => {
      throw problem
    })
  }
}

/**
 * Whether what npm says it laid down is what the lockfile asks for, packages for other machines left aside.
 */
export function holds(asked, laid) {
  if (laid === null) return false
  const there = JSON.parse(laid).packages ?? {}
  return Object.entries(JSON.parse(asked).packages).every(([place, wanted]) => {
    if (place === '') return true
    const found = there[place]
    return found ? found.version === wanted.version : wanted.optional === true && !fitsHere(wanted)
  })
}

const fitsHere = ({ os, cpu, libc }) =>
  (!os || [os].flat().includes(process.platform)) && (!cpu || [cpu].flat().includes(process.arch)) && !libc

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

// Where packages were laid by another user the stamp cannot be kept: the comparison above is then made each
// time.
function keep(print) {
  try {
    fs.writeFileSync(stamp, print)
  } catch {
    return
  }
}
