import assert from 'node:assert/strict'
import { type Cast, dayFields } from './cast.ts'

const texts = [
  ['what-matters', 'A quiet house at night, and being in the water.'],
  ['contingency', 'Saltings Nursing Agency comes within two hours when an assistant is ill.'],
  ['crisis-contact', 'Nadia, then the children’s ward at Millbrook Hospital, at any hour.'],
  ['training', 'Suction and epilepsy, by the community nurse, before the first night and each year.'],
  ['safeguards', 'Both assistants were checked. Nobody is alone with Sami before they are trained.'],
  ['who-checks', 'Nadia each week, Priya at each review.'],
] as const

/**
 * When the plan is begun, Nadia writes about Sami in his and her own words, on whatever she has in her hand.
 */
export async function writesAboutSami({ nadia, reference }: Cast): Promise<void> {
  await nadia.goTo(`/plans/${reference}`)
  await nadia.sees('There is no plan yet')
  await nadia.press(/plan/i)
  await nadia.sees(/\d+ things to put right/)
  await nadia.goTo(`/plans/${reference}/about-me/most-important`)
  await nadia.send({ words: 'Water. My sister Noor. Being awake when the birds are.' }, /Save/)
  for (const [name, words] of texts) {
    await nadia.goTo(`/plans/${reference}/details/${name}`)
    await nadia.send({ words }, /Save/)
  }
}

/** When Priya adds an outcome, a risk, the arrangements and the details, no problem is left. */
export async function completesThePlan({ priya, reference }: Cast, review: string): Promise<void> {
  const at = `/plans/${reference}`
  await priya.goTo(`${at}/outcomes`)
  const outcome = {
    says: 'Sami sleeps through, and so does Nadia',
    known: 'Four nights a week without waking her',
    checks: 'Nadia',
  }
  await priya.send(outcome, /Save/)
  await priya.goTo(`${at}/risks`)
  const risk = {
    kind: 'health',
    says: 'A seizure at night',
    follows: 'He may stop breathing',
    agreed: 'Rescue medicine in the room; the assistant calls 999',
    outcome: 'outcome-1',
  }
  await priya.send(risk, /Save/)
  await priya.goTo(`${at}/risks`)
  const employing = {
    kind: 'employment',
    says: 'An assistant falls ill',
    follows: 'A night without care',
    agreed: 'Saltings steps in; contingency pays',
    outcome: 'outcome-1',
  }
  await priya.send(employing, /Save/)
  await priya.goTo(at)
  for (const [name, payee, bank] of [
    ['line-1', 'Joan Ellery', 'J ELLERY'],
    ['line-2', 'Dev Marsh', 'D MARSH'],
  ] as const) {
    await priya.goTo(`${at}/lines/${name}`)
    await priya.send({ outcome: 'outcome-1', way: 'direct-payment', payee, payeeWords: bank }, /Save/)
  }
  await priya.goTo(`${at}/details`)
  await priya.send(
    { coordinator: 'Priya Nair', noticeDays: '28', ...dayFields('firstReviewOn', review) },
    /Save/,
  )
  await priya.goTo(at)
  await priya.goTo(at)
  await priya.sees('Nothing is left to put right')
}

/** When she sends it to the approver, somebody who did not write it agrees it. */
export async function agreesThePlan({ priya, tom, nadia, reference }: Cast, from: string): Promise<void> {
  const at = `/plans/${reference}`
  await priya.send({ to: 'approver', words: 'Four nights and two afternoons, as in the sum.' }, /Hand it to/)
  await tom.goTo('/plans')
  await tom.sees('Four nights and two afternoons', 'You may agree it')
  await tom.goTo(`${at}/sign-off`)
  await tom.send({ ...dayFields('from', from), because: 'Seen with the nurse’s report.' }, 'Agree the plan')
  assert.equal(tom.at, at)
  await nadia.goTo(at)
  await nadia.sees('Agreed', 'Tom Birkett', 'Water. My sister Noor')
  await nadia.picture('the-plan', 1600)
}
