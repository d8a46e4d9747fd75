import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import { nothing } from '../../kernel/money.ts'
import { aBudget, aCare, aChoice, aPlace, taken } from '../examples.ts'
import { inOrder, numberIn } from './compare.ts'
import { keyOf, spend } from './entries.ts'
import { heldBy, isOver, standOf, turnOf, waitingOf } from './stand.ts'
import { whyNotAnswer, whyNotCare, whyNotChoose, whyNotConfirm, whyNotEnd, whyNotOffer } from './why-not.ts'

const on = plainDate
const today = on('2026-08-03')
const offering = { audience: 'all', pathway: 'maternity', caseOpen: true, there: false, today } as const
const offer = { offeredOn: on('2026-04-20'), dueOn: on('2026-10-20'), fits: '' }

test('a body that offers may offer; every reason against it is said at once', () => {
  assert.deepEqual(whyNotOffer(offer, offering), [])
  assert.deepEqual(
    whyNotOffer(
      { ...offer, offeredOn: on('2026-08-04'), dueOn: on('2028-01-01') },
      { ...offering, audience: null, pathway: 'wheelchair', caseOpen: false, there: true },
    ),
    [
      'board-does-not-offer',
      'other-care',
      'case-is-closed',
      'offered-already',
      'offered-in-the-future',
      'due-too-far',
    ],
  )
  assert.deepEqual(whyNotOffer({ ...offer, dueOn: on('2026-03-09') }, offering), [])
  assert.deepEqual(whyNotOffer({ ...offer, dueOn: on('2026-03-08') }, offering), ['due-too-far'])
})

test('a no may become a yes; a yes stays, and needs figures', () => {
  const prices = { antenatal: nothing, intrapartum: nothing, postnatal: nothing }
  const no = aBudget({ answers: [{ ...taken, said: 'declined', prices: null }] })
  assert.equal(standOf(no), 'declined')
  assert.deepEqual(whyNotAnswer(no, 'accepted', prices), [])
  assert.deepEqual(whyNotAnswer(no, 'declined', null), ['declined-already'])
  assert.deepEqual(whyNotAnswer(aBudget({ answers: [] }), 'accepted', null), ['no-figures'])
  assert.deepEqual(whyNotAnswer(aBudget(), 'declined', null), ['answered-already'])
})

test('the newest confirmed choice has a stage until the next is confirmed', () => {
  const first = aChoice({ number: 1 })
  const second = aChoice({ number: 2, key: 'ashdale-hospital', confirmed: null })
  const budget = aBudget({ choices: [second, first] })
  assert.equal(heldBy(budget, 'intrapartum')?.number, 1)
  assert.equal(waitingOf(budget, 'intrapartum')?.number, 2)
  assert.equal(standOf(budget), 'confirming')
  assert.deepEqual(turnOf(budget), { who: 'nhs', since: second.chosenOn })
  const confirm = { granted: true, weeklyStands: false, contracted: true }
  assert.deepEqual(whyNotConfirm(budget, { ...confirm, number: 2 }), [])
  assert.deepEqual(whyNotConfirm(budget, { ...confirm, number: 1 }), ['no-such-choice'])
  assert.deepEqual(
    whyNotConfirm(budget, { number: 2, granted: false, weeklyStands: true, contracted: false }),
    ['no-contract-with-the-nhs', 'not-granted', 'weekly-budget-stands'],
  )
})

test('a mind may change until the stage is over, also back to the provider before', () => {
  const budget = aBudget({ choices: [aChoice({ number: 1 })] })
  const place = aPlace({ key: 'ashdale-hospital' })
  assert.deepEqual(whyNotChoose(budget, { stage: 'intrapartum', place }), [])
  assert.deepEqual(whyNotChoose(budget, { stage: 'intrapartum', place: aPlace() }), ['has-this-one'])
  assert.deepEqual(whyNotChoose(budget, { stage: 'intrapartum', place: null }), ['no-contract-with-the-nhs'])
  const back = aBudget({
    choices: [aChoice({ number: 2, key: 'ashdale-hospital', confirmed: null }), aChoice({ number: 1 })],
  })
  assert.deepEqual(whyNotChoose(back, { stage: 'intrapartum', place: aPlace() }), [])
  const born = aBudget({ choices: budget.choices, care: [aCare()] })
  assert.deepEqual(whyNotChoose(born, { stage: 'intrapartum', place }), ['stage-is-over'])
  assert.ok(isOver(born, 'antenatal') && !isOver(born, 'postnatal'))
})

test('care after the birth comes after it, and an emergency says who gave the care', () => {
  const given = { stage: 'postnatal', on: today, how: 'emergency', provider: '' } as const
  assert.deepEqual(whyNotCare(aBudget(), given), ['stage-out-of-order', 'provider-missing'])
  const birth = { ...given, stage: 'intrapartum', provider: 'St Bride’s' } as const
  assert.deepEqual(whyNotCare(aBudget(), birth), [])
  assert.deepEqual(whyNotCare(aBudget(), { ...birth, how: 'as-chosen' }), ['stage-not-chosen'])
  assert.deepEqual(whyNotCare(aBudget({ care: [aCare()] }), birth), ['stage-is-over'])
  assert.deepEqual(whyNotCare(aBudget(), { ...birth, on: on('2026-01-01') }), ['care-before-the-offer'])
})

test('after an ending nothing is chosen, given or closed again, and it is nobody’s turn', () => {
  const ending = { what: 'pregnancy-ended', on: today, words: '', toBody: '' } as const
  const over = aBudget({ ending, choices: [aChoice({ confirmed: null })] })
  assert.equal(standOf(over), 'pregnancy-ended')
  assert.equal(turnOf(over), null)
  assert.equal(waitingOf(over, 'intrapartum'), null)
  assert.deepEqual(whyNotChoose(over, { stage: 'postnatal', place: aPlace() }), ['has-ended'])
  assert.deepEqual(whyNotEnd(over, ending), ['has-ended'])
  assert.deepEqual(whyNotEnd(aBudget(), { ...ending, what: 'moved-away' }), ['body-missing'])
  assert.deepEqual(whyNotEnd(aBudget(), ending), [])
})

test('distances and beds are compared by the number in their words; what is not known stands last', () => {
  assert.deepEqual(['11 miles', 'Half a mile', 'No beds', 'At home'].map(numberIn), [11, 0.5, 0, null])
  const places = [
    aPlace({ provider: 'C', distance: '' }),
    aPlace({ provider: 'B', distance: '11 miles', beds: '22 beds' }),
    aPlace({ provider: 'A', distance: '1 mile', beds: '4 beds' }),
    aPlace({ provider: 'D', distance: 'Comes to you' }),
  ]
  const names = (order: 'name' | 'near' | 'beds') =>
    inOrder(places, order)
      .map(one => one.provider)
      .join('')
  assert.equal(names('name'), 'ABCD')
  assert.equal(names('near'), 'DABC')
  assert.equal(names('beds').slice(0, 2), 'BA')
})

test('an entry names the stage and the provider, whatever its name is made of', () => {
  assert.equal(keyOf('St Bride’s, Port Ellin'), 'st-bride-s-port-ellin')
  assert.equal(keyOf('—'), 'elsewhere')
  const { postings } = spend(aBudget(), { ...aCare(), key: 'x'.repeat(70) })
  assert.ok(postings.every(({ account }) => account.length < 100))
})
