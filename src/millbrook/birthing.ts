import { addDays } from '../kernel/days.ts'
import { pence } from '../kernel/money.ts'
import {
  answerMaternity,
  chooseInClinic,
  chooseProvider,
  confirmChoice,
  endMaternity,
  noteCare,
  noteExtra,
  offerBudget,
} from '../maternity/public.ts'
import type { Doing } from '../platform/doing.ts'
import { askerOf } from './asking.ts'
import type { BirthStep } from './birth-story.ts'
import { must } from './must.ts'
import { birthStories } from './reference/maternity.ts'
import { as, type Place, referenceOf, type Walk, workerOf } from './walk.ts'

const pounds = (sum: number) => pence(BigInt(Math.round(sum * 100)))

/** What she does herself; null where it is a step of staff. */
function byHer(doing: Doing, reference: string, step: BirthStep) {
  if (step.does === 'answer') return answerMaternity(doing, { reference, said: step.said, words: step.words })
  if (step.does === 'choose') return chooseProvider(doing, { reference, ...step })
  if (step.does === 'extra')
    return noteExtra(doing, { reference, says: step.says, amount: pounds(step.pounds) })
  return null
}

async function byStaff(doing: Doing, reference: string, step: BirthStep): Promise<void> {
  const { today: on } = doing
  const what = `the maternity budget ${reference}`
  if (step.does === 'offer') {
    const offered = { reference, offeredOn: on, dueOn: addDays(on, step.dueIn - step.on), fits: step.fits }
    must(await offerBudget(doing, offered), what)
  }
  if (step.does === 'clinic')
    for (const stage of step.stages)
      must(await chooseInClinic(doing, { reference, stage, key: step.key, because: '' }), what)
  if (step.does === 'confirm') must(await confirmChoice(doing, { reference, number: step.number }), what)
  if (step.does === 'care') {
    const provider = step.elsewhere ?? ''
    const how = provider === '' ? 'as-chosen' : 'emergency'
    must(await noteCare(doing, { reference, stage: step.stage, on, how, provider, words: '' }), what)
  }
  if (step.does === 'end') {
    const ending = { reference, what: step.what, on, words: '', toBody: step.toBody, letter: false }
    must(await endMaternity(doing, ending), what)
  }
}

/** The maternity budgets of both boards: offered, chosen, changed, given, closed. */
export async function giveBirth(doing: Doing, place: Place, walks: readonly Walk[]): Promise<void> {
  for (const walk of walks) {
    const own = { ...walk, doing, place }
    for (const step of birthStories[walk.life.name] ?? []) {
      const reference = referenceOf(own)
      const hers = byHer(as(own, askerOf(own).actor, step.on), reference, step)
      if (hers !== null) must(await hers, `a wish of ${walk.life.name}`)
      else await byStaff(as(own, workerOf(own), step.on), reference, step)
    }
  }
}
