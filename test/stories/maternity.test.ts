import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { plainDate } from '../../src/kernel/days.ts'
import { pence } from '../../src/kernel/money.ts'
import { checkLedger, isSound } from '../../src/ledger/check.ts'
import { allocatedTo, balanceOf, commissionedFor, fundOf } from '../../src/ledger/public.ts'
import {
  answerMaternity,
  budgetOf,
  chooseInClinic,
  chooseProvider,
  confirmChoice,
  endMaternity,
  maternityClocks,
  noteCare,
  noteExtra,
  offerBudget,
} from '../../src/maternity/public.ts'
import type { Life } from '../../src/millbrook/types.ts'
import { lettersAbout } from '../../src/notices/public.ts'
import type { Doing } from '../../src/platform/doing.ts'
import { caseOf } from '../../src/requests/public.ts'
import { maternityStages } from '../../src/rights/public.ts'
import { trying } from '../harness.ts'
import { must, onDay } from '../joint.ts'
import { samePicture } from '../ledger.ts'
import { drawn, type Lived, lived } from '../living.ts'

const carys: Life = {
  name: 'Carys Nance',
  born: '1994-06-06',
  home: ['12 Orchard Close', 'Kiln End', 'MB4 2BA'],
  path: 'maternity',
  account: true,
  asks: {
    on: -235,
    by: 'online',
    words: 'I want to know who will be there.',
    parts: [['Maternity care', 'notional']],
  },
  upTo: 'decided',
}

let life: Lived
before(async () => {
  life = await lived(carys)
})

const on = plainDate
const due = on('2026-10-20')
const clinic = (doing: Doing, day: string) => onDay(doing, life.place.staff.priya, on(day))
const herself = (doing: Doing, day: string) => onDay(doing, life.walk.folk.self, on(day))
const centre = 'millbrook-birth-centre'

/** Offered, taken up, and the birth centre for all three: as V-38 begins. */
async function begun(doing: Doing): Promise<void> {
  const { reference } = life
  const offered = { reference, offeredOn: on('2026-04-20'), dueOn: due, fits: '' }
  must(await offerBudget(clinic(doing, '2026-04-20'), offered))
  must(await answerMaternity(herself(doing, '2026-04-21'), { reference, said: 'accepted', words: '' }))
  for (const stage of maternityStages) {
    const choice = { reference, stage, key: centre, because: 'It is near' }
    must(await chooseInClinic(clinic(doing, '2026-04-27'), choice))
  }
}

const budget = async (doing: Doing) => {
  const found = await budgetOf(doing, life.reference)
  assert.ok(found)
  return found
}

async function changesHerMind(doing: Doing): Promise<void> {
  const { reference } = life
  const wish = {
    reference,
    stage: 'intrapartum',
    key: 'ashdale-hospital',
    because: 'My sister is near',
  } as const
  must(await chooseProvider(herself(doing, '2026-08-03'), wish))
  const [choice] = (await budget(doing)).choices
  must(await confirmChoice(clinic(doing, '2026-08-05'), { reference, number: choice?.number ?? 0 }))
}

const given = async (doing: Doing, stage: 'antenatal' | 'intrapartum' | 'postnatal', day: string) =>
  must(
    await noteCare(clinic(doing, day), {
      reference: life.reference,
      stage,
      on: on(day),
      how: 'as-chosen',
      provider: '',
      words: '',
    }),
  )

test('a maternity budget with a changed mind: the total stays, and nothing is ever cash', async () => {
  await trying(life.database, async doing => {
    const { reference } = life
    await begun(doing)
    const fund = await balanceOf(doing, fundOf('QMB'))
    assert.equal(await balanceOf(doing, allocatedTo(reference)), 300_000n)
    await changesHerMind(doing)
    assert.equal(await balanceOf(doing, allocatedTo(reference)), 300_000n)
    assert.equal(await balanceOf(doing, fundOf('QMB')), fund)
    must(
      await noteExtra(herself(doing, '2026-08-10'), {
        reference,
        says: 'A private class',
        amount: pence(6_000n),
      }),
    )
    // The baby comes eight days before the due date, which ends the care in pregnancy too.
    await given(doing, 'intrapartum', '2026-10-12')
    await given(doing, 'postnatal', '2026-11-10')
    assert.equal(await balanceOf(doing, allocatedTo(reference)), 0n)
    assert.equal(await balanceOf(doing, commissionedFor(reference, 'intrapartum-ashdale-hospital')), 162_000n)
    samePicture('pictures/maternity-with-a-changed-mind', await drawn(doing, life))
    assert.ok(isSound(await checkLedger(doing)))
  })
})

test('a choice waits by the local time, and is a clock until it is confirmed or all is closed', async () => {
  await trying(life.database, async doing => {
    await begun(doing)
    const { reference } = life
    const runs = async () => {
      const source = await maternityClocks(doing, { person: null, ended: false })
      const { rows } = await sql<{ clock: string; due_on: string }>`${source}`.execute(doing.transaction)
      return rows.map(({ clock, due_on }) => [clock, due_on])
    }
    assert.deepEqual(await runs(), [])
    const wish = { reference, stage: 'postnatal', key: 'fern-valley-midwives', because: '' } as const
    must(await chooseProvider(herself(doing, '2026-08-03'), wish))
    assert.deepEqual(await runs(), [['MATERNITY_PMCB-CONFIRM', '2026-08-10']])
    const ending = { reference, on: on('2026-08-04'), words: '', toBody: 'NHS Ashdale ICB', letter: true }
    must(await endMaternity(clinic(doing, '2026-08-04'), { ...ending, what: 'moved-away' }))
    assert.deepEqual(await runs(), [])
  })
})

test('care that had to be given elsewhere is paid to who gave it', async () => {
  await trying(life.database, async doing => {
    const { reference } = life
    await begun(doing)
    const elsewhere = { how: 'emergency', provider: 'St Bride’s, Port Ellin', words: 'On a visit' } as const
    must(
      await noteCare(clinic(doing, '2026-09-30'), {
        reference,
        stage: 'intrapartum',
        on: on('2026-09-29'),
        ...elsewhere,
      }),
    )
    const paid = await balanceOf(doing, commissionedFor(reference, 'intrapartum-st-bride-s-port-ellin'))
    assert.equal(paid, 162_000n)
    assert.equal(await balanceOf(doing, allocatedTo(reference)), 47_500n)
    assert.ok(isSound(await checkLedger(doing)))
  })
})

test('after a loss nothing is written, the rest goes back, and nothing more can be chosen', async () => {
  await trying(life.database, async doing => {
    const { reference } = life
    await begun(doing)
    const found = await caseOf(doing, reference)
    const id = (await budget(doing)).id
    const letters = async () => (await lettersAbout(doing, id)).length
    const before = await letters()
    const ending = { reference, on: on('2026-07-02'), words: '', toBody: '', letter: false }
    must(await endMaternity(clinic(doing, '2026-07-02'), { ...ending, what: 'pregnancy-ended' }))
    assert.equal(await letters(), before)
    assert.equal(await balanceOf(doing, allocatedTo(reference)), 0n)
    const wish = { reference, stage: 'postnatal', key: 'ashdale-hospital', because: '' } as const
    const refused = await chooseProvider(herself(doing, '2026-07-03'), wish)
    assert.ok(!refused.done && refused.because.includes('has-ended'))
    assert.ok(found && isSound(await checkLedger(doing)))
  })
})
