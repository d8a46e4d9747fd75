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
  training,
  voice,
} from '../words.ts'

/** Children with continuing care, and their parents. */
export const children: readonly Life[] = [
  {
    name: 'Yusuf Hassan',
    born: '2017-05-14',
    home: ['34 Bridge Street', 'Millbrook', 'MB1 6TU'],
    path: 'childrens-continuing-care',
    family: [{ name: 'Amira Hassan', is: 'mother', kind: 'parent', account: true }],
    withCouncil: true,
    worker: 'priya',
    asks: {
      on: -352,
      by: 'online',
      who: 'Amira Hassan',
      words:
        'Yusuf needs somebody awake at night and I need to sleep. The agency nurse is ' +
        'lovely but she is never the same one. I know two people he laughs with.',
      parts: [
        ['Two assistants we know, nights and after school', 'direct-payment', 1050],
        ['Swimming', 'direct-payment', 45],
        ['Respite at St Clare’s', 'notional', 70],
      ],
    },
    upTo: 'signed',
    held: { holder: 'representative', who: 'Amira Hassan' },
    answers: { 3: { granted: true, way: 'notional' } },
    assessed: found(
      'He cannot say it, so I will: he knows everybody’s step on the stairs.',
      ['Breathing', 'severe', 'Suction many times a night.'],
      ['Seizures', 'high', 'Two or three a week.'],
      ['Mobility', 'high', 'Seating system; hoisted.'],
      ['Communication', 'high', 'Smiles, eyes, a switch.'],
      ['Eating and drinking', 'high', 'Gastrostomy.'],
    ),
    support: [
      nights('4', 'Leila Haddad', {
        says: 'Somebody awake at night',
        when: 'Sunday to Wednesday',
        way: 'direct-payment',
      }),
      assistant('18', 'Hannah Brooke', {
        says: 'Assistant after school',
        when: 'School days, 3.30 to 7',
        way: 'direct-payment',
        serves: 2,
      }),
      hydro('4', { says: 'Swimming in the warm pool', when: 'Saturday', way: 'direct-payment', serves: 2 }),
      respite('20', { says: 'Days at St Clare’s', when: 'In the holidays', way: 'notional', serves: 3 }),
      { ...training('520'), way: 'direct-payment' },
    ],
    voice: voice({
      about: {
        'most-important': 'His brothers, the washing machine, and water. He laughs when it runs.',
        communicate: 'A smile is yes. Turning away is no. The switch says “again”.',
        'please-do': 'Tell him before you move him. Sing, it does not matter what.',
        'written-by': 'Amira, at the kitchen table, with Priya, on three evenings.',
      },
      matters: 'That he is with people who find him funny, and that I am awake for my other boys.',
      outcomes: [
        ['Safe nights with people he knows', 'I sleep four nights in seven', 'Me, in the night book'],
        ['Play after school and the warm pool', 'He laughs', 'Hannah'],
        ['A rest for all of us', 'We went to the sea', 'Priya, at the review'],
      ],
      risks: [
        [
          'A blocked airway at night',
          'Minutes',
          'Two trained people; suction checked at nine; the drill is on the wall.',
        ],
        ['A long seizure', 'Hospital', 'Buccal midazolam at five minutes, then 999.'],
      ],
      checks: 'The children’s community nurse, every fortnight',
    }),
  },
  {
    name: 'Ruby Tarrant',
    born: '2015-03-30',
    home: ['12 Chandler Court', 'Kiln End', 'MB4 2LP'],
    path: 'childrens-continuing-care',
    family: [
      { name: 'Kay Tarrant', is: 'mother', kind: 'parent', account: true },
      { name: 'Dean Tarrant', is: 'father', kind: 'parent' },
    ],
    withCouncil: true,
    worker: 'marek',
    asks: {
      on: -340,
      by: 'online',
      who: 'Kay Tarrant',
      words:
        'We work shifts. We cannot be employers as well. Somebody hold the money, please, ' +
        'and let us say who and when.',
      parts: [['After-school and nights, held by the Trust', 'third-party', 880]],
    },
    upTo: 'signed',
    held: { thirdParty: 'trust' },
    assessed: found(
      'Ruby likes: swings, custard, her dad’s van. Ruby does not like: waiting.',
      ['Seizures', 'severe', 'Drop attacks; helmet.'],
      ['Challenging behaviour', 'high', 'Runs.'],
      ['Communication', 'high', 'Signs.'],
    ),
    support: [
      agency('22', {
        says: 'Support after school and on Saturday',
        when: 'School days and Saturday morning',
      }),
      agency('2', {
        says: 'Nights',
        when: 'Two nights a week',
        unit: 'night',
        rateName: 'agency-night',
        group: 'Nights',
      }),
      going('1', 'Kiln End Gymnastics', { says: 'Trampoline with a spotter', when: 'Saturday', serves: 2 }),
    ],
    voice: voice({
      about: {
        'most-important': 'Swings. Custard. The van.',
        communicate: 'She signs. Sign back, even badly.',
      },
      matters: 'Safe and busy.',
      outcomes: [
        ['No head injuries', 'The helmet stays on', 'Kay'],
        ['Somewhere to jump', 'She sleeps after', 'Dean'],
      ],
      risks: [
        ['She runs into the road', 'The worst', 'One to one outside, always; the gate has a top bolt.'],
      ],
      checks: 'The epilepsy nurse, every two months',
    }),
  },
  {
    name: 'Oluwaseun Adebayo',
    called: 'Seun',
    born: '2019-11-02',
    home: ['103 Saltings Road', 'Saltings', 'MB3 7PT'],
    path: 'childrens-continuing-care',
    family: [{ name: 'Bisi Adebayo', is: 'mother', kind: 'parent', account: true }],
    withCouncil: true,
    worker: 'bronwen',
    asks: {
      on: -260,
      by: 'online',
      who: 'Bisi Adebayo',
      words:
        'He starts school in September and he has a ventilator. I want the same ' +
        'nurse-trained assistant at home and on the bus.',
      parts: [['Trained assistants', 'direct-payment', 1250]],
    },
    upTo: 'signed',
    held: { holder: 'representative', who: 'Bisi Adebayo' },
    assessed: found(
      'He says: “My machine is called Percy.”',
      ['Breathing', 'priority', 'Ventilated day and night.'],
      ['Mobility', 'moderate', ''],
    ),
    support: [
      assistant('40', 'Sophie Lund', { says: 'Assistant by day', when: 'Monday to Saturday' }),
      nights('5', 'Grace Amadi', { says: 'Somebody awake at night', when: 'Five nights' }),
      nurse('1', { says: 'Nurse who checks the assistants', when: 'Every week' }),
      training('760'),
    ],
    voice: voice({
      about: { 'most-important': 'Dinosaurs, Percy, his sister Tola.' },
      matters: 'School like Tola.',
      outcomes: [['School every day', 'The register', 'Bisi']],
      risks: [
        ['The tube blocks', 'Seconds', 'Spare tube within reach; two trained people in the house at night.'],
      ],
      checks: 'The ventilation nurse, every fortnight',
    }),
  },
  {
    name: 'Maisie Unwin',
    born: '2016-08-09',
    home: ['5 Tollgate', 'Kiln End', 'MB4 3XZ'],
    path: 'childrens-continuing-care',
    family: [{ name: 'Lorraine Unwin', is: 'mother', kind: 'parent', account: true }],
    worker: 'marek',
    asks: {
      on: -220,
      by: 'online',
      who: 'Lorraine Unwin',
      words: 'Maisie needs two people to move her and there is one of me.',
      parts: [
        ['A second pair of hands', 'direct-payment', 520],
        ['Hydrotherapy', 'direct-payment', 44],
      ],
    },
    upTo: 'signed',
    held: { holder: 'representative', who: 'Lorraine Unwin', every: 'month' },
    assessed: found(
      'She laughs at sneezes.',
      ['Mobility', 'severe', 'Two to move.'],
      ['Skin and tissue viability', 'high', ''],
      ['Communication', 'high', ''],
    ),
    support: [
      assistant('28', 'Kirsty Dunne', {
        says: 'Assistant, before and after school',
        when: 'School days and holidays',
      }),
      hydro('4', { says: 'Hydrotherapy', when: 'Every Friday', serves: 2 }),
      training('280'),
    ],
    voice: voice({
      about: { 'most-important': 'Her bath. Her cousin Alfie. Sneezing.' },
      matters: 'Being moved gently.',
      outcomes: [
        ['No sore skin', 'Pink, not red', 'Lorraine, at each change'],
        ['Looser legs', 'Trousers go on', 'Larkfield Physio'],
      ],
      risks: [['My back goes', 'Nobody can lift', 'Kirsty and the ceiling hoist; never alone.']],
      checks: 'The children’s community nurse, monthly',
    }),
  },
  {
    name: 'Idris Pell',
    born: [16, 100],
    home: ['18 Priory Close', 'Millbrook', 'MB1 5KG'],
    path: 'childrens-continuing-care',
    family: [{ name: 'Siân Pell', is: 'mother', kind: 'parent', account: true }],
    worker: 'priya',
    asks: {
      on: -205,
      by: 'online',
      who: 'Siân Pell',
      words:
        'Idris turns sixteen next month. What happens then is the question nobody ' +
        'answers. Until then we would like assistants he can get on with.',
      parts: [['Two young assistants', 'direct-payment', 560]],
    },
    upTo: 'signed',
    held: { holder: 'representative', who: 'Siân Pell' },
    assessed: found(
      'I am fifteen. I can hear you.',
      ['Breathing', 'high', 'Night ventilation.'],
      ['Mobility', 'severe', ''],
    ),
    support: [
      assistant('26', 'Owain Rees', { says: 'Assistant after school', when: 'School days and Saturday' }),
      sleepIns('3', 'Gareth Probert', { says: 'Sleep-in', when: 'Three nights', serves: 1 }),
      training('300'),
    ],
    voice: voice({
      about: {
        'most-important': 'Rugby on the telly, my chair going faster than the dog.',
        'please-do': 'Ask me, not Mam.',
      },
      matters: 'Getting to sixteen with my own people.',
      outcomes: [['Out twice a week', 'Mud on the wheels', 'Owain']],
      risks: [['Chest infections', 'Hospital', 'Cough assist; antibiotics at home.']],
      checks: 'The transition nurse, monthly',
    }),
  },
  {
    name: 'Freya Cole-Mbeki',
    born: '2021-01-20',
    home: ['60 Larkfield Avenue', 'Larkfield', 'MB2 6QD'],
    path: 'childrens-continuing-care',
    family: [{ name: 'Thandi Mbeki', is: 'mother', kind: 'parent', account: true }],
    worker: 'bronwen',
    asks: {
      on: -150,
      by: 'online',
      who: 'Thandi Mbeki',
      words: 'Her sister is three months old. I have two arms.',
      parts: [['Help in the day, arranged by the NHS', 'notional', 700]],
    },
    upTo: 'signed',
    held: {},
    assessed: found(
      'She likes the lamp.',
      ['Eating and drinking', 'severe', ''],
      ['Seizures', 'high', ''],
      ['Mobility', 'moderate', ''],
    ),
    support: [
      agency('25', { says: 'A support worker by day', when: 'Monday to Friday' }),
      physio('2', { says: 'Physiotherapy at home', when: 'Every other week', serves: 1 }),
      agency('1', {
        says: 'One night',
        when: 'Friday',
        unit: 'night',
        rateName: 'agency-night',
        group: 'Nights',
      }),
    ],
    voice: voice({
      about: { 'most-important': 'The lamp, her sister, being held upright.' },
      matters: 'Two more arms.',
      outcomes: [['Fed without fear', 'She grows', 'The dietitian']],
      risks: [['She breathes milk in', 'A chest infection', 'Upright thirty minutes; suction to hand.']],
      checks: 'The children’s community nurse, every fortnight',
    }),
  },
]
