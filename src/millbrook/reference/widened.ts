import type { Life } from '../types.ts'
import { agency, assistant, found, going, physio, training, voice } from '../words.ts'

/** Adults outside continuing healthcare: section 117 after-care, and a learning disability. */
export const widened: readonly Life[] = [
  {
    name: 'Merryn Castell',
    born: '1991-06-03',
    home: ['Flat 3, 9 Rope Walk', 'Millbrook', 'MB1 4DY'],
    path: 'section-117',
    fact: '3',
    account: true,
    withCouncil: true,
    worker: 'marek',
    asks: {
      on: -270,
      by: 'online',
      words:
        'I was on section 3 for five months. What keeps me well is the boat yard and somebody who ' +
        'knows my early signs. I want that to be the same somebody.',
      parts: [
        ['A support worker whom I choose', 'direct-payment', 380],
        ['The boat yard', 'direct-payment', 40],
      ],
    },
    upTo: 'signed',
    held: { holder: 'person' },
    assessed: found(
      'Ask me on a Tuesday. Mondays I have not slept.',
      ['Psychological and emotional needs', 'high', 'Early signs: no sleep, giving things away.'],
      ['Behaviour', 'moderate', 'Only when unwell.'],
      ['Drug therapies and medication', 'moderate', 'An injection every four weeks.'],
    ),
    support: [
      assistant('18', 'Jory Vane', { says: 'Support worker', when: 'Every weekday, from noon' }),
      going('2', 'Quay Boat Yard', { says: 'The boat yard', when: 'Tuesday and Thursday', serves: 2 }),
      training('240'),
    ],
    voice: voice({
      about: {
        'most-important': 'Varnish. My sister’s dog. That the door is mine to open.',
        'please-do': 'Say it straight when you see me giving things away.',
      },
      matters: 'Staying out of hospital, and not being watched.',
      outcomes: [
        ['A year at home', 'No night on the ward', 'My care coordinator'],
        ['Four mornings’ work in the yard', 'I am tired for a reason', 'Jory'],
      ],
      risks: [['Three nights without sleep', 'Hospital', 'Jory rings the crisis team; so may I.']],
      whenItFails: 'My sister comes for the weekend, and the crisis team rings twice a day.',
      checks: 'My care coordinator, every fortnight',
    }),
    banked: [{ on: -30, share: 98 }],
  },
  {
    name: 'Kit Aldous',
    born: '1999-10-21',
    home: ['16 Weir View', 'Kiln End', 'MB4 1TS'],
    path: 'learning-disability-autism',
    account: true,
    family: [{ name: 'Wenna Aldous', is: 'mother', kind: 'helper', account: true }],
    worker: 'priya',
    asks: {
      on: -130,
      by: 'telephone',
      words: 'I want Bryn to do my physio at the pool, not at the hospital. The hospital is loud.',
      parts: [
        ['Somebody with me at the pool', 'third-party', 160],
        ['Physiotherapy', 'third-party', 60],
      ],
    },
    upTo: 'signed',
    held: { thirdParty: 'trust' },
    assessed: found(
      'Kit answered with cards, and the dog.',
      ['Communication', 'high', 'Cards and signs; give time.'],
      ['Mobility', 'moderate', 'Tight on the left.'],
      ['Behaviour', 'moderate', 'Loud places.'],
    ),
    support: [
      agency('6', { says: 'Somebody with me at the pool', when: 'Monday and Friday', way: 'third-party' }),
      physio('4', { says: 'Physiotherapy in the water', when: 'Every Friday', way: 'third-party' }),
    ],
    voice: voice({
      about: { 'most-important': 'The pool when it is empty. My cards.', communicate: 'Show me, then wait.' },
      matters: 'No hospital.',
      outcomes: [['My left side moves more', 'I reach the rail', 'Bryn, every month']],
      risks: [['A seizure in the water', 'Drowning', 'Somebody beside me, and never alone in the pool.']],
    }),
  },
]
