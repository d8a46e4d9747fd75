import type { PlainDate } from '../kernel/days.ts'
import { pence } from '../kernel/money.ts'
import { addArea, setContract, setOffering, setPrice } from '../maternity/public.ts'
import type { OrganisationId } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import { maternityStages } from '../rights/public.ts'
import { must } from './must.ts'
import { contracts, offerings, prices } from './reference/maternity-places.ts'

type Board = 'millbrook' | 'ashdale'
type Leads = Readonly<Record<Board, Doing>>
type Bodies = Readonly<Record<Board, OrganisationId>>

/** An area of two boards, and what each says for itself: whom it offers, its figures, its providers. */
export async function setUpMaternity(leads: Leads, { millbrook, ashdale }: Bodies, from: PlainDate) {
  const bodies = [millbrook, ashdale]
  await addArea(leads.millbrook, {
    organisation: millbrook,
    name: 'Fern and Dale',
    pioneer: true,
    from,
    bodies,
  })
  for (const [name, organisation] of Object.entries({ millbrook, ashdale })) {
    const body = name as keyof Leads
    const lead = leads[body]
    const [audience, words] = offerings[body]
    const [amounts, because] = prices[body]
    const what = `the maternity offer of ${body}`
    must(await setOffering(lead, { organisation, from, audience, words, because }), what)
    for (const [at, stage] of maternityStages.entries()) {
      const amount = pence(amounts[at] ?? 0n)
      must(await setPrice(lead, { organisation, stage, from, amount, because }), what)
    }
    for (const [told, stages] of contracts[body])
      for (const stage of stages)
        must(await setContract(lead, { ...told, organisation, stage, from, until: null }), what)
  }
}
