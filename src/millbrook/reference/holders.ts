import type { Life } from '../types.ts'
import {
  agency,
  assistant,
  found,
  going,
  hydro,
  nights,
  physio,
  respite,
  sleepIns,
  thing,
  training,
  voice,
  weekends,
} from '../words.ts'

/** Adults who receive a direct payment themselves. */
export const holders: readonly Life[] = [
  {
    name: 'Derek Ransome',
    born: '1968-03-02',
    home: ['22 Canal Side', 'Millbrook', 'MB1 7RA'],
    path: 'adult-continuing-healthcare',
    account: true,
    needs: [
      ['email-instead', null],
      ['screen-reader', null],
    ],
    family: [
      {
        name: 'Grace Ransome',
        is: 'sister',
        kind: 'helper',
        account: true,
        may: { sees: ['balance', 'plan-lines'], does: [{ act: 'send-evidence' }] },
      },
    ],
    worker: 'priya',
    asks: {
      on: -398,
      by: 'online',
      words:
        'I have motor neurone disease. My hands are going but I still know what I want. I ' +
        'type this with my eyes, so please keep the questions few.',
      parts: [
        ['Assistants day and night', 'direct-payment', 1900],
        ['Eye-gaze keyboard support', 'direct-payment', 25],
      ],
    },
    upTo: 'signed',
    held: { holder: 'person' },
    assessed: found(
      'It takes my hands, my legs and my voice, in that order. It does not take my mind. Wait for my answer.',
      ['Breathing', 'severe', 'Mask ventilation at night, cough assist twice a day.'],
      ['Mobility', 'severe', 'Hoisted; no useful movement of the arms.'],
      ['Communication', 'high', 'Eye-gaze keyboard; yes is eyes up.'],
      ['Nutrition', 'high', 'Tube feed, tastes for pleasure.'],
    ),
    support: [
      assistant('70', 'Curtis Bell', { says: 'Assistants by day', when: 'Every day, 8 to 6, shared by two' }),
      nights('6', 'Amina Yusuf', { says: 'Somebody awake at night', when: 'Sunday to Friday', serves: 2 }),
      sleepIns('1', 'Grace Hollins', { says: 'Sleep-in on Saturdays', when: 'Saturday', serves: 2 }),
      thing('1180', 'Kiln End Mobility', {
        says: 'Keeping the eye-gaze keyboard going',
        when: 'All year',
        because: 'Service contract, quote of 3 July',
        serves: 1,
      }),
      training('640'),
    ],
    voice: voice({
      about: {
        'most-important': 'Deciding. Also Bowie, strong coffee for the smell of it, and the cricket.',
        communicate: 'Eyes up is yes. Closed and held is no. Never finish my sentences.',
        'please-do': 'Say what you are going to do, then wait for my eyes.',
        'worth-knowing': 'I taught physics for thirty years. I can do the sums myself.',
      },
      matters: 'To keep deciding after I cannot lift a finger.',
      outcomes: [
        [
          'Up, dressed and at the keyboard by ten',
          'I have written to somebody by eleven',
          'Curtis, in the day book',
        ],
        ['Safe nights', 'The mask stays on; nobody panics', 'The respiratory nurse, monthly'],
      ],
      risks: [
        ['The ventilator stops', 'Minutes', 'Battery and bag by the bed; everybody has drilled it.'],
        ['Choking on secretions', 'A chest infection', 'Cough assist before every meal and at bedtime.'],
      ],
    }),
  },
  {
    name: 'Gwen Tallis',
    born: '1962-03-09',
    home: ['3 Mill Cottages', 'Upper Fern', 'MB5 1GE'],
    path: 'adult-continuing-healthcare',
    account: true,
    worker: 'priya',
    asks: {
      on: -385,
      by: 'online',
      words: 'I want to choose who helps me in the morning, and when.',
      parts: [
        ['Two personal assistants', 'direct-payment', 520],
        ['A week of respite twice a year', 'direct-payment', 90],
      ],
    },
    upTo: 'signed',
    held: { holder: 'person' },
    assessed: found(
      'I have had MS for twenty years. I am good at it. I need people who do as they are asked.',
      ['Mobility', 'severe', 'Powered chair, hoisted.'],
      ['Continence', 'high', 'Catheter care.'],
      ['Skin', 'moderate', ''],
    ),
    support: [
      assistant('26', 'Joan Ellery', {
        says: 'Assistant in the mornings',
        when: 'Monday to Friday, 7 to noon',
      }),
      weekends('8', 'Bill Tamsin', {
        says: 'Assistant at the weekend',
        when: 'Saturday and Sunday, 8 to noon',
      }),
      respite('14', { says: 'Respite at St Clare’s', when: 'A week in March, a week in October', serves: 2 }),
      training('220'),
    ],
    voice: voice({
      about: {
        'most-important': 'Being at the allotment when the beans come up.',
        people: 'My husband Alun, who has a bad back and will not say so.',
        'please-do': 'Put things back where they were.',
      },
      matters: 'Living at home with Alun, and being asked first.',
      outcomes: [
        [
          'Up, washed and dressed by nine, by somebody I know',
          'I say so; no more than one new face a month',
          'Alun, each Sunday',
        ],
        ['Alun gets two weeks off', 'He comes back brown', 'Priya, at each review'],
      ],
      risks: [
        ['Joan hurts her back', 'No mornings', 'Bill steps in; the hoist is serviced every six months.'],
      ],
    }),
  },
  {
    name: 'Kenneth Obi',
    born: '1975-10-21',
    home: ['66 Saltings Road', 'Saltings', 'MB3 7PN'],
    path: 'adult-continuing-healthcare',
    account: true,
    worker: 'marek',
    asks: {
      on: -330,
      by: 'online',
      words:
        'I am a night person. Send me carers at seven and I will still be asleep. I want ' +
        'to hire people who start at eleven.',
      parts: [['Assistants from eleven to one at night', 'direct-payment', 980]],
    },
    upTo: 'signed',
    held: { holder: 'person', every: 'month' },
    assessed: found(
      'Spinal injury, C6. I DJ from the front room. The day starts at noon.',
      ['Mobility', 'severe', 'Hoisted, some wrist.'],
      ['Skin', 'high', 'Pressure relief.'],
      ['Altered states of consciousness', 'moderate', 'Dysreflexia twice last year.'],
    ),
    support: [
      assistant('56', 'Femi Alade', {
        says: 'Assistants, eleven till seven',
        when: 'Every day, shared by two',
      }),
      assistant('14', 'Luca Romano', { says: 'Assistant late in the evening', when: 'Every day, 11 to 1' }),
      hydro('2', { says: 'Hydrotherapy', when: 'Every other Friday', serves: 2 }),
      training('410'),
    ],
    voice: voice({
      about: {
        'most-important': 'The decks. Fridays I play out on the internet to four hundred people.',
        wellness: 'Flushed and headache: sit me up, look at the catheter, ring.',
      },
      matters: 'My own clock.',
      outcomes: [
        ['Two good sleeps and one long day', 'I am on air on Friday', 'Femi'],
        ['Less spasm', 'Fewer tablets', 'Larkfield Physio'],
      ],
      risks: [['Dysreflexia', 'A stroke', 'The card is on the door; every assistant has done the drill.']],
    }),
  },
  {
    name: 'Margit Sørensen',
    born: '1953-05-29',
    home: ['1 Harbour Steps', 'Saltings', 'MB3 1AF'],
    path: 'adult-continuing-healthcare',
    account: true,
    worker: 'bronwen',
    asks: {
      on: -280,
      by: 'online',
      words: 'I was a ship’s cook. I can run a crew of three.',
      parts: [['A crew of three', 'direct-payment', 760]],
    },
    upTo: 'signed',
    held: { holder: 'person' },
    assessed: found(
      'Left side gone with the stroke. Right side very strong.',
      ['Mobility', 'high', 'Two to transfer.'],
      ['Communication', 'moderate', 'Finds words slowly, in Norwegian first.'],
      ['Nutrition', 'moderate', 'Thickened fluids.'],
    ),
    support: [
      assistant('42', 'Petra Lindqvist', { says: 'Assistants by day', when: 'Every day, shared by three' }),
      physio('4', { says: 'Physiotherapy', when: 'Every Monday', serves: 2 }),
      training('350'),
    ],
    voice: voice({
      about: {
        'most-important': 'The sea, and cooking, if only by pointing.',
        communicate: 'Wait. The word comes.',
      },
      matters: 'Running my own kitchen.',
      outcomes: [
        ['One hot meal a day that I have directed', 'I ate it', 'Petra'],
        ['Three steps to the window', 'I have seen the ferry', 'Larkfield Physio'],
      ],
      risks: [['Choking', 'Hospital', 'Thickener in every drink; the speech therapist comes each quarter.']],
    }),
  },
  {
    name: 'Ahmed Farouk',
    born: '1981-04-12',
    home: ['38 Bridge Street', 'Millbrook', 'MB1 6TW'],
    path: 'adult-continuing-healthcare',
    account: true,
    needs: [['language-interpreter', 'Arabic']],
    worker: 'marek',
    asks: {
      on: -240,
      by: 'online',
      words: 'Men only, please, and people who understand Ramadan and my insulin at the same time.',
      parts: [['Assistants, men', 'direct-payment', 640]],
    },
    upTo: 'signed',
    held: { holder: 'person' },
    assessed: found(
      'I lost the legs and most of the sight. I have not lost the temper. Be patient.',
      ['Mobility', 'high', 'Both legs above the knee.'],
      ['Skin', 'high', 'Stumps.'],
      ['Drug therapies and medication', 'high', 'Insulin four times.'],
    ),
    support: [
      assistant('38', 'Bilal Hussein', { says: 'Assistants by day', when: 'Every day, shared by two' }),
      going('1', 'Millbrook Wheelers', { says: 'Wheelchair basketball', when: 'Tuesday evening', serves: 2 }),
      training('260'),
    ],
    voice: voice({
      about: {
        'most-important': 'My three daughters, prayer, basketball.',
        'please-do': 'Tell me who is in the room.',
      },
      matters: 'To be a father who turns up.',
      outcomes: [
        ['Sugars between five and ten', 'The meter', 'The diabetes nurse'],
        ['Basketball every week', 'I was there', 'Bilal'],
      ],
      risks: [['A hypo at night', 'Unconscious', 'Juice by the bed, alarm on the meter, Bilal on call.']],
    }),
  },
  {
    name: 'Elspeth Mackie',
    born: '1945-12-24',
    home: ['Heather Bank, Fern Road', 'Upper Fern', 'MB5 2AC'],
    path: 'adult-continuing-healthcare',
    account: true,
    worker: 'priya',
    asks: {
      on: -210,
      by: 'online',
      words:
        'I buried two husbands and nursed both. I know what good care costs and I would like to buy some.',
      parts: [
        ['An assistant in the day', 'direct-payment', 540],
        ['Nights from the agency', 'notional', 900],
      ],
    },
    upTo: 'signed',
    held: { holder: 'person' },
    assessed: found(
      'I am ninety in the mornings and seventy by tea.',
      ['Breathing', 'severe', 'Fibrosis, oxygen.'],
      ['Mobility', 'moderate', ''],
      ['Psychological and emotional needs', 'moderate', 'Frightened of the dark.'],
    ),
    support: [
      assistant('30', 'Catriona Bain', {
        says: 'Assistant by day',
        when: 'Monday to Saturday',
        way: 'direct-payment',
      }),
      agency('7', {
        says: 'An hour at bedtime',
        when: 'Every evening',
        way: 'notional',
        group: 'Nights',
        serves: 2,
      }),
      sleepIns('4', 'Ailsa Munro', {
        says: 'Sleep-in',
        when: 'Four nights',
        way: 'direct-payment',
        serves: 2,
      }),
      { ...training('230'), way: 'direct-payment' },
    ],
    voice: voice({
      about: { 'most-important': 'The wireless, the cat, the truth.' },
      matters: 'Not dying in a corridor.',
      outcomes: [
        ['Out of bed every day', 'Hair done', 'Catriona'],
        ['Somebody there in the dark', 'I sleep', 'Me'],
      ],
      risks: [
        ['The oxygen fails', 'Blue lips', 'The spare cylinder is by the door; ring the company, then 999.'],
      ],
    }),
  },
  {
    name: 'Rhys Penhaligon',
    born: '1999-02-03',
    home: ['77 Cooper’s Rise', 'Kiln End', 'MB4 1UA'],
    path: 'adult-continuing-healthcare',
    account: true,
    worker: 'bronwen',
    asks: {
      on: -190,
      by: 'online',
      words: 'I want to go to university like anybody else, with my own PAs, not with my mum.',
      parts: [['Assistants at home and at university', 'direct-payment', 1450]],
    },
    upTo: 'signed',
    held: { holder: 'person', every: 'month' },
    assessed: found(
      'Duchenne. I am twenty-seven, which was not expected. I intend to go on surprising people.',
      ['Breathing', 'severe', 'Ventilated at night, mouthpiece by day.'],
      ['Mobility', 'severe', ''],
      ['Skin', 'moderate', ''],
    ),
    support: [
      assistant('60', 'Sam Trevose', {
        says: 'Assistants by day',
        when: 'Every day, at home and at lectures',
      }),
      nights('4', 'Nia Parry', { says: 'Somebody awake at night', when: 'Sunday to Wednesday', serves: 2 }),
      training('580'),
    ],
    voice: voice({
      about: {
        'most-important': 'Marine biology, my mates, not being inspirational.',
        support: 'Two people for the hoist. One person for the pub.',
      },
      matters: 'My degree.',
      outcomes: [
        ['Every lecture', 'The notes are mine', 'Sam'],
        ['Nights without Mum', 'Mum sleeps', 'Bronwen, at reviews'],
      ],
      risks: [['The mouthpiece slips', 'No breath', 'Somebody within arm’s reach, always.']],
    }),
  },
  {
    name: 'Moira Castellanos',
    born: '1966-08-08',
    home: ['13 Orchard Way', 'Larkfield', 'MB2 3EE'],
    path: 'adult-continuing-healthcare',
    account: true,
    worker: 'marek',
    uninsured: true,
    asks: {
      on: -96,
      by: 'online',
      words: 'The physio said “do it yourself”, so I will.',
      parts: [['Assistants', 'direct-payment', 560]],
    },
    upTo: 'signed',
    held: { holder: 'person' },
    assessed: found(
      'Ataxia. I look drunk and I am not.',
      ['Mobility', 'high', 'Falls daily.'],
      ['Communication', 'moderate', 'Slurred; give me time.'],
    ),
    support: [
      assistant('30', 'Dawn Priestley', { says: 'Assistant by day', when: 'Monday to Friday' }),
      training('240'),
    ],
    voice: voice({
      about: { 'most-important': 'To be out of the house by ten.', 'please-do': 'Walk on my left.' },
      matters: 'Not being taken for drunk.',
      outcomes: [['Out every day', 'The dog is tired', 'Dawn']],
      risks: [
        ['A fall in the street', 'A broken wrist', 'Frame outside, hip protectors, my card in the pocket.'],
      ],
    }),
  },
]
