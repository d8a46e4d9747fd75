import {
  answerDoubt,
  assess,
  doubtsOf,
  keepSum,
  latestSum,
  raiseDoubt,
  showToFamily,
  writeSupport,
} from '../needs/public.ts'
import type { Doing } from '../platform/doing.ts'
import { askerOf } from './asking.ts'
import { must } from './must.ts'
import type { Support } from './types.ts'
import { as, beginsOn, daysOf, referenceOf, type Walk, workerOf } from './walk.ts'

export async function assessed(walk: Walk): Promise<Walk> {
  const { assessed: found, name } = walk.life
  if (!found) throw new Error(`${name} has no assessment to write down`)
  const doing = as(walk, workerOf(walk), daysOf(walk.life).assessed)
  const domains = found.domains.map(([of, level, note]) => ({ name: of, level, note }))
  const reference = referenceOf(walk)
  const of = { reference, assessedOn: doing.today, inTheirWords: found.words, domains }
  must(await assess(doing, of), `assessing ${name}`)
  return walk
}

/** Adds lines of support to what is written already. */
export async function support(doing: Doing, reference: string, lines: readonly Support[], seen = 0) {
  for (const [at, { payee: _p, payeeWords: _w, serves: _s, way: _y, ...put }] of lines.entries())
    must(await writeSupport(doing, { reference, seen: seen + at, change: { put, at: null } }), put.says)
}

export async function summed(walk: Walk): Promise<Walk> {
  const { life } = walk
  const doing = as(walk, workerOf(walk), daysOf(life).summed)
  const reference = referenceOf(walk)
  await support(doing, reference, life.support ?? [])
  const from = beginsOn(life, walk.place)
  const asked = { reference, kind: 'indicative', ratesOn: doing.today, from } as const
  const because = 'Talked through with the family; each line stands as it is written.'
  must(await keepSum(doing, { ...asked, because }), `the sum of ${life.name}`)
  return walk
}

export async function shown(walk: Walk): Promise<Walk> {
  const doing = as(walk, workerOf(walk), daysOf(walk.life).shown)
  const reference = referenceOf(walk)
  const version = (await latestSum(doing, reference))?.version ?? 1
  must(await showToFamily(doing, { reference, version }), `showing ${walk.life.name} the sum`)
  return walk
}

/** "I don't think this is right", and what was said to it. */
export async function doubted(walk: Walk): Promise<Walk> {
  const { doubt, name } = walk.life
  if (!doubt) return walk
  const reference = referenceOf(walk)
  const asking = as(walk, askerOf(walk).actor, doubt.on)
  must(await raiseDoubt(asking, { reference, words: doubt.words }), `${name} doubting`)
  if (!doubt.answer) return walk
  const answering = as(walk, workerOf(walk), Math.min(0, doubt.on + 6))
  const raised = (await doubtsOf(answering, reference))[0]
  if (raised) must(await answerDoubt(answering, { doubt: raised.id, answer: doubt.answer }), 'the answer')
  return walk
}
