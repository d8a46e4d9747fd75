import type { Life } from '../types.ts'
import { assistant, found, nights, training, voice, weekends } from '../words.ts'

/** Budgets that have ended, or are ending. */
export const ended: readonly Life[] = [
  {
    name: 'Iris Pell-Hartley',
    born: '1947-08-29',
    home: ['9 Church Row', 'Upper Fern', 'MB5 1HN'],
    path: 'adult-continuing-healthcare',
    account: true,
    family: [{ name: 'Joe Hartley', is: 'brother', kind: 'nominee', account: true }],
    worker: 'priya',
    asks: {
      on: -345,
      by: 'online',
      words: 'Joe is good with money and I am good with people.',
      parts: [['Assistants, Joe holds the money', 'direct-payment', 280]],
    },
    upTo: 'signed',
    held: { holder: 'nominee', who: 'Joe Hartley' },
    assessed: found('Tired, mostly.', ['Breathing', 'high', ''], ['Mobility', 'moderate', '']),
    support: [
      assistant('16', 'Carol Venn', { says: 'Assistant', when: 'Weekday mornings' }),
      training('180'),
    ],
    voice: voice({
      about: { 'most-important': 'The piano, and Joe on Sundays.' },
      matters: 'To be myself for as long as there is a self.',
      outcomes: [['Up and at the piano', 'A tune', 'Carol']],
      risks: [['Breathless at night', 'Fear', 'Fan, window, pendant.']],
    }),
    later: [
      { on: -76, what: 'died', died: -78 },
      {
        on: -73,
        what: 'end',
        ground: 'patient-died',
        last: -78,
        because:
          'Iris Pell-Hartley died. What is left after the last bills is asked for from ' +
          'those who deal with her estate.',
      },
    ],
  },
  {
    name: 'Gordon Sykes',
    born: '1958-07-15',
    home: ['27 Cooper’s Rise', 'Kiln End', 'MB4 1TX'],
    path: 'adult-continuing-healthcare',
    account: true,
    worker: 'marek',
    asks: {
      on: -360,
      by: 'online',
      words: 'I want control.',
      parts: [['Assistants', 'direct-payment', 480]],
    },
    upTo: 'signed',
    held: { holder: 'person' },
    assessed: found(
      'Leave me be.',
      ['Mobility', 'high', ''],
      ['Psychological and emotional needs', 'high', ''],
    ),
    support: [
      assistant('28', 'Neil Crabtree', { says: 'Assistant by day', when: 'Every day' }),
      training('200'),
    ],
    voice: voice({
      about: { 'most-important': 'Being left be.' },
      matters: 'Being left be, safely.',
      outcomes: [['Fed and clean without fuss', 'No fuss', 'Neil']],
      risks: [['I send everybody away', 'Nobody', 'Neil rings Marek the same day.']],
    }),
    later: [
      {
        on: -70,
        what: 'end',
        ground: 'asked-by-the-person',
        last: -42,
        because:
          'You told us in writing that you want the agency back and no more payslips. The ' +
          'NHS arranges your care from the day after.',
      },
    ],
  },
  {
    name: 'Teresa Magnall',
    born: '1976-02-11',
    home: ['40 Fuller’s Court', 'Saltings', 'MB3 2BJ'],
    path: 'adult-continuing-healthcare',
    account: true,
    worker: 'bronwen',
    asks: {
      on: -335,
      by: 'online',
      words: 'The agency let me down at Christmas.',
      parts: [['Assistants', 'direct-payment', 520]],
    },
    upTo: 'signed',
    held: { holder: 'person' },
    assessed: found(
      'Crohn’s, arthritis, and a sense of humour.',
      ['Continence', 'high', ''],
      ['Mobility', 'high', ''],
    ),
    support: [
      assistant('24', 'Gemma Holt', { says: 'Assistant', when: 'Weekdays' }),
      weekends('6', 'Gemma Holt', { says: 'Weekends', when: 'Saturday and Sunday' }),
      training('190'),
    ],
    voice: voice({
      about: { 'most-important': 'Laughing.' },
      matters: 'Not being let down.',
      outcomes: [['Somebody turns up', 'They did', 'Me']],
      risks: [['A flare', 'Bed for a week', 'Gemma does longer days; hours are saved for it.']],
    }),
    later: [
      {
        on: -12,
        what: 'end',
        ground: 'needs-not-met-this-way',
        last: 18,
        because:
          'Since the summer Gemma has not been replaced and most days nobody came. We want ' +
          'to stop in good time and arrange care that comes; you can object until the last ' +
          'day.',
      },
    ],
    says: [
      [
        -9,
        'family',
        'I object. I have two people starting in December. Please read my letter before you stop it.',
      ],
    ],
  },
  {
    name: 'Noel Hathersage',
    born: '1965-12-25',
    home: ['3 Tollgate', 'Kiln End', 'MB4 3XW'],
    path: 'adult-continuing-healthcare',
    account: true,
    worker: 'priya',
    asks: {
      on: -300,
      by: 'online',
      words: 'Born at Christmas, stubborn all year.',
      parts: [['Assistants', 'direct-payment', 600]],
    },
    upTo: 'signed',
    held: { holder: 'person' },
    assessed: found('Post-polio. It came back.', ['Breathing', 'high', ''], ['Mobility', 'severe', '']),
    support: [
      assistant('30', 'Stacey Birch', { says: 'Assistant by day', when: 'Every day' }),
      nights('1', 'Kerry Ashdown', { says: 'One night', when: 'Saturday' }),
      training('230'),
    ],
    voice: voice({
      about: { 'most-important': 'Brass bands.' },
      matters: 'Band practice.',
      outcomes: [['Band on Thursdays', 'I sat at the back and counted', 'Stacey']],
      risks: [['Weakness after a cold', 'Hospital', 'Vaccines; rest; the respiratory team.']],
    }),
  },
]
