import { duty, rule } from '../rule.ts'
import * as at from '../sources.ts'

type Employer = 'NHS' | 'local authority' | 'somebody else'

/** Rules about the learning network, its events and the public pages of sites. */
export const learningRules = [
  rule<{ readonly worksFor: Employer }, 'may ask' | 'public pages'>({
    id: 'NETWORK-WHO',
    says: 'People who work in the NHS or for a local authority may ask to join the learning network.',
    by: [at.originNetwork],
    from: null,
    cases: [
      { says: 'a nurse of a board', facts: { worksFor: 'NHS' }, answer: 'may ask' },
      { says: 'an officer of a council', facts: { worksFor: 'local authority' }, answer: 'may ask' },
      { says: 'a manager of a charity', facts: { worksFor: 'somebody else' }, answer: 'public pages' },
    ],
    decide: ({ worksFor }) => (worksFor === 'somebody else' ? 'public pages' : 'may ask'),
  }),
  duty({
    id: 'NETWORK-APPROVED-BY-SOMEBODY',
    says: 'Nobody becomes a member of the learning network without a person who approves them.',
    by: [at.ourNetwork],
    from: null,
    answer: 'a person approves',
  }),
  duty({
    id: 'EVENT-FIVE-SESSIONS',
    says: 'The programme of 2016 had five sessions at each venue.',
    by: [at.originNetwork],
    from: null,
    answer: 'five sessions',
  }),
  duty({
    id: 'EVENT-FIRST-ASKED',
    says: 'A place that becomes free goes to whoever asked first and still waits.',
    by: [at.ourNetwork],
    from: null,
    answer: 'in order of asking',
  }),
  duty({
    id: 'SITE-PAGE-COMMENTS',
    says: 'The page of a site names a local contact and shows comments with who wrote them and when.',
    by: [at.originNetwork],
    from: null,
    answer: 'contact, author and day',
  }),
  rule<{ readonly approved: boolean }, 'public' | 'not public'>({
    id: 'SITE-COMMENT-APPROVED',
    says: 'A comment is public once somebody has approved it, and never with an e-mail address.',
    by: [at.ourNetwork],
    from: null,
    cases: [
      { says: 'approved', facts: { approved: true }, answer: 'public' },
      { says: 'not looked at yet, or refused', facts: { approved: false }, answer: 'not public' },
    ],
    decide: ({ approved }) => (approved ? 'public' : 'not public'),
  }),
]
