import type { Purchase } from '../purchase.ts'

/** What people of Millbrook asked before they bought it, by the person's name. */
export const purchases: Readonly<Record<string, readonly Purchase[]>> = {
  'Gwen Tallis': [
    {
      on: -30,
      words: 'Seeds, compost and a long trowel from Fern’s',
      whatFor: 'The beans. I can do them sitting down, and my hands stay loose.',
      sum: 45,
      plan: 'not-sure',
      answer: {
        on: -28,
        says: 'yes-if',
        conditions: 'Up to £60.00 this year.',
        reasons: 'It keeps your hands moving, which is what the plan is for. It costs less than a class.',
      },
      paid: { on: -5, says: 'FERN GARDEN CENTRE' },
    },
    {
      on: -9,
      words: 'Two bottles of wine for Joan’s birthday',
      whatFor: 'To thank her.',
      sum: 18,
      plan: 'not-in-plan',
      saidToBe: 'ALCOHOL',
    },
  ],
  'Derek Ransome': [
    {
      on: -25,
      words: 'A new cushion for the chair, from Kiln End Mobility',
      whatFor: 'The old one is flat. I sit in it ten hours a day.',
      sum: 212.4,
      plan: 'not-sure',
      answer: {
        on: -22,
        says: 'yes',
        reasons: 'Your occupational therapist asked for it. Pressure sores would cost you far more.',
      },
    },
    {
      on: -3,
      words: 'A gym for my assistants, so that they can lift me',
      whatFor: 'Strong backs.',
      sum: 31,
      every: 'month',
      plan: 'not-in-plan',
      again: { on: -1, words: 'If they hurt themselves I have nobody. Please let a person look at it.' },
    },
  ],
  'Yusuf Hassan': [
    {
      on: -2,
      words: 'Paying my sister, who has moved in, for two nights a week',
      whatFor: 'He settles with her. The agency has nobody for Fridays.',
      sum: 160,
      every: 'week',
      plan: 'not-sure',
      family: { relation: 'aunt-or-uncle', sameHousehold: true, paidFor: 'care' },
    },
  ],
  'Ahmed Farouk': [
    {
      on: -20,
      words: 'A tablet computer',
      whatFor: 'To talk to the grandchildren.',
      sum: 320,
      plan: 'not-sure',
      answer: {
        on: -16,
        says: 'no',
        reasons: 'It is not part of the plan, and the library lends one for as long as you like.',
        instead: 'Ask the library for a loan. If the speech therapist says that you need one, tell us.',
      },
    },
  ],
  'Hollis Grant': [
    {
      on: -14,
      words: 'A week by the sea with a carer',
      whatFor: 'I have not been away for four years.',
      sum: 940,
      plan: 'not-sure',
    },
  ],
}
