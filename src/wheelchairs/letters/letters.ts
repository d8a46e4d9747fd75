import { sayDay } from '../../kernel/days.ts'
import { nothing, sayMoney } from '../../kernel/money.ts'
import type { Paragraph } from '../../notices/public.ts'
import { comesThroughUs } from '../rules/money.ts'
import { ownerSays, repairsSays, waySays, whatOf } from '../rules/say.ts'
import { repairMoneyLeft } from '../rules/terms.ts'
import type { Agreed, Round } from '../types.ts'
import { type Letter, lookAgain, stated } from './sending.ts'

type Facts = readonly (readonly [string, string])[]

const moneyFacts = ({ nhsPays, personPays, repairMoney }: Agreed): Facts => [
  ['The NHS pays', sayMoney(nhsPays)],
  ...(repairMoney === nothing ? [] : [['Of it, for repairs', sayMoney(repairMoney)] as const]),
  ['You and others pay', personPays === nothing ? 'Nothing' : sayMoney(personPays)],
]

const chairFacts = (round: Round, agreed: Agreed): Facts => [
  ['What you get', whatOf(round)],
  ...(round.choice === null ? [] : [['Which way', waySays[round.choice.way]] as const]),
  ...moneyFacts(agreed),
  ['Who owns the chair', ownerSays[agreed.owner]],
  ['Who repairs it', repairsSays[agreed.repairs]],
  ['From', sayDay(agreed.startsOn)],
  ['Until', sayDay(agreed.endsOn)],
  ['Agreed by', agreed.byName],
]

const whoPaysWhom = ({ choice, contributions }: Round): readonly Paragraph[] =>
  choice === null || contributions.length === 0
    ? []
    : [
        { heading: 'Who pays the rest' },
        {
          list: contributions.map(
            one =>
              `${one.who}: ${sayMoney(one.amount)}, ${
                comesThroughUs(choice.way, one.giver)
                  ? 'to us. We keep it for this chair and pass it on to the supplier'
                  : 'straight to the supplier, not to us'
              }`,
          ),
        },
      ]

const next = {
  notional: 'We order the chair. You need not do anything.',
  'notional-with-contribution': 'We order the chair once what others pay has come.',
  'third-party': 'Order the chair from the supplier. They send us the invoice, and we pay them our part.',
  'direct-payment':
    'A direct payment needs an agreement with us and a bank account for it. We pay you when both are there.',
} as const

/** The budget is agreed: what, who owns and repairs it, until when, what you pay, how to ask again. */
export const agreedLetter = (round: Round, agreed: Agreed): Letter => ({
  title: `Your wheelchair budget is agreed: the NHS pays ${sayMoney(agreed.nhsPays)}`,
  paragraphs: [
    { facts: chairFacts(round, agreed) },
    ...whoPaysWhom(round),
    { heading: 'What happens next' },
    ...(round.choice === null ? [] : [next[round.choice.way]]),
    { heading: 'Why it is worked out like this' },
    {
      reasons: [
        {
          says: 'We pay what the chair that meets your need costs the NHS, in the way that you chose.',
        },
      ].map(one => ({ ...one, rules: agreed.rules.map(stated) })),
    },
    ...lookAgain(round.reference),
  ],
})

const ifItBreaks = (agreed: Agreed): string =>
  agreed.repairs === 'person'
    ? 'Choose who repairs it. First ask for the repair under “Wheelchair” on your page, or call ' +
      `us. The repair money pays ${sayMoney(agreed.repairMoney)} in all. What is more, you pay.`
    : `Ask for the repair under “Wheelchair” on your page, or call us. ${repairsSays[agreed.repairs]}.`

/** The chair was handed over: which one it is, whose, and what to do when it breaks. */
export const handedLetter = (
  round: Round,
  chair: NonNullable<Round['handedOver']>,
  agreed: Agreed,
): Letter => ({
  title: 'You have your wheelchair. Keep this letter',
  paragraphs: [
    {
      facts: [
        ['The chair', whatOf(round)],
        ['Handed over', sayDay(chair.on)],
        ['Serial number', chair.serial],
        ...(chair.gs1 === null ? [] : [['GS1 number', chair.gs1] as const]),
        ['Who owns the chair', ownerSays[agreed.owner]],
        ['Until', sayDay(agreed.endsOn)],
        ['Agreed by', agreed.byName],
      ],
    },
    { heading: 'If it breaks' },
    ifItBreaks(agreed),
    { heading: 'If it does not fit any more' },
    'Ask for a new look as soon as what you need changes, or when the chair is worn out. You need not wait ' +
      `until ${sayDay(agreed.endsOn)}.`,
    ...(agreed.owner === 'nhs' ? ['When you do not need the chair any more, tell us: we collect it.'] : []),
  ],
})

/** The period ends soon: until when, what is left for repairs, and what to do. */
export function endingLetter(round: Round, agreed: Agreed): Letter {
  const left = repairMoneyLeft(round)
  return {
    title: `Your wheelchair budget ends on ${sayDay(agreed.endsOn)}`,
    paragraphs: [
      `You keep your chair. ${agreed.owner === 'person' ? 'It is yours.' : 'Use it as long as you need it.'}`,
      {
        facts: [
          ['The budget ends', sayDay(agreed.endsOn)],
          ...(agreed.repairMoney === nothing ? [] : [['Repair money left', sayMoney(left)] as const]),
          ['Agreed by', agreed.byName],
        ],
      },
      { heading: 'What you can do' },
      {
        list: [
          ...(left === nothing
            ? []
            : [
                'Ask now for repairs that the chair needs: after that day what is left goes back to the NHS.',
              ]),
          'Ask for a new look if the chair does not fit, or is worn out. Then there can be a new budget.',
          'If all is well, do nothing.',
        ],
      },
      ...lookAgain(round.reference),
    ],
  }
}

const whyNot = {
  'no-change-in-need-or-chair':
    'You have a chair, and we found that neither what you need nor the chair has changed.',
  'not-eligible-for-the-service':
    'We found that the wheelchair service is not the right one for what you need now.',
} as const
type NoRight = keyof typeof whyNot
const isNoRight = (standing: string): standing is NoRight => Object.hasOwn(whyNot, standing)

/** There is no right to a budget now: why, by which rules, who found it, and how to ask again. */
export const noRightLetter = (round: Round): Letter => ({
  title: 'There is no right to a wheelchair budget now',
  paragraphs: [
    { facts: [['Assessed', `${sayDay(round.assessedOn)}, by ${round.assessor}`]] },
    { heading: 'Why' },
    {
      reasons: [
        {
          says: isNoRight(round.standing) ? whyNot[round.standing] : 'What was found gives no right.',
          rules: ['WHEELCHAIR-HAVE', 'WHEELCHAIR-WHO'].map(stated),
        },
      ],
    },
    { heading: 'What you can do' },
    {
      list: [
        'If what you need changes, tell us. We look at it anew.',
        'Your other care does not change because of this.',
      ],
    },
    ...lookAgain(round.reference),
  ],
})
