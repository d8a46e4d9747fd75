import type { Life } from '../types.ts'
import { agencyNights, found, physio, voice } from '../words.ts'

/** People on the list of people at risk of admission, and what they asked for. All of them are invented. */
export const atRisk: readonly Life[] = [
  {
    name: 'Leon Harrow',
    born: '2009-06-01',
    home: ['12 Heron Close', 'Millbrook', 'MB1 4HC'],
    path: 'transforming-care',
    account: true,
    worker: 'priya',
    withCouncil: true,
    asks: {
      on: -340,
      by: 'online',
      words: 'I want to sleep at home. With people who know that I count the stairs.',
      parts: [['Nights with people I know', 'direct-payment', 900]],
    },
    upTo: 'signed',
    held: { holder: 'person' },
    assessed: found('Ask me, and wait. I need a minute.', [
      'Communication',
      'high',
      'Short sentences. Time.',
    ]),
    support: [
      agencyNights('3', { says: 'Nights with people he knows', when: 'Three a week' }),
      physio('1', { says: 'Movement therapy', when: 'Every week' }),
    ],
    voice: voice({
      about: { 'most-important': 'My own bed, and the same two people.' },
      matters: 'Nobody new at night without telling me first.',
      outcomes: [['I sleep at home', 'Seven nights of seven', 'Me and my sister']],
      risks: [['A night without sleep', 'I run', 'The two who know me come.']],
    }),
    banked: [],
  },
  {
    name: 'Jem Orrell',
    born: '1994-08-19',
    home: ['3 Tannery Steps', 'Millbrook', 'MB1 7TS'],
    path: 'learning-disability-autism',
    account: true,
    worker: 'priya',
    asks: {
      on: -95,
      by: 'telephone',
      words: 'I want my own place, with a team I choose. Not the ward.',
      parts: [['A team of my own', 'direct-payment', 1400]],
    },
    upTo: 'decided',
  },
  {
    name: 'Tola Dane',
    born: '2014-01-30',
    home: ['27 Lock Lane', 'Kiln End', 'MB4 2LL'],
    path: 'transforming-care',
    worker: 'priya',
    family: [{ name: 'Ade Dane', is: 'father', kind: 'parent', account: true }],
    asks: {
      on: -40,
      by: 'online',
      who: 'Ade Dane',
      words: 'School has stopped, and nobody has come. She is frightened of the evenings.',
      parts: [['Somebody in the evenings', null]],
    },
    upTo: 'taken',
  },
]
