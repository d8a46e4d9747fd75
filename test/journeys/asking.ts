import assert from 'node:assert/strict'
import { type Cast, dayFields } from './cast.ts'
import type { Visit } from './visit.ts'

const email = 'nadia.rahman@millbrook.example'
const password = 'heron kettle orchard'

/** Given a mother who has never been here: she reads, makes an account and signs in. */
export async function signsUp({ nadia }: Cast): Promise<void> {
  await nadia.goTo('/')
  await nadia.goTo('/access/sign-up')
  await nadia.send({ name: 'Nadia Rahman', email, password: 'short' }, 'Create account')
  await nadia.sees('There is a problem', '12 characters or more')
  await nadia.send({ password }, 'Create account')
  await nadia.follow('Sign in')
  await nadia.send({ email, password }, 'Sign in')
  assert.equal(nadia.at, '/home')
}

/**
 * When she asks whether there is a right, four questions answer her with the rule and where it is written.
 */
export async function checksTheRight({ nadia }: Cast): Promise<void> {
  await nadia.goTo('/rights')
  await nadia.send(
    { group: 'childrens-continuing-care', ...dayFields('born', '2017-03-03') },
    'Do I have the right?',
  )
  await nadia.sees('right to', /since/i)
  await nadia.picture('do-i-have-the-right', 1100)
}

const answers: readonly (readonly [string, Record<string, string>])[] = [
  ['for-whom', { forWhom: 'child' }],
  ['your-name', { yourName: 'Nadia Rahman' }],
  ['name', { fullName: 'Sami Rahman', preferredName: 'Sami' }],
  ['birth', dayFields('bornOn', '2017-03-03')],
  ['nhs-number', { nhsNumber: '' }],
  ['address', { address1: '14 Weir Terrace', town: 'Millbrook', postcode: 'MB2 6TQ' }],
  ['reach', { telephone: '01632 960 771', email }],
  ['communication', {}],
  ['care', { care: 'childrens-continuing-care' }],
]
const later: typeof answers = [
  ['icb', { icb: 'QMB' }],
  [
    'words',
    { words: 'Somebody who knows Sami, at night and after school, so that I can sleep and he can swim.' },
  ],
  ['way', { way: 'direct-payment' }],
  [
    'parts',
    {
      'says-1': 'Two assistants at night',
      'weekly-1': '540',
      'says-2': 'Swimming lessons',
      'weekly-2': '25',
    },
  ],
]

async function answerEach(nadia: Visit, questions: typeof answers): Promise<void> {
  for (const [question, form] of questions) {
    assert.match(nadia.at, new RegExp(`/requests/new/${question}$`))
    await nadia.send(form, 'Save and go on')
  }
}

/** When she asks for Sami, one thing a page, leaves half-way and comes back, nothing is lost. */
export async function asks(cast: Cast): Promise<void> {
  const { nadia } = cast
  await nadia.goTo('/requests/new')
  await nadia.follow('Start now')
  await answerEach(nadia, answers)
  assert.match(nadia.at, /requests\/new\/right$/)
  await nadia.sees('right to have a personal health budget', 'How sure we are')
  await nadia.goTo('/')
  await nadia.goTo('/requests/new')
  await nadia.follow('Carry on where you stopped')
  await answerEach(nadia, later)
  assert.match(nadia.at, /answers$/)
  await nadia.sees('Sami Rahman', '14 Weir Terrace', 'Two assistants at night', /3 March 2017/)
  await nadia.press('Send the request')
  await nadia.sees('Your reference', 'You can expect a decision by')
  cast.reference = /PHB-.{4}-.{3}/.exec(nadia.at)?.[0] ?? assert.fail(nadia.at)
}
