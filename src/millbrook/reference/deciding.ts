import type { Life } from '../types.ts'
import { agency, assistant, training } from '../words.ts'

/** People whose request was decided: refused, granted in part, looked at again. */
export const deciding: readonly Life[] = [
  {
    name: 'Barry Nuttall',
    born: '1964-02-20',
    home: ['31 Cooper’s Rise', 'Kiln End', 'MB4 1TY'],
    path: 'adult-continuing-healthcare',
    account: true,
    worker: 'marek',
    asks: {
      on: -50,
      by: 'online',
      words:
        'A hot tub would do more for my spasms than any tablet. And the lads from the ' +
        'club could see me in it.',
      parts: [['A hot tub for the garden', 'direct-payment', 150]],
    },
    upTo: 'decided',
    answers: {
      1: {
        granted: false,
        because:
          'Your physiotherapist found that sessions in the pool at Larkfield meet the same ' +
          'need with somebody trained beside you, and there is no plan for lifting you in ' +
          'and out at home. You can ask for those sessions instead.',
      },
    },
  },
  {
    name: 'Olena Kovalenko',
    born: '1987-11-05',
    home: ['9 Tanner’s Yard', 'Millbrook', 'MB1 2HZ'],
    path: 'adult-continuing-healthcare',
    account: true,
    needs: [['language-interpreter', 'Ukrainian']],
    worker: 'priya',
    asks: {
      on: -64,
      by: 'online',
      words:
        'I need help with my ventilator and I would like it from people I choose. Also my ' +
        'flat is cold and the machine does not like it.',
      parts: [
        ['Personal assistants', 'direct-payment', 760],
        ['Ventilator servicing', 'direct-payment', 145],
      ],
    },
    upTo: 'decided',
    answers: {
      2: {
        granted: true,
        way: 'notional',
        because:
          'The hospital that lends the ventilator services it, so that it stays insured. ' +
          'You do not have to buy anything.',
      },
    },
    summary: 'You can have the assistants as a direct payment. The servicing stays with the hospital.',
  },
  {
    name: 'Clive Pemberton',
    born: '1952-08-31',
    home: ['Rose Cottage, Church Row', 'Upper Fern', 'MB5 1HJ'],
    path: 'adult-continuing-healthcare',
    account: true,
    worker: 'marek',
    asks: {
      on: -88,
      by: 'online',
      words: 'My son has given up work to look after me. I want to pay him properly for it.',
      parts: [
        ['My son as my assistant, 35 hours', 'direct-payment', 560],
        ['A sitter on Sundays so that he can rest', 'direct-payment', 90],
      ],
    },
    upTo: 'decided',
    answers: {
      1: {
        granted: false,
        because:
          'Your son lives with you. Paying somebody of the same household needs a special ' +
          'reason, and the notes of the visit do not name one yet.',
      },
    },
    again: {
      on: -15,
      words:
        'Two agencies have given the package back because of my dog and my temper. My son ' +
        'is the only one who has lasted. Is that not a special reason?',
    },
  },
  {
    name: 'Mabel Thistlewood',
    born: '1940-05-12',
    home: ['21 Weir Lane', 'Millbrook', 'MB1 3DQ'],
    path: 'adult-continuing-healthcare',
    family: [
      {
        name: 'Janet Thistlewood',
        is: 'daughter',
        kind: 'representative',
        basis: 'lasting-power-health',
        account: true,
      },
    ],
    worker: 'priya',
    asks: {
      on: -130,
      by: 'online',
      who: 'Janet Thistlewood',
      words: 'Mum walks at night. We need somebody awake with her and we have found two women she trusts.',
      parts: [
        ['Two women for the waking nights', 'direct-payment', 920],
        ['A tracker watch', 'direct-payment', 6],
      ],
    },
    upTo: 'decided',
    answers: {
      1: {
        granted: true,
        way: 'notional',
        because: 'The agency has a night team that can begin at once, and you asked us to be quick.',
      },
    },
    again: {
      on: -92,
      words: 'We asked you to be quick, not to choose for us. Please let us try with the women she knows.',
      answer: {
        on: -71,
        outcome: 'changed',
        reasons:
          'You are right: being quick is no reason against a direct payment. It is granted ' +
          'from the next Monday.',
        answers: { 1: { granted: true, way: 'direct-payment' } },
      },
    },
  },
  {
    name: 'Stanley Okoro',
    born: '1973-01-09',
    home: ['70 Saltings Road', 'Saltings', 'MB3 7PR'],
    path: 'adult-continuing-healthcare',
    account: true,
    worker: 'bronwen',
    asks: {
      on: -140,
      by: 'online',
      words:
        'I would like the budget to pay for a season ticket. Football is the one thing that gets me out.',
      parts: [
        ['Season ticket for two', 'direct-payment', 18],
        ['Somebody to go with me', 'direct-payment', 60],
      ],
    },
    upTo: 'decided',
    answers: {
      1: {
        granted: false,
        because:
          'The club gives a free place to whoever helps a disabled supporter, and your own ' +
          'ticket is not a health need that we found.',
      },
      2: { granted: false, because: 'Your day centre takes a group to every home game with two nurses.' },
    },
    again: {
      on: -110,
      words: 'The day centre goes in a bus with eleven others. That is not going to football.',
      answer: {
        on: -84,
        outcome: 'upheld',
        reasons:
          'We looked at it afresh and spoke with the day centre and with you. The trips ' +
          'meet what was assessed. We have asked the centre to take you in the car when ' +
          'there is room.',
      },
    },
  },
  {
    name: 'Priscilla Amoah',
    born: '1982-10-14',
    home: ['3 Market Street', 'Millbrook', 'MB1 1AD'],
    path: 'adult-continuing-healthcare',
    account: true,
    worker: 'priya',
    asks: {
      on: -32,
      by: 'online',
      words: 'I work from home and my carers come when it suits them. I want to decide the hours.',
      parts: [['Assistants at the hours I need', 'direct-payment', 690]],
    },
    upTo: 'decided',
  },
  {
    name: 'Edwin Sallow',
    born: '1949-09-18',
    home: ['16 Priory Close', 'Millbrook', 'MB1 5KF'],
    path: 'adult-continuing-healthcare',
    needs: [['hearing-loop', null]],
    worker: 'bronwen',
    asks: {
      on: -45,
      by: 'telephone',
      words:
        'I have been told I can have a say in it. I should like the same lady every day, ' +
        'if that is not too much.',
      parts: [['The same carer each day', 'third-party', 520]],
    },
    upTo: 'assessed',
    assessed: {
      words: 'I can do my own top half. It is the legs and the lungs. I do not like being rushed.',
      domains: [
        ['Breathing', 'severe', 'Oxygen at home; breathless on any effort.'],
        ['Mobility', 'high', 'Transfers with one; wheelchair outside.'],
        ['Skin', 'moderate', 'Dry, one heel watched.'],
        ['Psychological and emotional needs', 'moderate', 'Frightened at night since the winter.'],
      ],
    },
    support: [
      agency('21', { says: 'The same carer, morning and evening', when: 'Every day, 8 to 10 and 7 to 8' }),
    ],
  },
  {
    name: 'Marguerite Dubois-Hall',
    born: '1956-12-01',
    home: ['Willow House, Fern Road', 'Upper Fern', 'MB5 2AA'],
    path: 'adult-continuing-healthcare',
    account: true,
    worker: 'priya',
    asks: {
      on: -52,
      by: 'online',
      words: 'I can still paint if somebody sets me up. Nobody has twenty minutes for it.',
      parts: [['An assistant who has time', 'direct-payment', 650]],
    },
    upTo: 'shown',
    assessed: {
      words: 'My hands go first and my temper second. If I am set up at the easel by ten it is a good day.',
      domains: [
        ['Mobility', 'high', 'Hoisted for all transfers.'],
        ['Nutrition', 'high', 'Thickened fluids, helped to eat.'],
        ['Communication', 'moderate', 'Quiet voice, tires by evening.'],
      ],
    },
    support: [
      assistant('34', 'Agnieszka Nowak', {
        says: 'Assistant in the mornings and at lunch',
        when: 'Every day, 8 to 1',
      }),
      training('310'),
    ],
    doubt: {
      on: -4,
      words: 'You have left out the evenings. Who puts me to bed? It cannot be my neighbour for ever.',
    },
  },
  {
    name: 'Hamid Rostami',
    born: '1967-03-21',
    home: ['45 Cooper’s Rise', 'Kiln End', 'MB4 1TZ'],
    path: 'adult-continuing-healthcare',
    account: true,
    needs: [['language-interpreter', 'Farsi']],
    worker: 'marek',
    asks: {
      on: -48,
      by: 'online',
      words: 'My cousin is a trained nurse from Shiraz and lives in the next street. She could do this work.',
      parts: [['My cousin and one more', 'direct-payment', 800]],
    },
    upTo: 'summed',
    assessed: {
      words: 'I was an engineer. Explain to me what you are doing and I will not be afraid.',
      domains: [
        ['Cognition', 'moderate', 'Slow but sure.'],
        ['Mobility', 'severe', 'Cannot stand; two to turn.'],
        ['Continence', 'high', 'Catheter, bowel care by trained staff.'],
      ],
    },
    support: [
      assistant('38', 'Laleh Rostami', { says: 'Assistant by day', when: 'Monday to Saturday' }),
      agency('7', { says: 'A second pair of hands to turn', when: 'Every evening, one hour' }),
      training('420'),
    ],
  },
  {
    name: 'Jerome Baptiste',
    born: '1994-07-07',
    home: ['12 Fuller’s Court', 'Saltings', 'MB3 2BB'],
    path: 'adult-continuing-healthcare',
    account: true,
    worker: 'bronwen',
    asks: {
      on: -60,
      by: 'online',
      words: 'I broke my neck at twenty-nine. I do not need a nurse, I need mates with strong arms.',
      parts: [['Assistants my own age', 'direct-payment', 1100]],
    },
    upTo: 'shown',
    assessed: {
      words: 'I know my body better than the book does. Ask me, then do it.',
      domains: [
        ['Mobility', 'severe', 'C5, hoisted; pressure relief every two hours.'],
        ['Skin', 'high', 'One healed sore.'],
        ['Altered states of consciousness', 'high', 'Autonomic dysreflexia: assistants must know the signs.'],
      ],
    },
    support: [
      assistant('42', 'Kwame Boateng', { says: 'Assistant by day', when: 'Seven days, shared by two' }),
      assistant('14', 'Ryan Fell', { says: 'Assistant in the evenings', when: 'Every evening, two hours' }),
      training('560'),
    ],
    doubt: {
      on: -24,
      words: 'You forgot that two of my evenings are wheelchair rugby and I am not home until ten.',
      answer:
        'We did. I have added it to the list for your plan: the evening line can be moved ' +
        'without more money.',
    },
  },
]
