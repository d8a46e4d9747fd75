import assert from 'node:assert/strict'
import { agreeToCarry, proposeShares, recharge } from '../src/funding/public.ts'
import type { Done } from '../src/kernel/answers.ts'
import { type Moment, type PlainDate, plainDate } from '../src/kernel/days.ts'
import type { Life } from '../src/millbrook/types.ts'
import { agency, agencyNights, found, physio, voice } from '../src/millbrook/words.ts'
import type { LineSplit } from '../src/needs/public.ts'
import { linesOn } from '../src/plans/public.ts'
import type { Actor, Doing } from '../src/platform/doing.ts'
import type { Lived } from './living.ts'

/** Invented: a joint package of a young man in Millbrook, whose nights two bodies come to dispute. */
export const sami: Life = {
  name: 'Sami Weld',
  born: '2002-12-11',
  home: ['4 Quay Row', 'Millbrook', 'MB1 2QR'],
  path: 'adult-continuing-healthcare',
  account: true,
  asks: { on: -200, by: 'online', words: 'A bit of each.', parts: [['Nights', 'direct-payment', 900]] },
  upTo: 'signed',
  held: { holder: 'person' },
  assessed: found('Ask me.', ['Mobility', 'high', '']),
  support: [
    agencyNights('3', { says: 'Waking nights', when: 'Three a week' }),
    physio('1', { says: 'Physiotherapy', when: 'Every week' }),
  ],
  voice: voice({
    about: { 'most-important': 'My own front door.' },
    matters: 'To be asked first.',
    outcomes: [['Up by nine', 'I say so', 'Me, on Sundays']],
    risks: [['A fall', 'A hip', 'The pendant is worn.']],
  }),
  banked: [],
}

const byDay = { says: 'Day care', when: 'On weekdays', way: 'third-party' } as const

/** Of his lines one is held by a third party, and each is paid to somebody else. */
export const samiWithTrust: Life = {
  ...sami,
  held: { holder: 'person', thirdParty: 'trust' },
  support: [...(sami.support ?? []), agency('6', byDay, 'Saltings Nursing Agency')],
}

/** The same work as somebody else, on another day. */
export const onDay = (doing: Doing, actor: Actor, day: PlainDate): Doing => ({
  ...doing,
  actor,
  today: day,
  now: `${day}T10:00:00.000Z` as Moment,
})

export function must<Value>(answer: Done<Value>): Value {
  assert.ok(answer.done, answer.done ? '' : answer.because.join(', '))
  return answer.value
}

/** Nights 46 % health and 54 % social care, everything else health; agreed by the council's officer. */
export async function shared(doing: Doing, { place, walk, reference }: Lived, from: PlainDate) {
  const { priya, sian } = place.staff
  const { council } = place.organisations
  const lines = await linesOn(doing, reference, from)
  const nights = lines[0]?.line_key
  const split = must(
    await proposeShares(onDay(doing, priya, from), {
      reference,
      organisation: walk.organisation,
      person: walk.folk.person,
      from,
      because: 'Nights are shared by the tool of 1 July',
      bodies: { health: walk.organisation, 'social-care': council },
      lines: lines.map(line => ({
        says: line.says,
        weekly: line.weekly,
        split: partsOf(line.line_key, line.line_key === nights),
      })),
    }),
  )
  must(await agreeToCarry(onDay(doing, sian, from), { split, body: council }))
  return { nights: lines[0], split }
}

const partsOf = (key: LineSplit['key'], shares: boolean): LineSplit =>
  shares
    ? {
        key,
        way: 'percentage',
        parts: [
          { strand: 'health', part: 4_600n },
          { strand: 'social-care', part: 5_400n },
        ],
      }
    : { key, way: 'whole', parts: [{ strand: 'health', part: 1n }] }

export const september = { from: plainDate('2026-09-01'), until: plainDate('2026-09-30') }
export const october = { from: plainDate('2026-10-01'), until: plainDate('2026-10-31') }

/** The day on which the shares are changed from a past one. */
export const late = plainDate('2026-11-10')
type Changes = { readonly from: PlainDate; readonly health?: bigint }

/**
 * September is shared and charged; then everybody agrees that social care carries all of the nights from a
 * day.
 */
export async function changedLater(doing: Doing, life: Lived, { from, health = 0n }: Changes) {
  const { priya, sian, ngozi } = life.place.staff
  const { millbrook, council } = life.place.organisations
  await shared(doing, life, september.from)
  const asked = { lead: millbrook, body: council, ...september }
  const statement = must(await recharge(onDay(doing, ngozi, plainDate('2026-10-02')), asked))
  const lines = await linesOn(doing, life.reference, from)
  const split = must(
    await proposeShares(onDay(doing, priya, late), {
      reference: life.reference,
      organisation: millbrook,
      person: life.walk.folk.person,
      from,
      because: 'The panel of 9 November',
      bodies: { health: millbrook, 'social-care': council },
      lines: lines.map((line, place) => ({
        says: line.says,
        weekly: line.weekly,
        split: sharesOf(line.line_key, place === 0 ? health : 10_000n),
      })),
    }),
  )
  must(await agreeToCarry(onDay(doing, sian, late), { split, body: council }))
  return statement
}

export const sharesOf = (key: LineSplit['key'], health: bigint): LineSplit => ({
  key,
  way: 'percentage',
  parts: [
    { strand: 'health' as const, part: health },
    { strand: 'social-care' as const, part: 10_000n - health },
  ].filter(({ part }) => part > 0n),
})
