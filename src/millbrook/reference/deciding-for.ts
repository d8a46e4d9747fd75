import type { ConsentStory } from '../consent-story.ts'

/** What was found, kept, shared and permitted of somebody, by their name. */
export const consentStories: Readonly<Record<string, ConsentStory>> = {
  'Solomon Adeyemi': {
    findings: [
      {
        decision: 'hold-money',
        found: 'has-not',
        on: -60,
        because: 'He cannot keep in mind what a bill is for, also with help.',
        helpTried: 'Pictures, his sister beside him, in the morning, on three days.',
        review: 40,
        best: [
          -58,
          'Solomon, his mother Folake, his key worker',
          'Folake holds the money and asks him first.',
        ],
      },
      {
        decision: 'where-to-live',
        found: 'has',
        on: -60,
        because: 'He knows where he wants to live, and says why, each time he is asked.',
        helpTried: 'He visited both houses.',
      },
    ],
    permitted: [
      {
        name: 'Folake Adeyemi',
        relation: 'parent',
        paidFor: 'help-with-managing',
        because: 'Nobody else knows how to go through the bills with him.',
        on: -50,
      },
    ],
  },
  'Vera Lindgren': {
    findings: [
      {
        decision: 'hold-money',
        found: 'has-not',
        on: -90,
        because: 'She does not remember the last talk about money.',
        helpTried: 'Short talks, with her daughter, and in Swedish.',
        review: -5,
      },
    ],
    paper: {
      scope: 'All decisions about property and money.',
      registered: 'Office of the Public Guardian, number of an invented paper 7000-0000-0001',
      on: -90,
    },
  },
  'Gwen Tallis': {
    shares: [
      { purpose: 'hospital', body: 'Millbrook General Hospital', answer: 'given', on: -30 },
      { purpose: 'survey', body: 'NHS England', answer: 'refused', on: -20 },
    ],
  },
}
