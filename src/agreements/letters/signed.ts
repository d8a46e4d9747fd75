import { sayDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import type { NewLetter, Paragraph } from '../../notices/public.ts'
import { personShown } from '../../people/public.ts'
import { wayNames } from '../../plans/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Agreement } from '../queries/agreements.ts'
import { factSays, holderSays } from '../rules/say.ts'
import type { Fact } from '../types.ts'
import { senderOf, waysToDeliver } from './sender.ts'

/**
 * The letter after both sides have signed: what was agreed, line by line, and what still comes before money.
 */
export async function signedLetter(doing: Doing, one: Agreement, facts: readonly Fact[]): Promise<NewLetter> {
  const person = await personShown(doing, one.person_id)
  return {
    organisation: one.organisation_id,
    person: one.person_id,
    to: { name: person?.fullName ?? one.holder_name },
    kind: 'agreement',
    title: 'Your agreement is signed by both sides',
    reference: one.reference,
    subject: one.id,
    sees: 'money',
    from: await senderOf(doing, one),
    deliver: await waysToDeliver(doing, one.person_id),
    paragraphs: paragraphsOf(one, facts),
  }
}

const paragraphsOf = (one: Agreement, facts: readonly Fact[]): readonly Paragraph[] => [
  `The agreement about how your personal health budget is held begins on ${sayDay(one.from_on)}.`,
  {
    facts: [
      [
        'Who receives the direct payment',
        one.weekly_direct > 0n ? `${one.holder_name}. ${holderSays[one.holder_kind]}.` : 'There is none',
      ],
      ...(one.third_party_id === null
        ? []
        : [['Who holds the third-party budget', one.third_party_name] as const]),
      ['Notice we give before we reduce or stop it', `${one.notice_days} days`],
      ...facts
        .filter(({ what }) => what === 'signed-by-person' || what === 'signed-by-body')
        .map(fact => [factSays[fact.what], `${fact.by}, ${sayDay(fact.on)}`] as const),
    ],
  },
  {
    table: {
      caption: 'How each part is held, a week',
      columns: ['What', 'How it is held', 'A week'],
      rows: one.ways.map(way => [
        way.because ? `${way.says}. ${way.because}` : way.says,
        wayNames[way.decided],
        sayMoney(way.weekly),
      ]),
    },
  },
  { heading: 'What was agreed' },
  { list: one.conditions.map(({ says }) => says) },
  { heading: 'What happens now' },
  one.weekly_direct + one.weekly_third_party > 0n
    ? 'Money can be paid once the bank account is approved. ' +
      'Your agreement page says what is still missing and whose turn it is.'
    : 'The NHS arranges and pays for what the plan says. You do not have to do anything.',
  'If something is not right, tell us.',
]
