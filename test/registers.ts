import { addDays, type PlainDate } from '../src/kernel/days.ts'
import type { Reference } from '../src/kernel/ids.ts'
import { addOrganisation } from '../src/people/public.ts'
import { typedDay } from '../src/platform/forms.ts'
import { aRequest } from '../src/requests/examples.ts'
import { take } from '../src/requests/public.ts'
import { appOn, doAs, doingIt, type Form, signedIn, someone, type Visitor } from './harness.ts'
import { millbrookAsks } from './requests.ts'

/** Gwen asks on the pathway of learning disability and autism; Priya has the case; others are near. */
export async function gwenAtRisk() {
  const place = await millbrookAsks()
  const { database, icb, gwen } = place
  const app = await appOn(database)
  const bodies = await doingIt(database, async doing => {
    const of = { invented: true } as const
    const council = { code: 'MBC', kind: 'council', name: 'Millbrook Council', ...of } as const
    const other = { code: 'ADC', kind: 'council', name: 'Ashdale Borough Council', ...of } as const
    const ashdale = { code: 'QAD', kind: 'icb', name: 'NHS Ashdale ICB', ...of } as const
    return {
      council: await addOrganisation(doing, council),
      otherCouncil: await addOrganisation(doing, other),
      ashdale: await addOrganisation(doing, ashdale),
    }
  })
  const asked = await doAs(database, place.person, doing =>
    aRequest(doing, {
      organisation: icb,
      person: gwen,
      pathway: 'learning-disability-autism',
      parts: [{ says: 'Nights with people I know', askedWay: 'direct-payment' }],
    }),
  )
  const reference: Reference = asked.reference
  await doAs(database, place.priya, doing => take(doing, reference))
  const sian = await someone(database, {
    name: 'Sian Prosser',
    role: 'council-officer',
    organisation: bodies.council,
  })
  const others = {
    sian,
    officer: await someone(database, { role: 'council-officer', organisation: bodies.otherCouncil }),
    colin: await someone(database, { role: 'team-leader', organisation: bodies.ashdale }),
    judith: await someone(database, { role: 'panel', organisation: icb }),
    edmund: await someone(database, { role: 'auditor', organisation: icb }),
  }
  const today = await doingIt(database, async doing => doing.today)
  return { ...place, app, ...bodies, ...others, reference, today }
}
export type GwenAtRisk = Awaited<ReturnType<typeof gwenAtRisk>>

export const dayIn = (name: string, day: PlainDate): Form => typedDay(name, day) as Form

/** What staff fill in when Gwen said yes today. */
export const yesOf = ({ today }: Pick<GwenAtRisk, 'today'>, more: Form = {}): Form => ({
  has: 'autism',
  reason: 'She stopped sleeping when her team left.',
  canDecide: 'yes',
  saidBy: 'the-person',
  ...dayIn('givenOn', today),
  ...more,
})

/** Whoever the visitors of the tests are, signed in. */
export const browserOf = (place: GwenAtRisk, who: Parameters<typeof signedIn>[1]): Promise<Visitor> =>
  signedIn(place.app, who)

export { addDays }
