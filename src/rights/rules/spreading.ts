import { duty, rule } from '../rule.ts'
import * as at from '../sources.ts'

type LevelFacts = { readonly claimed: number; readonly evidenced: number; readonly agreed: number }

/** Rules about programmes that spread budgets: calls, scores and readiness. Their days are handed in. */
export const spreadingRules = [
  duty({
    id: 'SELECTION-CRITERIA',
    says: 'A call asks about commissioning, leadership, budgets in place, co-production and next steps.',
    by: [at.originProgrammes],
    from: null,
    answer: 'five criteria',
  }),
  rule<{ readonly secondsAfterClosing: number }, 'in time' | 'late'>({
    id: 'SELECTION-IN-TIME',
    says: 'An application is in time up to and including the second of closing.',
    by: [at.ourProgrammes],
    from: null,
    cases: [
      { says: 'a second before', facts: { secondsAfterClosing: -1 }, answer: 'in time' },
      { says: 'in that second', facts: { secondsAfterClosing: 0 }, answer: 'in time' },
      { says: 'a second after', facts: { secondsAfterClosing: 1 }, answer: 'late' },
    ],
    decide: ({ secondsAfterClosing }) => (secondsAfterClosing > 0 ? 'late' : 'in time'),
  }),
  rule<{ readonly worksForApplicant: boolean }, 'scores' | 'stands aside'>({
    id: 'SELECTION-CONFLICT',
    says: 'Nobody scores an application of a body that they work for.',
    by: [at.ourProgrammes],
    from: null,
    cases: [
      { says: 'works for somebody else', facts: { worksForApplicant: false }, answer: 'scores' },
      { says: 'works for the applicant', facts: { worksForApplicant: true }, answer: 'stands aside' },
    ],
    decide: ({ worksForApplicant }) => (worksForApplicant ? 'stands aside' : 'scores'),
  }),
  rule<LevelFacts, number>({
    id: 'READINESS-AGREED',
    says: 'A level of readiness counts as far as it is claimed, has evidence and was agreed.',
    by: [at.ourProgrammes],
    from: null,
    cases: [
      { says: 'all alike', facts: { claimed: 2, evidenced: 2, agreed: 2 }, answer: 2 },
      { says: 'agreed at less', facts: { claimed: 3, evidenced: 3, agreed: 2 }, answer: 2 },
      { says: 'no evidence for the second level', facts: { claimed: 2, evidenced: 1, agreed: 2 }, answer: 1 },
      { says: 'more evidence than was claimed', facts: { claimed: 1, evidenced: 2, agreed: 2 }, answer: 1 },
    ],
    decide: ({ claimed, evidenced, agreed }) => Math.min(claimed, evidenced, agreed),
  }),
  duty({
    id: 'READINESS-LOCAL-RUBRIC',
    says: 'No official names of levels were found: a rubric is shown as a local one, never as official.',
    by: [at.knownLevels],
    from: null,
    answer: 'local rubric, not an official scale',
  }),
]
