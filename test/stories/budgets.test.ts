import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { addDays, plainDate } from '../../src/kernel/days.ts'
import { type Pence, pence, sayMoney } from '../../src/kernel/money.ts'
import { checkLedger, isSound } from '../../src/ledger/check.ts'
import { balanceOf, heldBy, post, toRecoverFrom } from '../../src/ledger/public.ts'
import type { Life } from '../../src/millbrook/types.ts'
import {
  agencyNights,
  assistant,
  found,
  physio,
  respite,
  training,
  voice,
} from '../../src/millbrook/words.ts'
import { askOfEstate } from '../../src/recoveries/rules/surplus.ts'
import { trying } from '../harness.ts'
import { samePicture } from '../ledger.ts'
import { drawn, type Lived, lived, told } from '../living.ts'

const inShort = voice({
  about: { 'most-important': 'My own front door.' },
  matters: 'To be asked first.',
  outcomes: [['Up by nine', 'I say so', 'My husband, on Sundays']],
  risks: [['A fall', 'A hip', 'The pendant is worn.']],
})

const gwen: Life = {
  name: 'Gwen Tallis',
  born: '1962-03-09',
  home: ['3 Mill Cottages', 'Upper Fern', 'MB5 1GE'],
  path: 'adult-continuing-healthcare',
  account: true,
  asks: { on: -440, by: 'online', words: 'People I choose.', parts: [['Assistants', 'direct-payment', 500]] },
  upTo: 'signed',
  held: { holder: 'person' },
  assessed: found('Ask me.', ['Mobility', 'high', '']),
  support: [
    assistant('20', 'Joan Ellery', { says: 'Mornings', when: 'Every weekday' }),
    respite('14', { says: 'Respite', when: 'Two weeks a year' }),
    training('220'),
  ],
  voice: inShort,
  banked: [
    { on: -180, share: 99 },
    { on: -4, share: 98 },
  ],
}

const yusuf: Life = {
  ...gwen,
  name: 'Sami Yardley',
  born: '2017-05-14',
  path: 'childrens-continuing-care',
  account: false,
  family: [{ name: 'Rosa Yardley', is: 'mother', kind: 'parent', account: true }],
  asks: {
    on: -300,
    by: 'online',
    who: 'Rosa Yardley',
    words: 'Somebody hold the money, please.',
    parts: [['Nights, held by the Trust', 'third-party', 500]],
  },
  held: { thirdParty: 'trust' },
  support: [agencyNights('2', { says: 'Nights', when: 'Two a week' })],
  banked: [],
}

const hollis: Life = {
  ...gwen,
  name: 'Hollis Grant',
  born: '1960-12-09',
  asks: {
    on: -320,
    by: 'online',
    words: 'A bit of each.',
    parts: [
      ['Assistants', 'direct-payment', 600],
      ['Nights', 'third-party', 400],
      ['Physiotherapy', 'notional', 30],
    ],
  },
  held: { holder: 'person', thirdParty: 'trust' },
  support: [
    assistant('30', 'Terri Vance', { says: 'By day', when: 'Every day', way: 'direct-payment' }),
    agencyNights('2', { says: 'Nights', when: 'Two a week', way: 'third-party' }),
    physio('2', { says: 'Physiotherapy', when: 'Every other week', way: 'notional' }),
    { ...training('220'), way: 'direct-payment' },
  ],
  banked: [{ on: -200 }, { on: -4 }],
  later: [
    {
      on: -150,
      what: 'change',
      notice: 28,
      because: 'Fewer hours by day since the pump works; agreed with notice.',
      fewer: [1],
      more: [
        assistant('22', 'Terri Vance', { says: 'By day, shorter', when: 'Mornings', way: 'direct-payment' }),
      ],
    },
  ],
}

const iris: Life = {
  ...gwen,
  name: 'Iris Pell',
  born: '1947-08-29',
  family: [{ name: 'Joe Pell', is: 'brother', kind: 'nominee', account: true }],
  asks: {
    on: -200,
    by: 'online',
    words: 'Joe holds the money.',
    parts: [['Assistants', 'direct-payment', 300]],
  },
  held: { holder: 'nominee', who: 'Joe Pell' },
  support: [assistant('14', 'Carol Venn', { says: 'Mornings', when: 'Every weekday' }), training('180')],
  banked: [{ on: -36 }],
  later: [
    { on: -32, what: 'died', died: -34 },
    { on: -30, what: 'end', ground: 'patient-died', last: -34, because: 'Iris Pell died.' },
  ],
}

const sound = (life: Lived): Promise<boolean> =>
  trying(life.database, async doing => isSound(await checkLedger(doing)))

const kept = async (name: string, life: Lived): Promise<void> =>
  samePicture(`pictures/${name}`, await trying(life.database, doing => drawn(doing, life)))

test(
  'a year in an adult’s direct payment: paid every four weeks, spent as planned, ' + 'told to the penny',
  async () => {
    const life = await lived(gwen)
    await kept('a-year-in-an-adults-direct-payment', life)
    assert.ok(await sound(life))
  },
)

test('a child’s budget is held by a third party: the money goes there, and nowhere else', async () => {
  const life = await lived(yusuf)
  await kept('a-childs-budget-held-by-a-third-party', life)
  assert.ok(await sound(life))
})

test(
  'a mixed budget goes on with a reduced plan: what was set aside for later days is ' + 'given back',
  async () => {
    const life = await lived(hollis)
    await kept('a-mixed-budget-with-a-reduced-plan', life)
    assert.ok(await sound(life))
  },
)

test(
  'a budget ends because the person died: final bills are kept for, the rest is ' +
    'asked back, nothing more is paid',
  async () => {
    const life = await lived(iris)
    const { database, reference, walk } = life
    await trying(database, async doing => {
      const { rows } = await sql<{ late: bigint }>`
      select count(*) as late from payments.instruction_shown
      where reference = ${reference} and released_on is not null
        and leaves_on > ${addDays(told, -34)}`.execute(doing.transaction)
      assert.equal(rows[0]?.late, 0n)
      const balance = await balanceOf(doing, heldBy(reference))
      const bills = [pence(38_400n), pence(12_645n), pence(3_800n)] as readonly Pence[]
      const asked = askOfEstate({ balance, bills, letterOn: addDays(told, -29), days: 56 })
      assert.equal(sayMoney(asked.kept), '£548.45')
      assert.equal(balance, (asked.kept + asked.asked) as Pence)
      const posted = await post(doing, [
        {
          key: `asked-of-the-estate:${reference}`,
          effectiveOn: plainDate(addDays(told, -29)),
          because: 'Asked of those who deal with the estate, after the final bills',
          organisation: walk.organisation,
          person: walk.folk.person,
          postings: [
            { account: heldBy(reference), pence: pence(-asked.asked) },
            { account: toRecoverFrom(reference), pence: asked.asked },
          ],
        },
      ])
      assert.ok(posted.done, posted.done ? '' : JSON.stringify(posted.because))
      samePicture('pictures/a-budget-that-ends-because-the-person-died', await drawn(doing, life))
    })
    assert.ok(await sound(life))
  },
)
