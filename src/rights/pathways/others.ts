import { type Cohort, type RuleId, ways } from '../types.ts'
import type { Pathway } from './pathway.ts'

type Light = {
  readonly id: Cohort
  readonly name: string
  readonly who: string
  readonly rights: readonly RuleId[]
}

/** Pathways of which only the right is answered so far. Nobody can take the later steps of them here yet. */
const light = (facts: Light, more: Partial<Pathway> = {}): Pathway => ({
  funders: 'nhs-part',
  ways,
  steps: ['ask'],
  clocks: ['PHB-REQUEST'],
  reviews: [],
  evidence: [],
  ...facts,
  ...more,
})

export const otherPathways: readonly Pathway[] = [
  light(
    {
      id: 'section-117',
      name: 'Section 117 after-care',
      who: 'People who were detained under some sections of the Mental Health Act',
      rights: ['S117_AFTERCARE-HAVE', 'S117_AFTERCARE-SECTIONS'],
    },
    { funders: 'council-and-nhs', clocks: ['PHB-REQUEST', 'S117', 'S117-END'] },
  ),
  light({
    id: 'wheelchair',
    name: 'Wheelchair services',
    who: 'People with a long-term disability who need a wheelchair in daily life',
    rights: ['WHEELCHAIR-HAVE', 'WHEELCHAIR-WHO'],
  }),
  light(
    {
      id: 'ehc-plan',
      name: 'Education, health and care plan',
      who: 'Children and young people with such a plan, or with a draft of one',
      rights: ['EHC_PLAN-REQUEST', 'SEN-ASK-WHEN', 'SEN-BLOCK-CONTRACT', 'EHC_PLAN-NHS-PART'],
    },
    {
      funders: 'council-and-nhs',
      clocks: ['EHC-DECIDE', 'EHC-ADVICE', 'EHC-REFUSE', 'EHC-DRAFT', 'EHC-FINAL'],
      reviews: ['SEN-DP-REVIEW', 'EHC-REVIEW'],
    },
  ),
  light({
    id: 'learning-disability-autism',
    name: 'Learning disability or autism',
    who: 'People with a learning disability, autism or both',
    rights: ['LEARNING_DISABILITY_AUTISM', 'LEARNING_DISABILITY_AUTISM-NOT-ENACTED'],
  }),
  light({
    id: 'transforming-care',
    name: 'Transforming Care',
    who: 'Children and young people in the Transforming Care group',
    rights: ['TRANSFORMING_CARE'],
  }),
  light(
    {
      id: 'maternity',
      name: 'Maternity',
      who: 'Pregnant women in the area of a pilot',
      rights: ['MATERNITY_PMCB', 'MATERNITY_PMCB-NO-CASH'],
    },
    { funders: 'nhs-alone', ways: ['notional'] },
  ),
  light(
    {
      id: 'joint-funded',
      name: 'Paid by NHS and council together',
      who: 'People whose package NHS and council pay for together',
      rights: ['JOINT_FUNDED', 'LOCAL-OFFER'],
    },
    { funders: 'council-and-nhs' },
  ),
  light({
    id: 'mental-health-other',
    name: 'Other mental health needs',
    who: 'People with mental health needs outside section 117',
    rights: ['LOCAL-OFFER'],
  }),
  light({
    id: 'end-of-life',
    name: 'End of life',
    who: 'People near the end of life',
    rights: ['LOCAL-OFFER'],
  }),
  light({ id: 'other-local', name: 'Another local offer', who: 'Anybody else', rights: ['LOCAL-OFFER'] }),
]
