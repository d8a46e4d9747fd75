import { examples, StyleExamples } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'

/** Each component and each state of a page, drawn from invented examples: the pattern book of the service. */
export const stylePage = (): Page => ({
  title: 'Style',
  wide: true,
  body: <StyleExamples examples={examples} />,
})
