import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkLedger, isSound } from '../../src/ledger/check.ts'
import { lives } from '../../src/millbrook/lives.ts'
import type { Life } from '../../src/millbrook/types.ts'
import { recoveriesOf, standingOf } from '../../src/recoveries/public.ts'
import { trying } from '../harness.ts'
import { samePicture } from '../ledger.ts'
import { drawn, lived, told } from '../living.ts'

const lifeOf = (name: string): Life => {
  const life = lives.find(one => one.name === name)
  if (life === undefined) throw new Error(`Nobody in Millbrook is called ${name}`)
  return life
}

const margit = lifeOf('Margit Sørensen')
const surplus: Life = {
  ...margit,
  banked: [
    { on: -90, share: 40 },
    { on: -4, share: 80 },
  ],
  later: [
    {
      on: -88,
      what: 'recovery',
      does: 'propose',
      ground: 'plan-changed-substantially',
      because: 'One of your crew of three left in July, and the money for that wage has built up.',
      pounds: 1450,
      owed: [['leave', 640, 'Holiday that the two others have earned.']],
    },
    { on: -84, what: 'recovery', does: 'tell', by: 'leader' },
    {
      on: -70,
      what: 'recovery',
      does: 'object',
      words: 'I have found somebody. She needs training first. Leave me that.',
    },
    {
      on: -60,
      what: 'recovery',
      does: 'answer',
      outcome: 'less',
      pounds: 900,
      because: 'The training of the new assistant was not counted. It is now.',
      owed: [['training', 550, 'Two days with the nursing agency, as the letter shows.']],
    },
    { on: -45, what: 'recovery', does: 'enter' },
    { on: -30, what: 'recovery', does: 'repay', pounds: 600 },
    { on: -10, what: 'recovery', does: 'repay', pounds: 300 },
  ],
}

async function standsAndIsDrawn(life: Life, picture: string) {
  const walked = await lived({ ...life, reviews: [] })
  return trying(walked.database, async doing => {
    samePicture(`pictures/${picture}`, await drawn(doing, walked))
    assert.ok(isSound(await checkLedger(doing)))
    const [one] = await recoveriesOf(doing, walked.reference)
    assert.ok(one)
    return { one, standing: standingOf(one, told) }
  })
}

test(
  'a surplus is proposed, objected to, made less by somebody else because of training, entered on its ' +
    'day and repaid in two parts',
  async () => {
    const { one, standing } = await standsAndIsDrawn(surplus, 'a-surplus-objected-to-and-repaid')
    assert.equal(standing, 'repaid')
    assert.deepEqual([one.amount, one.answer?.amount, one.posted?.amount], [145_000n, 90_000n, 90_000n])
    assert.notEqual(one.notice?.byName, one.answer?.byName)
  },
)

test(
  'V-33 an estate is asked by letter, paused, with the last wages first, and repays without anything ' +
    'being taken off a payment',
  async () => {
    const { one, standing } = await standsAndIsDrawn(lifeOf('Iris Pell-Hartley'), 'an-estate-that-repays')
    assert.equal(standing, 'to-repay')
    assert.equal(one.whoMustRepay, 'The estate of Iris Pell-Hartley')
    assert.deepEqual(
      one.working.kept.map(({ kind }) => kind),
      ['wages', 'notice-pay', 'leave', 'other-bill'],
    )
  },
)
