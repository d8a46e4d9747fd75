import { pathway } from '../pathway.ts'

export default pathway({
  id: 'section-117',
  group: 'section-117',
  place: 4,
  name: 'Section 117 after-care',
  who: 'People who were detained under some sections of the Mental Health Act',
  hint: 'Care after somebody was detained in hospital under the Mental Health Act.',
  rights: ['S117_AFTERCARE-HAVE', 'S117_AFTERCARE-SECTIONS', 'S117_AFTERCARE-FREE', 'S117', 'S117-END'],
  funders: 'council-and-nhs',
  asks: 'section',
  evidence: ['Section of the order, and the day it began', 'Share of the NHS and share of the council'],
})
