import type { Life } from '../types.ts'
import { agency, assistant } from '../words.ts'

/** What happened to budgets since they began, by the person's name: evidence, reviews, changes. */
export const since: Readonly<Record<string, Pick<Life, 'reviews' | 'banked' | 'later'>>> = {
  'Derek Ransome': {
    reviews: [
      {
        on: -240,
        words:
          'Two assistants by day are not enough at mealtimes. Nights are safe. Derek runs ' +
          'his own team by e-mail.',
        theirs: 'Good people. Too few of them at lunch. D.',
      },
      {
        on: -150,
        lane: 'money-audit',
        words: 'Every statement is there. Wages, tax and insurance are paid.',
      },
    ],
    banked: [
      { on: -200, share: 101 },
      {
        on: -12,
        share: 103,
        odd: [
          [-30, 64.99, 'AMAZON MKTPLACE'],
          [-16, 212.4, 'KILN END MOBILITY'],
        ],
      },
    ],
    later: [
      {
        on: -225,
        what: 'change',
        because: 'A second pair of hands at lunch since the swallowing got worse.',
        more: [agency('7', { says: 'A second pair of hands at lunch', when: 'Every day, noon to one' })],
      },
    ],
  },
  'Gwen Tallis': {
    later: [
      {
        on: -57,
        what: 'advance',
        pounds: 420,
        parts: 3,
        floor: 500,
        because: 'Her agency for the nights shut overnight: wages for cover until the payment',
      },
      {
        on: -9,
        what: 'once',
        pounds: 64,
        urgent: false,
        because: 'A second key safe for the side door',
        answered: { agreed: false, because: 'The council fits key safes free of charge: ask them first' },
      },
      {
        on: -2,
        what: 'once',
        pounds: 189.5,
        urgent: true,
        because: 'The slings of her hoist are worn through and the maker sends new ones in a day',
      },
    ],
    reviews: [
      {
        on: -232,
        words: 'The mornings work. Alun had his week in March.',
        theirs: 'Joan is a treasure. Beans are in.',
      },
      { on: -140, lane: 'money-audit', words: 'All in order. Two weeks’ money is left and explained.' },
    ],
    banked: [
      { on: -190, share: 99 },
      { on: -60, share: 98 },
      { on: -6, share: 98, odd: [[-25, 42.5, 'FERN GARDEN CENTRE']] },
    ],
  },
  'Yusuf Hassan': {
    reviews: [
      {
        on: -107,
        lane: 'money-audit',
        words: 'Statements are complete. What was saved while the pool was shut is explained.',
      },
      {
        on: -200,
        words: 'Nights are safe and Amira sleeps. The pool was shut for six weeks, so money is left over.',
        theirs: 'He laughed the whole hour when it opened again.',
        not: ['used-well'],
      },
    ],
    banked: [
      { on: -170, share: 96 },
      {
        on: -5,
        share: 97,
        odd: [
          [-40, 38, 'SPLASH SWIMWEAR'],
          [-21, 15.99, 'NETFLIX.COM'],
          [-12, 120, 'L HADDAD'],
        ],
      },
    ],
  },
  'Kenneth Obi': {
    reviews: [
      { on: -175, words: 'His own clock suits him. The assistants stay.', theirs: 'Tune in on Friday.' },
    ],
    banked: [{ on: -20, share: 112, odd: [[-34, 349, 'PIONEER DJ STORE']] }],
  },
  'Margit Sørensen': {
    banked: [{ on: -30, share: 48, odd: [[-45, 12.5, 'HARBOUR CAFE']] }],
    reviews: [
      {
        on: -120,
        words: 'One of the crew of three left in July and has not been replaced, so much money is left.',
        theirs: 'I can wait for a good one.',
        not: ['used-well', 'outcomes'],
      },
    ],
    later: [
      {
        on: -26,
        what: 'recovery',
        does: 'propose',
        ground: 'substantial-share-unspent',
        because: 'One of your crew of three left in July, and the money for that wage has built up.',
        owed: [['leave', 640, 'Holiday that the two others have earned, as Margit told us.']],
      },
      { on: -22, what: 'recovery', does: 'tell', by: 'head' },
      {
        on: -8,
        what: 'recovery',
        does: 'object',
        words: 'I have found somebody. She starts in January and will need training first. Leave me that.',
      },
    ],
  },
  'Ahmed Farouk': {
    banked: [{ on: -14, share: 100 }],
    later: [{ on: -26, what: 'returned', because: 'Account name did not match' }],
  },
  'Elspeth Mackie': {
    reviews: [{ on: -62, words: 'She is out of bed every day and has somebody in the dark.' }],
    banked: [{ on: -33, share: 100, odd: [[-47, 27, 'PETS AT HOME']] }],
  },
  'Rhys Penhaligon': {
    banked: [{ on: -9, share: 104 }],
  },
  'Leonard Pyke': {
    reviews: [
      { on: -42, lane: 'money-audit', words: 'Owen keeps better books than we do.' },
      { on: -140, words: 'Owen’s sums are exact. The legs are dry.', theirs: 'Mate in nine.' },
    ],
    banked: [
      { on: -110, share: 100 },
      { on: -8, share: 100 },
    ],
  },
  'Iris Fontaine': {
    reviews: [
      {
        on: -118,
        words: 'Paula is owed two months of wages. The statements stop in July. We asked the nephew to ring.',
        theirs: 'Raymond says it is in hand. It is not in my hand.',
        not: ['complied', 'used-well'],
      },
    ],
    banked: [
      {
        on: -125,
        share: 55,
        odd: [
          [-140, 480, 'WILLIAM HILL'],
          [-133, 300, 'CASH LARKFIELD'],
        ],
      },
    ],
    later: [
      {
        on: -28,
        what: 'note',
        fact: 'nominee-withdrawn',
        words: 'Miss Fontaine wrote: I no longer want Raymond to have anything to do with my money.',
      },
    ],
  },
  'Vera Lindgren': {
    reviews: [{ on: -155, words: 'She hums. Nobody was hit since Easter.' }],
    banked: [{ on: -15, share: 101 }],
  },
  'Solomon Adeyemi': {
    later: [
      {
        on: -150,
        what: 'ahead',
        pounds: 600,
        times: 12,
        supplier: 'Saltings Physiotherapy',
        line: 'line-3',
        because: 'Extra physiotherapy after his operation, up to 12 sessions',
        used: [-140, -126, -112, -98, -70, -42].map(on => [on, 50] as const),
      },
    ],
    reviews: [
      {
        on: -70,
        words: 'The night chart is full. He held the ball.',
        theirs: 'The boys cried and so did I.',
      },
    ],
    banked: [{ on: -22, share: 99 }],
  },
  'Harold Quist': {
    reviews: [
      { on: -40, lane: 'money-audit', words: 'The Trust sent its account; it agrees with ours.' },
      { on: -150, words: 'Four faces, all known. The Trust sends its account each month.' },
    ],
    later: [
      {
        on: -64,
        what: 'change',
        notice: 30,
        because:
          'Since the new inhaler he needs less at night. Agreed with Mr Quist; thirty days’ ' +
          'notice was given.',
        fewer: [2],
        more: [],
      },
    ],
  },
  'Hollis Grant': {
    reviews: [
      {
        on: -170,
        words: 'Pain is held. He wants fewer hours on weekdays now that the pump works.',
        follows: 'change',
        theirs: 'Less fuss, more fishing.',
      },
    ],
    banked: [{ on: -18, share: 97 }],
    later: [
      {
        on: -155,
        what: 'change',
        notice: 30,
        because: 'Fewer hours by day since the pump works; agreed at the review.',
        fewer: [1],
        more: [
          assistant('26', 'Terri Vance', {
            says: 'Assistant by day, shorter',
            when: 'Monday to Saturday, mornings',
            way: 'direct-payment',
          }),
        ],
      },
    ],
  },
  'Ruby Tarrant': {
    reviews: [
      { on: -66, lane: 'money-audit', words: 'The Trust’s account is complete.' },
      { on: -185, words: 'No head injuries since spring. She sleeps after the trampoline.' },
    ],
  },
  'Oluwaseun Adebayo': {
    reviews: [
      {
        on: -95,
        words: 'At school every day but two. Percy behaves.',
        theirs: 'I have a peg with a dinosaur.',
      },
    ],
    banked: [{ on: -11, share: 106 }],
  },
  'Maisie Unwin': {
    banked: [{ on: -60, share: 88 }],
  },
  'Idris Pell': {
    reviews: [
      {
        on: -55,
        words: 'He turns sixteen in December: from then on he consents himself. We talked it through.',
        theirs: 'At last.',
      },
    ],
    banked: [{ on: -25, share: 100 }],
  },
  'Arthur Blenkinsop': {
    reviews: [{ on: -54, words: 'Three faces, all known by name.' }],
  },
  'Iris Pell-Hartley': {
    banked: [
      { on: -80, share: 96 },
      { on: -70, share: 96 },
    ],
    reviews: [{ on: -190, words: 'A tune most days.' }],
    later: [
      {
        on: -66,
        what: 'recovery',
        does: 'propose',
        ground: 'patient-died',
        because: 'What is left after the last wages and bills goes back to the NHS.',
        owed: [
          ['wages', 96, 'Carol Venn, the last days.'],
          ['notice-pay', 120, 'Carol Venn, one week.'],
          ['leave', 42.5, 'Carol Venn, not taken.'],
          ['other-bill', 38, 'The last payroll run.'],
        ],
        executor: ['Ruth Hartley', '4 Chapel Steps', 'Upper Fern', 'MB5 1HQ'],
      },
      { on: -62, what: 'recovery', does: 'tell' },
      { on: -60, what: 'recovery', does: 'pause', days: 14, because: 'The family asked for time.' },
      { on: -17, what: 'recovery', does: 'enter' },
      { on: -6, what: 'recovery', does: 'repay', pounds: 700 },
    ],
  },
  'Gordon Sykes': { banked: [{ on: -90, share: 92 }] },
  'Teresa Magnall': {
    banked: [{ on: -50, share: 44 }],
    reviews: [
      {
        on: -40,
        words: 'Gemma left in August. Most days nobody came. The money is there, the people are not.',
        follows: 'stop',
        not: ['fits', 'outcomes'],
      },
    ],
  },
  'Noel Hathersage': {
    later: [
      { on: -33, what: 'died', died: -35 },
      {
        on: -29,
        what: 'end',
        ground: 'patient-died',
        last: -35,
        because: 'Noel Hathersage died. The last bills are paid first.',
      },
      {
        on: -5,
        what: 'recovery',
        does: 'propose',
        ground: 'patient-died',
        because: 'What is left after the last wages and bills goes back to the NHS.',
        pounds: 250,
        owed: [
          ['wages', 0, 'None are owed.'],
          ['notice-pay', 0, 'The assistant works elsewhere already.'],
          ['leave', 0, 'All was taken.'],
          ['other-bill', 22, 'The last payroll run.'],
        ],
        executor: ['Eve Hathersage', '11 Tollgate', 'Kiln End', 'MB4 3XX'],
      },
    ],
    banked: [{ on: -28, share: 100 }],
  },
  'Robert Kinsale': {
    banked: [{ on: -40, share: 100 }],
    reviews: [{ on: -150, words: 'To the gate and back.' }],
  },
}
