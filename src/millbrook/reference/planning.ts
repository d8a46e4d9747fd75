import type { Life } from '../types.ts'
import {
  agency,
  assistant,
  found,
  going,
  hydro,
  nights,
  nurse,
  physio,
  respite,
  sleepIns,
  thing,
  training,
  voice,
  weekends,
} from '../words.ts'

/** People who are planning: with the family, with the worker, with an approver, and waiting to sign. */
export const planning: readonly Life[] = [
  {
    name: 'Adaeze Nwosu',
    born: '1985-02-28',
    home: ['27 Bridge Street', 'Millbrook', 'MB1 6TT'],
    path: 'adult-continuing-healthcare',
    account: true,
    worker: 'priya',
    asks: {
      on: -70,
      by: 'online',
      words: 'I want to bring my two boys up with help that fits around school, not around a rota.',
      parts: [['Assistants who fit our day', 'direct-payment', 820]],
    },
    upTo: 'drafted',
    turn: 'family',
    assessed: found(
      'I can do everything with my eyes and my voice. For the rest I need hands.',
      ['Mobility', 'severe', 'Muscular dystrophy, powered chair.'],
      ['Breathing', 'high', 'Ventilated at night by mask.'],
      ['Skin', 'moderate', 'Turned once at night.'],
    ),
    support: [
      assistant('36', 'Chioma Eke', {
        says: 'Assistant by day',
        when: 'Monday to Friday, round the school run',
      }),
      nights('3', 'Blessing Adu', { says: 'Somebody awake at night', when: 'Three nights a week' }),
      training('480'),
    ],
    says: [
      [-3, 'family', 'I have written the first page. How long may it be?'],
      [-2, 'team', 'As long as it needs to be.'],
    ],
  },
  {
    name: 'Ronald Fairweather',
    called: 'Ron',
    born: '1946-06-06',
    home: ['The Lock House', 'Saltings', 'MB3 1AA'],
    path: 'adult-continuing-healthcare',
    account: true,
    worker: 'marek',
    asks: {
      on: -76,
      by: 'online',
      words: 'I kept this lock for thirty years and I mean to die looking at it.',
      parts: [['Help at the Lock House', 'direct-payment', 600]],
    },
    upTo: 'written',
    turn: 'family',
    assessed: found(
      'The chest is bad. The head is good. Do not shout.',
      ['Breathing', 'severe', 'COPD, oxygen sixteen hours.'],
      ['Mobility', 'high', 'Ten steps on a good day.'],
    ),
    support: [
      assistant('24', 'Maureen Pike', { says: 'Assistant, mornings and teatime', when: 'Every day' }),
      sleepIns('3', 'Maureen Pike', { says: 'Sleep-in', when: 'When the chest is bad, three nights' }),
      training('240'),
    ],
    voice: voice({
      about: {
        'most-important': 'The river. I want my chair at the window before the first boat.',
        'please-do': 'Call me Ron. Do not move my things.',
      },
      matters: 'Staying at the Lock House, and being asked before anything is done.',
      outcomes: [['Up and at the window by seven', 'I wave at the first boat', 'Maureen, every day']],
      risks: [
        [
          'A chest infection in winter',
          'Hospital',
          'Antibiotics are in the house; ring the nurse on the first bad night.',
        ],
      ],
    }),
  },
  {
    name: 'Lakshmi Venkataraman',
    born: '1972-08-23',
    home: ['15 Fuller’s Court', 'Saltings', 'MB3 2BD'],
    path: 'adult-continuing-healthcare',
    account: true,
    worker: 'priya',
    asks: {
      on: -82,
      by: 'online',
      words:
        'Vegetarian food cooked properly, by somebody who knows what a pressure cooker ' +
        'is. That is most of it.',
      parts: [
        ['Two assistants', 'direct-payment', 700],
        ['Hydrotherapy', 'direct-payment', 40],
      ],
    },
    upTo: 'written',
    turn: 'case-worker',
    assessed: found(
      'Mornings I am stiff as a board and by noon I am a person.',
      ['Mobility', 'high', 'Hoisted in the morning.'],
      ['Nutrition', 'moderate', 'Soft diet.'],
      ['Drug therapies and medication', 'high', 'Pump; timing matters.'],
    ),
    support: [
      assistant('40', 'Meena Iyer', { says: 'Assistant by day', when: 'Seven days, shared by two' }),
      hydro('4', { says: 'Hydrotherapy', when: 'Every Wednesday', serves: 2 }),
      training('330'),
    ],
    voice: voice({
      about: {
        'most-important': 'My kitchen, my music, and my daughter’s calls from Leeds at eight.',
        communicate: 'I tire. Ask me one thing at a time after six.',
      },
      matters: 'Eating food I like, and not being hurried.',
      outcomes: [
        ['Cooked meals that I choose', 'I finish my plate', 'Me'],
        ['Looser joints', 'I can turn over by myself', 'Larkfield Physio, each term'],
      ],
      risks: [
        [
          'The pump alarms and nobody knows it',
          'A day in bed',
          'Every assistant is shown the pump before the first shift.',
        ],
      ],
    }),
  },
  {
    name: 'George Ostler',
    born: '1959-10-10',
    home: ['6 Church Row', 'Upper Fern', 'MB5 1HL'],
    path: 'adult-continuing-healthcare',
    account: true,
    worker: 'priya',
    asks: {
      on: -85,
      by: 'online',
      words: 'I drove a milk float for forty years. I am up at four and the carers come at nine.',
      parts: [['Somebody at five in the morning', 'direct-payment', 560]],
    },
    upTo: 'handed',
    assessed: found(
      'Early to bed, early to rise. Your rota is the other way round.',
      ['Mobility', 'high', 'One to transfer.'],
      ['Continence', 'high', 'Catheter.'],
      ['Cognition', 'moderate', 'Forgets names, not faces.'],
    ),
    support: [
      assistant('28', 'Sheila Madden', { says: 'Assistant from five', when: 'Every day, 5 to 9' }),
      training('260'),
    ],
    voice: voice({
      about: {
        'most-important': 'Being up before the birds. Tea in the blue mug.',
        'worth-knowing': 'I know every doorstep in Upper Fern.',
      },
      matters: 'My own hours.',
      outcomes: [['Up by half past five', 'The kettle is on at six', 'Sheila writes it in the book']],
      risks: [['Sheila is ill', 'Nobody before nine', 'Her sister covers; then Fernway.']],
    }),
  },
  {
    name: 'Abigail Stott',
    born: [14, 60],
    home: ['9 Orchard Way', 'Larkfield', 'MB2 3ED'],
    path: 'childrens-continuing-care',
    family: [{ name: 'Martin Stott', is: 'father', kind: 'parent', account: true }],
    withCouncil: true,
    worker: 'marek',
    asks: {
      on: -90,
      by: 'online',
      who: 'Martin Stott',
      words: 'Abi has a trachy. She wants to go to Guides without a nurse in uniform sitting at the back.',
      parts: [
        ['Trained assistants for evenings and Guides', 'direct-payment', 480],
        ['Respite at the hospice', 'notional', 60],
      ],
    },
    upTo: 'handed',
    assessed: found(
      'I do not want to be the girl with the nurse.',
      ['Breathing', 'severe', 'Tracheostomy, suction by trained staff.'],
      ['Communication', 'low', 'Speaks with a valve.'],
    ),
    support: [
      assistant('18', 'Jess Harker', {
        says: 'Assistant for evenings and Guides',
        when: 'Tuesday to Friday',
        way: 'direct-payment',
      }),
      sleepIns('2', 'Jess Harker', {
        says: 'Sleep-in',
        when: 'Friday and Saturday',
        way: 'direct-payment',
        serves: 1,
      }),
      respite('14', { says: 'Days at St Clare’s', when: 'In the holidays', way: 'notional', serves: 2 }),
      { ...training('520'), way: 'direct-payment' },
    ],
    voice: voice({
      about: {
        'most-important': 'Guides, my friends Elsie and Noor, and my own room.',
        'please-do': 'Let me do my own suction first. Do not talk over my head to Dad.',
      },
      matters: 'Going out without it being a thing.',
      outcomes: [
        ['Guides every Thursday', 'I went', 'Dad and Brown Owl'],
        ['Mum and Dad get a rest', 'They go to the pictures', 'Marek, at each review'],
      ],
      risks: [
        [
          'The tube comes out',
          'No breath',
          'Spare tube in the bag; every assistant signed off by the nurse.',
        ],
      ],
      checks: 'The children’s community nurse, every fortnight',
    }),
  },
  {
    name: 'Frederick Langton',
    born: '1950-04-04',
    home: ['2 Tollgate', 'Kiln End', 'MB4 3XY'],
    path: 'adult-continuing-healthcare',
    account: true,
    worker: 'bronwen',
    asks: {
      on: -97,
      by: 'online',
      words: 'I would rather have one good man for six hours than three visits of twenty minutes.',
      parts: [['One assistant, six hours a day', 'direct-payment', 720]],
    },
    upTo: 'handed',
    sentBack:
      'A good plan and I want to say yes. Two things first: who covers when Dai is on ' +
      'holiday, and what does the physiotherapist say about the stairs?',
    assessed: found(
      'I was a joiner. I notice when a thing is done badly.',
      ['Mobility', 'high', 'Stairs with one; falls.'],
      ['Psychological and emotional needs', 'moderate', 'Low since Jean died.'],
      ['Cognition', 'moderate', ''],
    ),
    support: [
      assistant('42', 'Dai Morgan', { says: 'Assistant by day', when: 'Every day, 9 to 3' }),
      training('280'),
    ],
    voice: voice({
      about: {
        'most-important': 'The workshop. Let me hold a plane again, even if I only hold it.',
        people: 'Jean, who died in March. Her sister Pat rings on Sundays.',
      },
      matters: 'One good man.',
      outcomes: [['An hour in the workshop each day', 'Shavings on the floor', 'Dai']],
      risks: [['A fall on the stairs', 'A broken hip', 'Dai walks behind; the second rail is ordered.']],
    }),
  },
  {
    name: 'Comfort Mensah',
    born: '1963-01-30',
    home: ['80 Larkfield Avenue', 'Larkfield', 'MB2 6QF'],
    path: 'adult-continuing-healthcare',
    account: true,
    worker: 'priya',
    asks: {
      on: -110,
      by: 'online',
      words: 'Let me have my church sisters on the payroll. They come anyway.',
      parts: [['Assistants from my church', 'direct-payment', 610]],
    },
    upTo: 'signed-off',
    assessed: found(
      'I pray in the morning and I am washed after. In that order.',
      ['Mobility', 'high', 'Hoisted.'],
      ['Skin', 'high', 'Sacral sore, healing.'],
    ),
    support: [
      assistant('32', 'Esther Owusu', { says: 'Assistant, mornings and evenings', when: 'Every day' }),
      training('300'),
    ],
    voice: voice({
      about: {
        'most-important': 'My faith, and being clean.',
        support: 'Two turns before noon, two after. I will tell you when it hurts.',
      },
      matters: 'People who know my songs.',
      outcomes: [['The sore heals', 'The nurse says so', 'The district nurse, weekly']],
      risks: [['The sore opens again', 'Hospital', 'Turning chart on the door; nurse called the same day.']],
    }),
  },
  {
    name: 'Patrick Delaney',
    born: '1957-03-17',
    home: ['33 Canal Side', 'Millbrook', 'MB1 7RB'],
    path: 'adult-continuing-healthcare',
    account: true,
    worker: 'marek',
    asks: {
      on: -104,
      by: 'online',
      words: 'I do not want to handle a penny of it. Can somebody hold the money and I choose the people?',
      parts: [['Help at home, held by the Trust', 'third-party', 640]],
    },
    upTo: 'prepared',
    held: { thirdParty: 'trust' },
    assessed: found(
      'The legs are gone and the patience with them.',
      ['Mobility', 'severe', 'MS, hoisted.'],
      ['Continence', 'high', 'Supra-pubic catheter.'],
      ['Breathing', 'low', ''],
    ),
    support: [
      agency('24', { says: 'Help at home from people I have met', when: 'Every day' }),
      physio('2', { says: 'Physiotherapy', when: 'Every other Tuesday', serves: 2 }),
    ],
    voice: voice({
      about: {
        'most-important': 'The racing on a Saturday and no fuss about it.',
        communicate: 'Straight. I will be straight with you.',
      },
      matters: 'Choosing who, and not being the boss of anybody.',
      outcomes: [
        ['The same four faces', 'I know all their names', 'The Trust, each month'],
        ['Legs that do not lock', 'I sit through a race', 'Larkfield Physio'],
      ],
      risks: [['Spasms in the hoist', 'A fall', 'Two people for every transfer after six.']],
    }),
  },
  {
    name: 'Xiuying Chen',
    born: '1968-11-11',
    home: ['4 Market Street', 'Millbrook', 'MB1 1AE'],
    path: 'adult-continuing-healthcare',
    account: true,
    needs: [['language-interpreter', 'Mandarin']],
    worker: 'priya',
    asks: {
      on: -102,
      by: 'online',
      words: 'My niece interprets for me and she is eleven. I would like assistants who speak Mandarin.',
      parts: [['Assistants who speak Mandarin', 'direct-payment', 750]],
    },
    upTo: 'account-given',
    held: { holder: 'person' },
    assessed: found(
      'My hands remember how to fold dumplings. Help me to remember.',
      ['Cognition', 'high', 'Early dementia after the tumour.'],
      ['Mobility', 'moderate', 'Walks with one.'],
    ),
    support: [
      assistant('44', 'Wei Zhang', { says: 'Assistant by day', when: 'Every day, shared by two' }),
      going('1', 'Golden Years Club', { says: 'The Thursday club', when: 'Thursday', serves: 2 }),
      training('270'),
    ],
    voice: voice({
      about: {
        'most-important': 'Speaking my own language in my own house.',
        wellness: 'Good day: I sing. Bad day: I look for my mother.',
      },
      matters: 'Not needing a child to speak for me.',
      outcomes: [
        ['Understood the first time', 'I do not have to say it twice', 'My niece asks me on Sundays'],
        ['Friends of my own age', 'I tell stories from the club', 'Priya'],
      ],
      risks: [['Going out alone', 'Lost in the cold', 'Door chime, and my name in my coat.']],
    }),
  },
  {
    name: 'Bernard Eccles',
    born: '1954-05-05',
    home: ['19 Brewery Street', 'Millbrook', 'MB1 4RN'],
    path: 'adult-continuing-healthcare',
    account: true,
    worker: 'marek',
    asks: {
      on: -108,
      by: 'online',
      words: 'My hands shake too much to sign much, but I can read every line.',
      parts: [['Assistants', 'direct-payment', 540]],
    },
    upTo: 'account-approved',
    held: { holder: 'person' },
    assessed: found(
      'Parkinson’s has its timetable and so do I.',
      ['Mobility', 'high', 'Freezes at doors.'],
      ['Drug therapies and medication', 'severe', 'Tablets seven times a day.'],
    ),
    support: [
      assistant('30', 'Lorna Petts', { says: 'Assistant at tablet times', when: 'Every day' }),
      training('250'),
    ],
    voice: voice({
      about: {
        'most-important': 'Tablets on the minute.',
        'please-do': 'Count to three before a doorway. Do not pull.',
      },
      matters: 'On time.',
      outcomes: [['Tablets within five minutes', 'The chart says so', 'The Parkinson’s nurse']],
      risks: [['A missed tablet', 'I freeze', 'Two alarms; ring me and then ring Lorna.']],
    }),
  },
  {
    name: 'Joy Abernathy',
    born: '1977-09-09',
    home: ['50 Weir Lane', 'Millbrook', 'MB1 3DX'],
    path: 'adult-continuing-healthcare',
    account: true,
    worker: 'bronwen',
    asks: {
      on: -112,
      by: 'online',
      words: 'I teach the piano from my bed. I need somebody to let the pupils in and turn the pages.',
      parts: [['Assistants in teaching hours', 'direct-payment', 580]],
    },
    upTo: 'signed-by-person',
    held: { holder: 'person' },
    assessed: found(
      'Half past three to six is when I am most myself.',
      ['Mobility', 'severe', 'Bed and tilting chair.'],
      ['Skin', 'high', ''],
      ['Breathing', 'moderate', ''],
    ),
    support: [
      assistant('34', 'Tilly Marsh', {
        says: 'Assistant, mornings and teaching hours',
        when: 'Monday to Saturday',
      }),
      weekends('5', 'Tilly Marsh', { says: 'Assistant on Sundays', when: 'Sunday morning' }),
      thing('260', 'Kiln End Mobility', {
        says: 'A page turner with a foot switch, hired',
        when: 'All year',
        because: 'Quote of Kiln End Mobility for a year’s hire',
        serves: 2,
      }),
      nurse('1', { says: 'Nurse for the dressing', when: 'Friday', serves: 1 }),
      training('290'),
    ],
    voice: voice({
      about: {
        'most-important': 'Nine pupils and a Bechstein.',
        'worth-knowing': 'I can hear a wrong note through two walls.',
      },
      matters: 'To go on teaching.',
      outcomes: [
        ['Washed and dressed before the first pupil', 'The bell rings and I am ready', 'Tilly'],
        ['Nine lessons a week', 'The pupils come back', 'Me'],
      ],
      risks: [['Too long in one position', 'A sore', 'Tilted every hour, also during lessons.']],
    }),
  },
]
