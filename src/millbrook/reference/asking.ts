import type { Life } from '../types.ts'

/** People who have asked, or have been asked: nothing is decided yet, or they said no. */
export const asking: readonly Life[] = [
  {
    name: 'Beatriz Carvalho',
    called: 'Bia',
    born: '1961-07-19',
    home: ['41 Weir Lane', 'Millbrook', 'MB1 3DT'],
    path: 'adult-continuing-healthcare',
    account: true,
    needs: [['language-interpreter', 'Portuguese']],
    asks: {
      on: 0,
      by: 'online',
      words:
        'The agency sends somebody different every morning and I have to explain the ' +
        'hoist again. I would like two people I choose myself, who can cook the way I ' +
        'cook.',
      parts: [
        ['Two assistants I choose, mornings and evenings', 'direct-payment'],
        ['Somebody to take me swimming', 'direct-payment', 40],
      ],
    },
    upTo: 'asked',
  },
  {
    name: 'Callum Reid',
    born: '2014-02-11',
    home: ['7 Chandler Court', 'Kiln End', 'MB4 2LN'],
    path: 'childrens-continuing-care',
    family: [{ name: 'Heather Reid', is: 'mother', kind: 'parent', account: true }],
    asks: {
      on: -2,
      by: 'online',
      who: 'Heather Reid',
      words:
        'Callum’s night carers are cancelled about once a week and then I sit up with him ' +
        'and go to work. If I could hire people myself they would not cancel on us.',
      parts: [['Night carers we choose, five nights', 'direct-payment', 640]],
    },
    upTo: 'asked',
  },
  {
    name: 'Walter Gough',
    born: '1938-11-30',
    home: ['Flat 3, Tanner’s Yard', 'Millbrook', 'MB1 2HX'],
    path: 'not-sure',
    needs: [
      ['letter-instead', null],
      ['large-print', '20 point'],
    ],
    asks: {
      on: -6,
      by: 'letter',
      words:
        'My wife used to do it all. I want to stay in the flat and pay the girl from ' +
        'downstairs, who knows me.',
      parts: [['Help from somebody I know', null]],
    },
    upTo: 'asked',
  },
  {
    name: 'Nkechi Eze',
    born: '1979-05-03',
    home: ['118 Saltings Road', 'Saltings', 'MB3 7PW'],
    path: 'adult-continuing-healthcare',
    asks: {
      on: -4,
      by: 'referral',
      who: 'nurse',
      words:
        'Nkechi has secondary progressive MS. She manages her own team of carers in all ' +
        'but name already and asks for the budget to go with it.',
      parts: [
        ['Personal assistants, 40 hours', 'direct-payment', 620],
        ['Physiotherapy at home', 'notional', 55],
      ],
    },
    upTo: 'asked',
  },
  {
    name: 'Ffion Gwatkin',
    born: '1990-09-27',
    home: ['2 Mill Cottages', 'Upper Fern', 'MB5 1GE'],
    path: 'adult-continuing-healthcare',
    account: true,
    asks: {
      on: -21,
      by: 'online',
      words: 'I have a head injury from the road. I want my routine back: the same two people, and the gym.',
      parts: [
        ['Two support workers', 'direct-payment'],
        ['Gym with somebody to spot me', 'direct-payment', 35],
      ],
    },
    upTo: 'asked',
  },
  {
    name: 'Tomasz Wójcik',
    born: '1955-01-16',
    home: ['63 Brewery Street', 'Millbrook', 'MB1 4RS'],
    path: 'adult-continuing-healthcare',
    account: true,
    needs: [['language-interpreter', 'Polish']],
    worker: 'marek',
    asks: {
      on: -24,
      by: 'online',
      words: 'After the stroke I speak Polish better than English. I want carers I can talk with.',
      parts: [['Carers who speak Polish', 'direct-payment', 700]],
    },
    upTo: 'shown-eligible',
    says: [
      [-14, 'team', 'Thank you for the letter from the hospital. May I visit you on Thursday at eleven?'],
      [-13, 'family', 'Thursday is good. Please ring the lower bell, it takes me a while to the door.'],
    ],
  },
  {
    name: 'Harriet Ogilvie',
    born: '1947-03-08',
    home: ['The Old Forge', 'Upper Fern', 'MB5 1HB'],
    path: 'adult-continuing-healthcare',
    account: true,
    worker: 'priya',
    asks: {
      on: -58,
      by: 'online',
      words:
        'I have asked for a direct payment three times by telephone. Please would ' +
        'somebody write back. I have Parkinson’s and the timing of my tablets is not a ' +
        'detail.',
      parts: [
        ['Assistants at tablet times', 'direct-payment', 480],
        ['A week of respite twice a year', 'third-party', 90],
      ],
    },
    upTo: 'shown-eligible',
    says: [
      [-30, 'family', 'It is four weeks now. Is anybody reading these?'],
      [
        -9,
        'team',
        'I am sorry, Mrs Ogilvie. Your case was with a colleague who has left. It is with ' +
          'me now and I will ring you today.',
      ],
      [-2, 'family', 'You rang, thank you. I still do not have the decision.'],
    ],
  },
  {
    name: 'Desmond Achebe',
    born: '1969-12-22',
    home: ['29 Larkfield Avenue', 'Larkfield', 'MB2 6QA'],
    path: 'fast-track',
    worker: 'bronwen',
    asks: {
      on: -3,
      by: 'telephone',
      words: 'The hospital says weeks. I want to be at home with my own people, not in a ward.',
      parts: [['Carers at home day and night', 'notional', 1900]],
    },
    upTo: 'shown-eligible',
    days: { taken: -3, 'shown-eligible': -2 },
  },
  {
    name: 'Ines Marchetti',
    born: '2009-08-14',
    home: ['10 Priory Close', 'Millbrook', 'MB1 5KD'],
    path: 'childrens-continuing-care',
    family: [{ name: 'Paolo Marchetti', is: 'father', kind: 'carer' }],
    worker: 'marek',
    asks: {
      on: -12,
      by: 'telephone',
      words:
        'I am seventeen. I want to choose who sleeps in the room next to mine, and I want ' +
        'it sorted before I go to college.',
      parts: [['Sleep-in carers I have met first', 'direct-payment', 420]],
    },
    upTo: 'taken',
  },
  {
    name: 'Rosalind Tench',
    born: '1951-06-25',
    home: ['5 Abbot’s Walk', 'Millbrook', 'MB1 5LP'],
    path: 'adult-continuing-healthcare',
    account: true,
    worker: 'priya',
    asks: {
      on: -34,
      by: 'online',
      words: 'My daughter found this page for me. I would like to manage my own help.',
      parts: [['Help at home', 'direct-payment']],
    },
    upTo: 'taken',
    withdrawn: {
      on: -20,
      because: 'My daughter is moving in with me. We will ask again if it does not work.',
    },
  },
  {
    name: 'Gerald Whitlock',
    born: '1943-10-02',
    home: ['14 Station Approach', 'Larkfield', 'MB2 4NN'],
    path: 'adult-continuing-healthcare',
    offer: {
      on: -40,
      how: 'At the yearly review, at home, with his son',
      said: 'declined',
      because: 'He likes his agency and does not want to be anybody’s boss. He may ask at any time.',
    },
    upTo: 'known',
  },
  {
    name: 'Shanthi Perera',
    born: '1958-04-17',
    home: ['88 Brewery Street', 'Millbrook', 'MB1 4RT'],
    path: 'adult-continuing-healthcare',
    offer: { on: -11, how: 'In the letter with the eligibility decision, and by telephone' },
    upTo: 'known',
  },
  {
    name: 'Leon Brathwaite',
    born: '2018-01-29',
    home: ['52 Chandler Court', 'Kiln End', 'MB4 2LR'],
    path: 'childrens-continuing-care',
    family: [
      {
        name: 'Denise Brathwaite',
        is: 'grandmother',
        kind: 'representative',
        basis: 'parental-responsibility',
      },
    ],
    offer: {
      on: -75,
      how: 'At the children’s panel, to his grandmother',
      said: 'declined',
      because: 'She has enough forms for one life, she says. The nurses come on time and Leon likes them.',
    },
    upTo: 'known',
  },
]
