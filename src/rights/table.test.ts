import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commands } from './commands.ts'
import { register } from './register.ts'
import { oneSided, ruleTable, sayTable } from './table.ts'

test('a rule that decides something shows cases on both sides of its line', () => {
  assert.deepEqual(oneSided(ruleTable()), [])
})

test('a rule whose cases all give one answer is found; a duty is not', () => {
  const [duty] = register.filter(({ id }) => id === 'S117_AFTERCARE-HAVE')
  const [rule] = register.filter(({ id }) => id === 'S117_AFTERCARE-SECTIONS')
  assert.ok(duty && rule)
  const half = { ...rule, cases: rule.cases.slice(0, 2) }
  assert.deepEqual(oneSided(ruleTable([duty, half])), ['S117_AFTERCARE-SECTIONS'])
  assert.deepEqual(oneSided(ruleTable([duty, rule])), [])
  const [row] = ruleTable([rule])
  assert.deepEqual([row?.confidence, row?.cases, row?.answers, row?.duty], ['secondary', 6, 3, false])
})

test('the table has a line for each rule, with its source and how sure we are', async () => {
  const said: { out: string[]; err: string[] } = { out: [], err: [] }
  const console = {
    out: (text: string) => void said.out.push(text),
    err: (text: string) => void said.err.push(text),
  } as Parameters<(typeof commands)[number]['run']>[1]
  const table = commands.find(({ name }) => name === 'rights table')
  assert.equal(await table?.run([], console), 0)
  const [out = ''] = said.out
  assert.equal(out, sayTable(ruleTable()))
  assert.match(out, /^S117_AFTERCARE-SECTIONS +secondary +6 +3 +Local pages on section 117/m)
  assert.match(out, /^S117_AFTERCARE-HAVE +statute-read +1 +duty /m)
  assert.equal(await table?.run(['--loud'], console), 2)
  assert.match(said.err.join(), /--loud is not an option/)
  assert.equal(await table?.run(['--json'], console), 0)
  assert.equal(JSON.parse(said.out[1] ?? '').length, register.length)
})
