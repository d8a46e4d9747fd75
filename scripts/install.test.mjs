import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { holds } from './install.mjs'
import { isNewEnough, root } from './node.mjs'
import { npmCommand } from './npm.mjs'

const lock = packages => JSON.stringify({ packages: { '': {}, ...packages } })
const zod = { 'node_modules/zod': { version: '4.0.0' } }

test('packages that are laid as the lockfile asks need no installing', () => {
  assert.equal(holds(lock(zod), lock(zod)), true)
})

test('a package that is missing or of another version needs installing', () => {
  assert.equal(holds(lock(zod), lock({})), false)
  assert.equal(holds(lock(zod), lock({ 'node_modules/zod': { version: '4.0.1' } })), false)
  assert.equal(holds(lock(zod), null), false)
})

test('an optional package for another machine may be missing, one for this machine may not', () => {
  const optional = os => ({ 'node_modules/native': { version: '1.0.0', optional: true, os: [os] } })
  assert.equal(holds(lock(optional('plan9')), lock({})), true)
  assert.equal(holds(lock(optional(process.platform)), lock({})), false)
})

test('the lockfile names every optional package, without which a clean install stops', () => {
  const { packages } = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'))
  const known = new Set(
    Object.keys(packages).map(place => place.slice(place.lastIndexOf('node_modules/') + 13)),
  )
  const asked = Object.values(packages).flatMap(one => Object.keys(one.optionalDependencies ?? {}))
  assert.deepEqual(
    asked.filter(name => !known.has(name)),
    [],
  )
})

test('the lockfile names no registry', () => {
  const text = fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')
  assert.equal(text.includes('"resolved": "http'), false)
})

test('Node is new enough from 22.12 on', () => {
  assert.deepEqual(['18.20.0', '20.20.2', '22.11.0', '22.12.0', '24.0.0', '26.1.0'].map(isNewEnough), [
    false,
    false,
    false,
    true,
    true,
    true,
  ])
})

test('npm is found beside Node when it is not on PATH', () => {
  assert.equal(npmCommand({ PATH: '' }, []), null)
  assert.notEqual(npmCommand({ PATH: process.env.PATH }, []), null)
})
