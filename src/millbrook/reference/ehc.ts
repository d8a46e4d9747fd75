import type { NewFact, NewLine } from '../../ehc/public.ts'
import { pence } from '../../kernel/money.ts'
import type { Ago } from '../types.ts'

type Told = Omit<NewFact, 'on' | 'until'> & { readonly until?: Ago }

/** What happened to a child's EHC plan, each on its day, and what section J says. */
export type EhcStory = {
  readonly received: Ago
  readonly facts: readonly (readonly [on: Ago, who: 'council' | 'family' | 'health', told: Told])[]
  readonly lines?: readonly (readonly [on: Ago, line: NewLine])[]
  /** The lines that are agreed as direct payments on a day, by their numbers. */
  readonly agreed?: readonly (readonly [on: Ago, number: number])[]
  /** The day on which the child's budget here is joined to the plan. */
  readonly joined?: Ago
}

const line = (
  strand: NewLine['strand'],
  says: string,
  pounds: number,
  more: Partial<NewLine> = {},
): NewLine => ({
  strand,
  says,
  yearly: pence(BigInt(pounds) * 100n),
  blockContract: false,
  place: false,
  paymentAsked: true,
  usedThere: false,
  settingAgrees: null,
  ...more,
})

/** Three children of Millbrook with an EHC plan: in force for years, a draft, and assessed late. */
export const ehcStories: Readonly<Record<string, EhcStory>> = {
  'Yusuf Hassan': {
    received: -1130,
    facts: [
      [-1095, 'council', { what: 'will-assess', words: 'He cannot tell us what he learns. We will look.' }],
      [-1090, 'council', { what: 'advice-asked', choice: 'health', who: 'NHS Millbrook ICB' }],
      [-1088, 'council', { what: 'advice-asked', choice: 'other', who: 'Fern Lane School' }],
      [-1060, 'health', { what: 'advice-received', about: 2, words: 'A switch and a seating system' }],
      [-1055, 'council', { what: 'advice-received', about: 3, words: 'He follows the music lesson' }],
      [-1030, 'council', { what: 'draft-sent' }],
      [-1022, 'family', { what: 'budget-asked', words: 'Somebody after school who knows his switch' }],
      [-1018, 'family', { what: 'comments', words: 'Yes. And he hears more than you write.' }],
      [-1005, 'council', { what: 'final-plan' }],
      [-990, 'council', { what: 'payment-began', choice: 'social-care' }],
      [-840, 'council', { what: 'payment-reviewed', choice: 'social-care', words: 'It is spent as planned' }],
      [-655, 'council', { what: 'annual-review', words: 'The switch is his voice now' }],
      [
        -495,
        'council',
        { what: 'payment-reviewed', choice: 'social-care', words: 'More hours in the holidays' },
      ],
      [-320, 'council', { what: 'annual-review', words: 'The plan goes on as it is' }],
      [-140, 'council', { what: 'payment-reviewed', choice: 'social-care', words: 'Nothing to change' }],
      [-50, 'council', { what: 'payment-began', choice: 'education' }],
    ],
    lines: [
      [-1033, line('health', 'Speech and language therapy', 1_860, { blockContract: true })],
      [-1033, line('health', 'Swimming in the warm pool', 2_112)],
      [-1034, line('social-care', 'Assistant after school', 12_965)],
      [-1034, line('education', 'Music with his switch', 1_560, { usedThere: true, settingAgrees: true })],
      [-1034, line('education', 'Place at Fern Lane School', 24_300, { place: true, paymentAsked: false })],
    ],
    agreed: [
      [-1012, 2],
      [-1010, 3],
      [-1009, 4],
    ],
    joined: -250,
  },
  'Oluwaseun Adebayo': {
    received: -96,
    facts: [
      [-62, 'council', { what: 'will-assess', words: 'He begins school with a ventilator' }],
      [-60, 'council', { what: 'advice-asked', choice: 'health', who: 'NHS Millbrook ICB' }],
      [-31, 'health', { what: 'advice-received', about: 2, words: 'Two trained people, also on the bus' }],
      [-9, 'council', { what: 'draft-sent' }],
      [-4, 'family', { what: 'budget-asked', words: 'The same two people at home and at school' }],
    ],
    lines: [
      [-12, line('health', 'Training of the school’s assistants', 760, { blockContract: true })],
      [-12, line('health', 'Assistant on the bus', 4_368)],
      [-11, line('education', 'Talker lessons', 1_040, { usedThere: true })],
    ],
  },
  'Idris Pell': {
    received: -150,
    facts: [
      [-101, 'council', { what: 'will-assess', words: 'The school wrote that he falls behind' }],
      [-99, 'council', { what: 'advice-asked', choice: 'other', who: 'Educational psychologist' }],
      [
        -85,
        'council',
        {
          what: 'pause',
          until: -56,
          choice: 'absence',
          accepted: true,
          who: 'Sian Prosser',
          words: 'In hospital in another town',
        },
      ],
      [
        -40,
        'council',
        {
          what: 'pause',
          until: -30,
          choice: 'absence',
          accepted: true,
          who: 'Sian Prosser',
          words: 'With his grandmother',
        },
      ],
    ],
  },
}
